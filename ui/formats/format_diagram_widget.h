// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/format_use.h"
#include "ui/formats/plot_view.h"

namespace roundoff::ui {

/// How a format stores a value.
class FormatDiagramWidget : public PlotView {
    Q_OBJECT

public:
    explicit FormatDiagramWidget(QWidget* parent = nullptr);

    void setNumber(const FormatUse& use, double value);

    [[nodiscard]] Figure figure(const FigureOptions& options) const override;

protected:
    void paintPlot(QPainter& painter, const QRectF& rectangle, const PlotLook& look) const override;
    [[nodiscard]] qreal plotHeight(qreal width, const PlotLook& look) const override;

private:
    FormatUse use_;
    double value_ = 0.0;
};

} // namespace roundoff::ui
