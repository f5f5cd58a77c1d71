// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include "ui/numerics/measure.h"

namespace roundoff::ui {

/// A sequence of one hue that grows away from the background's lightness, so that its order is seen without seeing its
/// colour.
/// @param strength  from 0 to 1
[[nodiscard]] QColor heatColour(double strength, bool dark);

/// Black or white, whichever is read better on the colour: a contrast of at least 4.5.
[[nodiscard]] QColor textColourOn(const QColor& background);

/// What the colours mean: the sequence with the values at which it stands. Empty for measures that are not coloured.
class HeatScale : public QWidget {
    Q_OBJECT

public:
    explicit HeatScale(QWidget* parent = nullptr);

    void setMeasure(Measure measure);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Measure measure_ = Measure::Underflowed;
};

} // namespace roundoff::ui
