// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/format/format.h"

namespace roundoff::ui {

/// How a format stores a value, drawn as high as it needs to be at its width.
class FormatDiagramWidget : public QWidget {
    Q_OBJECT

public:
    explicit FormatDiagramWidget(QWidget* parent = nullptr);

    void setNumber(const format::Format& format, double value, format::Rounding rounding);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

public slots:
    /// Puts the diagram on the clipboard as a picture.
    void copy() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paint(QPainter& painter) const;

    format::Format format_;
    double value_ = 0.0;
    format::Rounding rounding_ = format::Rounding::NearestEven;
};

} // namespace roundoff::ui
