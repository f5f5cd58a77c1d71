// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_painter.h"

#include <algorithm>
#include <cmath>

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>
#include <QPolygonF>

#include "ui/charts/clip_polyline.h"

namespace roundoff::ui {

namespace {

// Of a legend's entry, in heights of the font: its line, long enough to show the longest dashes, and where its text
// begins.
constexpr double kLegendSample = 3.0;
constexpr double kLegendText = 3.4;

QColor between(const QColor& from, const QColor& to, double share) {
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue()));
}

qreal tickGap(const PlotLook& look) {
    return 5.0 * look.hair;
}

qreal widestLabel(const AxisScale& axis, const QFontMetricsF& metrics) {
    qreal widest = 0.0;
    for (const Tick& tick : axis.ticks) {
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    }
    return widest;
}

QPolygonF positions(const QRectF& plot, const AxisScale& x, const AxisScale& y, const QList<QPointF>& values) {
    QPolygonF polygon;
    polygon.reserve(values.size());
    for (const QPointF& value : values) {
        if (x.canShow(value.x()) && y.canShow(value.y())) {
            polygon.append(plotPosition(plot, x, y, value));
        }
    }
    return polygon;
}

void paintVerticalTicks(QPainter& painter, const QRectF& plot, const AxisScale& axis, bool onRight,
                        const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    for (const Tick& tick : axis.ticks) {
        const qreal y = plot.bottom() - axis.fraction(tick.value) * plot.height();
        if (tick.label.isEmpty()) {
            const qreal x = onRight ? plot.right() : plot.left();
            painter.setPen(QPen(look.frame, look.hair));
            painter.drawLine(QPointF(x, y), QPointF(x + (onRight ? -3.0 : 3.0) * look.hair, y));
            continue;
        }
        if (!onRight) {
            painter.setPen(QPen(look.grid, look.hair));
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        }
        painter.setPen(look.mutedText);
        const qreal baseline = y + (metrics.ascent() - metrics.descent()) / 2.0;
        const qreal x = onRight ? plot.right() + tickGap(look)
                                : plot.left() - tickGap(look) - metrics.horizontalAdvance(tick.label);
        painter.drawText(QPointF(x, baseline), tick.label);
    }
}

void paintHorizontalTicks(QPainter& painter, const QRectF& plot, const AxisScale& axis, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    qreal free = -1e9;
    for (const Tick& tick : axis.ticks) {
        const qreal x = plot.left() + axis.fraction(tick.value) * plot.width();
        if (tick.label.isEmpty()) {
            painter.setPen(QPen(look.frame, look.hair));
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() - 3.0 * look.hair));
            continue;
        }
        painter.setPen(QPen(look.grid, look.hair));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const qreal width = metrics.horizontalAdvance(tick.label);
        if (x - width / 2.0 >= free) {
            painter.setPen(look.mutedText);
            painter.drawText(QPointF(x - width / 2.0, plot.bottom() + tickGap(look) + metrics.ascent()), tick.label);
            free = x + width / 2.0 + metrics.averageCharWidth();
        }
    }
}

void paintVerticalTitle(QPainter& painter, QPointF centre, const QString& title, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    painter.save();
    painter.translate(centre);
    painter.rotate(-90.0);
    painter.drawText(QPointF(-metrics.horizontalAdvance(title) / 2.0, (metrics.ascent() - metrics.descent()) / 2.0),
                     title);
    painter.restore();
}

void paintPolyline(QPainter& painter, const QRectF& plot, const QPolygonF& polyline, const QPen& pen) {
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF& piece : clipPolyline(polyline, plot)) {
        painter.drawPolyline(piece);
    }
}

void paintPointMarkers(QPainter& painter, const QRectF& plot, const QPolygonF& points, const PlotCurve& curve,
                       qreal size, MarkerFill fill, const PlotLook& look) {
    const qreal tolerance = 0.01 * look.hair;
    const QRectF reach = plot.adjusted(-tolerance, -tolerance, tolerance, tolerance);
    qreal next = plot.left() - tolerance + curve.markerPhase * curve.markerSpacing;
    for (const QPointF& point : points) {
        if (point.x() >= next && reach.contains(point)) {
            drawMarker(painter, point, size, curve.style, fill, look.surface);
            next = point.x() + curve.markerSpacing;
        }
    }
}

