// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QColor>
#include <QRectF>
#include <QString>

#include "core/deploy/weight_report.h"
#include "ui/charts/plot_painter.h"

class QPainter;

namespace roundoff::ui {

/// Which of a layer's two histograms a plot shows.
enum class HistogramPart : std::uint8_t { Both, Before, After };

/// Colours and words that all plots of a view share.
struct HistogramStyle {
    QColor before; ///< Of the outline.
    QColor after;  ///< Of the bars.
    format::Format format;
    bool logarithmic = false; ///< Of the vertical axis.
};

/// One layer's plot in a rectangle of its own: axes, bars, outline, and the format's values as ticks below the axis.
class HistogramPlot {
public:
    /// @param layer  outlives the plot
    HistogramPlot(const deploy::LayerReport& layer, HistogramPart part, const HistogramStyle& style,
                  const PlotLook& look, const QRectF& rectangle);

    void paint(QPainter& painter) const;

    /// Where the values are drawn.
    [[nodiscard]] const QRectF& plot() const { return plot_; }
    /// Whether the format's values are few enough to be told apart below the axis.
    [[nodiscard]] bool hasTicks() const { return part_ != HistogramPart::Before && !ticks_.empty(); }
    /// How many weights lie at a place, in words; empty beside the plot.
    [[nodiscard]] QString readout(QPointF position) const;

private:
    [[nodiscard]] AxisScale verticalAxis() const;
    [[nodiscard]] AxisScale horizontalAxis() const;
    [[nodiscard]] qreal xOf(double value) const;
    [[nodiscard]] qreal yOf(double density) const;
    void paintBars(QPainter& painter) const;
    void paintOutline(QPainter& painter) const;
    /// Where the format's values lie along the axis; empty if they are too many.
    [[nodiscard]] std::vector<qreal> placesOfValues() const;
    void paintTicks(QPainter& painter) const;
    void paintHeading(QPainter& painter) const;

    const deploy::LayerReport& layer_;
    HistogramPart part_;
    HistogramStyle style_;
    PlotLook look_;
    QRectF rectangle_;
    PlotAxes axes_;
    QRectF plot_;
    std::vector<qreal> ticks_; // x of the format's values
};

/// Entries for the two histograms, and for the ticks where there are some, from left to right.
/// @return the width that they take
qreal paintHistogramLegend(QPainter& painter, const QRectF& rectangle, const QString& before, const QString& after,
                           const HistogramStyle& style, bool ticks, const PlotLook& look);

} // namespace roundoff::ui
