// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QColor>
#include <QFont>
#include <QList>
#include <QMarginsF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include "ui/charts/axis_scale.h"
#include "ui/charts/group_curve.h"
#include "ui/charts/series_style.h"

class QPainter;
class QPalette;

namespace roundoff::ui {

/// Colours, font and strokes of a plot, in units of the painter.
struct PlotLook {
    static constexpr double kBandOpacity = 0.16;

    QColor surface;
    QColor text;
    QColor mutedText;
    QColor frame;
    QColor grid;
    QFont font; ///< Its size is in pixels, so that it scales with the painter.
    qreal hair = 1.0;
    qreal line = 2.0;
    qreal thinLine = 1.0;
    qreal marker = 8.0;

    /// Surfaces and text of a palette, for the screen.
    static PlotLook fromPalette(const QPalette& palette, const QFont& font);
};

struct PlotAxes {
    AxisScale x;
    AxisScale y;
    std::optional<AxisScale> right; ///< A second vertical axis.
    QString xTitle;
    QString yTitle;
    QString rightTitle;

    bool operator==(const PlotAxes&) const = default;
};

/// A group's curves as they are painted.
struct PlotCurve {
    SeriesStyle style;
    GroupCurve curve;
    double detailOpacity = 0.3;
    qreal markerSpacing = 0.0; ///< Smallest distance between markers along x; none are drawn for a negative one.
    qreal markerPhase = 0.0;   ///< Shifts sparse markers by this share of the spacing, so that groups do not hide each
                               ///< other.
    QList<QPointF> secondary;  ///< A second, thinner line of the group.
    bool secondaryOnRight = false; ///< Measured by the right axis.

    bool operator==(const PlotCurve&) const = default;
};

/// The room that tick labels and titles need around a plot.
[[nodiscard]] QMarginsF plotMargins(const PlotAxes& axes, const PlotLook& look);

/// Where a value lies in a plot.
[[nodiscard]] QPointF plotPosition(const QRectF& plot, const AxisScale& x, const AxisScale& y, QPointF value);

/// Grid, frame, ticks, labels and titles; the labels lie outside the rectangle.
void paintAxes(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const PlotLook& look);

/// Bands and lines, cut at the rectangle by arithmetic: a vector format need not know clipping.
void paintLines(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const PlotCurve& curve,
                const PlotLook& look);

/// Markers at the points, and at the plot's edge where values could not be shown.
void paintMarkers(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const PlotCurve& curve,
                  const PlotLook& look);

/// An entry of a legend.
struct LegendEntry {
    QString text;
    SeriesStyle style;
};

/// Height of a legend that flows in rows of this width.
[[nodiscard]] qreal legendHeight(const QList<LegendEntry>& entries, qreal width, const PlotLook& look);
void paintLegend(QPainter& painter, const QRectF& rectangle, const QList<LegendEntry>& entries, const PlotLook& look);

} // namespace roundoff::ui