void paintOmitted(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const PlotCurve& curve,
                  const PlotLook& look) {
    for (const OmittedStretch& stretch : curve.curve.omitted) {
        const qreal first = std::max(axes.x.fraction(stretch.x.low), 0.0);
        const qreal last = std::min(axes.x.fraction(stretch.x.high), 1.0);
        if (first > 1.0 || last < 0.0) {
            continue;
        }
        const bool high = stretch.edge == Edge::High;
        const qreal half = look.marker / 2.0;
        const qreal y = high ? plot.top() + look.line : plot.bottom() - look.line;
        const qreal left = plot.left() + first * plot.width();
        const qreal right = plot.left() + last * plot.width();
        painter.setPen(QPen(curve.style.colour, look.line, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(left, y), QPointF(right, y));
        const qreal base = y + (high ? half * 1.6 : -half * 1.6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(curve.style.colour);
        painter.drawPolygon(QPolygonF{QPointF(left, y), QPointF(left - half, base), QPointF(left + half, base)});
    }
}

/// Calls place(entry, left edge, row) for each entry and returns the number of rows.
template <typename Place>
int flowLegend(const QList<LegendEntry>& entries, qreal width, const PlotLook& look, Place place) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    qreal x = 0.0;
    int row = 0;
    for (const LegendEntry& entry : entries) {
        const qreal needed = kLegendText * em + metrics.horizontalAdvance(entry.text);
        if (x > 0.0 && x + needed > width) {
            x = 0.0;
            ++row;
        }
        place(entry, x, row);
        x += needed + 1.2 * em;
    }
    return row + 1;
}

qreal legendRow(const PlotLook& look) {
    return 1.4 * QFontMetricsF(look.font).height();
}

} // namespace

PlotLook PlotLook::fromPalette(const QPalette& palette, const QFont& font) {
    PlotLook look;
    look.surface = palette.color(QPalette::Base);
    look.text = palette.color(QPalette::Text);
    look.mutedText = between(look.text, look.surface, 0.28);
    look.frame = between(look.text, look.surface, 0.60);
    look.grid = between(look.text, look.surface, 0.87);
    look.font = font;
    look.font.setPixelSize(std::max(9, static_cast<int>(std::lround(0.9 * QFontInfo(font).pixelSize()))));
    return look;
}

QMarginsF plotMargins(const PlotAxes& axes, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const qreal halfLast = axes.x.ticks.isEmpty() ? 0.0 : metrics.horizontalAdvance(axes.x.ticks.back().label) / 2.0;
    const qreal title = 1.3 * em;
    qreal right = std::max(0.5 * em, halfLast);
    if (axes.right) {
        right = std::max(right, tickGap(look) + widestLabel(*axes.right, metrics));
    }
    return QMarginsF(tickGap(look) + widestLabel(axes.y, metrics) + (axes.yTitle.isEmpty() ? 0.0 : title), 0.55 * em,
                     right + (axes.rightTitle.isEmpty() ? 0.0 : title),
                     tickGap(look) + em + (axes.xTitle.isEmpty() ? 0.0 : title));
}

QPointF plotPosition(const QRectF& plot, const AxisScale& x, const AxisScale& y, QPointF value) {
    return {plot.left() + x.fraction(value.x()) * plot.width(), plot.bottom() - y.fraction(value.y()) * plot.height()};
}

