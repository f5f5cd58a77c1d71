// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QRectF>
#include <QString>

#include "ui/charts/plot_painter.h"
#include "ui/numerics/format_range.h"

class QPainter;

namespace roundoff::ui {

/// A histogram of powers of two over the range of a format: what rounding keeps, and what lies beyond its reach. The
/// parts of the range differ in colour and hatch, and the legend tells their shares.
class ExponentPlot {
public:
    struct Content {
        nn::ExponentHistogram histogram;
        FormatRange range;
        bool logarithmic = false; ///< Of the vertical axis.
    };

    /// @param rectangle  of axes and legend
    ExponentPlot(const Content& content, const PlotLook& look, const QRectF& rectangle);

    /// @param marked  an exponent whose bar is framed
    void paint(QPainter& painter, std::optional<int> marked = std::nullopt) const;

    /// The exponent at a place; nothing beside the plot.
    [[nodiscard]] std::optional<int> exponentAt(QPointF position) const;
    /// The exponents that are shown.
    [[nodiscard]] Range exponents() const { return axes_.x.range; }

private:
    struct LegendPart {
        RangePart part;
        QString text;
        qreal x; // from the left of the rectangle
        int row;
    };

    /// The parts of the range that have values, and the normal one; in rows that fit the width.
    [[nodiscard]] std::vector<LegendPart> legend() const;
    [[nodiscard]] AxisScale horizontalAxis() const;
    [[nodiscard]] AxisScale verticalAxis() const;
    [[nodiscard]] double share(int exponent) const;
    [[nodiscard]] qreal xOf(double exponent) const;
    [[nodiscard]] QRectF barOf(int exponent) const;
    void paintLegend(QPainter& painter) const;
    void paintLimits(QPainter& painter) const;

    Content content_;
    PlotLook look_;
    QRectF rectangle_;
    double total_ = 0.0;
    PlotAxes axes_;
    QRectF plot_;
};

/// How many values have the power of two, in words: "2⁻¹² to 2⁻¹¹: 1,234 values (3.1 %), subnormal".
[[nodiscard]] QString exponentText(const ExponentPlot::Content& content, int exponent);

} // namespace roundoff::ui
