// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/figures/number_line_plot.h"
#include "ui/formats/plot_view.h"

namespace roundoff::ui {

class HoverReadout;

/// The number lines of formats on one axis. The wheel and plus and minus zoom, dragging and Shift with the arrows move,
/// a double click and Home go back; the pointer, or Left and Right from value to value, read a value and its code.
class NumberLineView : public PlotView {
    Q_OBJECT

public:
    explicit NumberLineView(QWidget* parent = nullptr);

    /// A zoomed axis stays as long as it shows the value.
    void setNumber(const QList<FormatUse>& uses, double value);
    void setLogarithmic(bool logarithmic);
    void showPart(LinePart part);
    /// Around the value if it is in sight, else the middle.
    void zoom(double factor);

    [[nodiscard]] const NumberLines& lines() const { return lines_; }
    [[nodiscard]] std::optional<double> crosshair() const { return crosshair_; }
    /// What the pointer or the keyboard reads, as text.
    [[nodiscard]] QString readoutText() const;

    [[nodiscard]] Figure figure(const FigureOptions& options) const override;

signals:
    void axisChanged();

protected:
    void paintPlot(QPainter& painter, const QRectF& rectangle, const PlotLook& look) const override;
    [[nodiscard]] qreal plotHeight(qreal width, const PlotLook& look) const override;
    void invalidate() override;

    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] const NumberLinePlot& plot() const;
    void setAxis(const LineAxis& axis, std::optional<LinePart> part);
    void readAt(double value, QPoint globalPosition);
    /// From value to value of a line.
    void step(int direction);
    void hideReadout();

    NumberLines lines_;
    std::optional<LinePart> part_ = LinePart::Home; ///< None if the axis was zoomed or moved.
    mutable std::optional<NumberLinePlot> plot_;    ///< Of the present size and content.
    HoverReadout* readout_;
    std::optional<double> crosshair_;
    qsizetype steppedLine_ = 0;
    std::optional<qreal> dragged_; ///< From where.
    LineAxis axisBeforeDrag_;
};

} // namespace roundoff::ui