void paintAxes(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    painter.setFont(look.font);
    painter.setBrush(Qt::NoBrush);
    paintHorizontalTicks(painter, plot, axes.x, look);
    paintVerticalTicks(painter, plot, axes.y, false, look);
    if (axes.right) {
        paintVerticalTicks(painter, plot, *axes.right, true, look);
    }
    painter.setPen(QPen(look.frame, look.hair));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawLine(plot.bottomLeft(), plot.topLeft());
    if (axes.right) {
        painter.drawLine(plot.bottomRight(), plot.topRight());
    }

    painter.setPen(look.text);
    const QMarginsF margins = plotMargins(axes, look);
    if (!axes.xTitle.isEmpty()) {
        const QString title = metrics.elidedText(axes.xTitle, Qt::ElideRight,
                                                 plot.width() + 2.0 * std::min(margins.left(), margins.right()));
        const qreal x = plot.center().x() - metrics.horizontalAdvance(title) / 2.0;
        painter.drawText(QPointF(x, plot.bottom() + margins.bottom() - metrics.descent()), title);
    }
    if (!axes.yTitle.isEmpty()) {
        paintVerticalTitle(painter, {plot.left() - margins.left() + metrics.height() / 2.0, plot.center().y()},
                           metrics.elidedText(axes.yTitle, Qt::ElideRight, plot.height() + margins.top()), look);
    }
    if (!axes.rightTitle.isEmpty()) {
        paintVerticalTitle(painter, {plot.right() + margins.right() - metrics.height() / 2.0, plot.center().y()},
                           metrics.elidedText(axes.rightTitle, Qt::ElideRight, plot.height() + margins.top()), look);
    }
}

void paintLines(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const PlotCurve& curve,
                const PlotLook& look) {
    const GroupCurve& group = curve.curve;
    if (!group.lower.isEmpty()) {
        QPolygonF band = positions(plot, axes.x, axes.y, group.upper);
        const QPolygonF lower = positions(plot, axes.x, axes.y, group.lower);
        std::copy(lower.rbegin(), lower.rend(), std::back_inserter(band));
        QColor colour = curve.style.colour;
        colour.setAlphaF(static_cast<float>(PlotLook::kBandOpacity));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(band.intersected(QPolygonF(plot)));
    }
    if (!group.detail.isEmpty()) {
        QColor colour = curve.style.colour;
        colour.setAlphaF(static_cast<float>(curve.detailOpacity));
        paintPolyline(painter, plot, positions(plot, axes.x, axes.y, group.detail), QPen(colour, look.hair));
    }
    if (!curve.secondary.isEmpty()) {
        const AxisScale& y = curve.secondaryOnRight && axes.right ? *axes.right : axes.y;
        paintPolyline(painter, plot, positions(plot, axes.x, y, curve.secondary),
                      QPen(curve.style.colour, look.thinLine));
    }
    paintPolyline(painter, plot, positions(plot, axes.x, axes.y, group.line), curve.style.pen(look.line));
}

void paintMarkers(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const PlotCurve& curve,
                  const PlotLook& look) {
    if (curve.markerSpacing >= 0.0) {
        if (!curve.secondaryOnRight) {
            paintPointMarkers(painter, plot, positions(plot, axes.x, axes.y, curve.secondary), curve,
                              0.75 * look.marker, MarkerFill::Hollow, look);
        }
        paintPointMarkers(painter, plot, positions(plot, axes.x, axes.y, curve.curve.line), curve, look.marker,
                          MarkerFill::Filled, look);
    }
    paintOmitted(painter, plot, axes, curve, look);
}

qreal legendHeight(const QList<LegendEntry>& entries, qreal width, const PlotLook& look) {
    return entries.isEmpty() ? 0.0 : legendRow(look) * flowLegend(entries, width, look, [](auto&&...) {});
}

void paintLegend(QPainter& painter, const QRectF& rectangle, const QList<LegendEntry>& entries, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    painter.setFont(look.font);
    flowLegend(entries, rectangle.width(), look, [&](const LegendEntry& entry, qreal x, int row) {
        const qreal middle = rectangle.top() + (row + 0.5) * legendRow(look);
        drawSample(painter, QRectF(rectangle.left() + x, middle - em / 2.0, kLegendSample * em, em), entry.style,
                   look.line, look.marker);
        painter.setPen(look.text);
        painter.drawText(
            QPointF(rectangle.left() + x + kLegendText * em, middle + (metrics.ascent() - metrics.descent()) / 2.0),
            metrics.elidedText(entry.text, Qt::ElideMiddle, rectangle.width() - x - kLegendText * em));
    });
}

} // namespace roundoff::ui
