// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/clip_polyline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace roundoff::ui {

namespace {

/// The part of the segment inside, as shares of its length from the first point; none if it misses the rectangle.
std::optional<std::pair<qreal, qreal>> visiblePart(QPointF from, QPointF to, const QRectF& rectangle) {
    const QPointF direction = to - from;
    const std::array<std::pair<qreal, qreal>, 4> edges{{{-direction.x(), from.x() - rectangle.left()},
                                                        {direction.x(), rectangle.right() - from.x()},
                                                        {-direction.y(), from.y() - rectangle.top()},
                                                        {direction.y(), rectangle.bottom() - from.y()}}};
    qreal enter = 0.0;
    qreal leave = 1.0;
    for (const auto& [outward, distance] : edges) {
        if (outward == 0.0) {
            if (distance < 0.0) {
                return std::nullopt;
            }
        } else if (outward < 0.0) {
            enter = std::max(enter, distance / outward);
        } else {
            leave = std::min(leave, distance / outward);
        }
    }
    return enter <= leave ? std::optional(std::pair(enter, leave)) : std::nullopt;
}

} // namespace

QList<QPolygonF> clipPolyline(const QPolygonF& polyline, const QRectF& rectangle) {
    QList<QPolygonF> pieces;
    bool connected = false;
    for (qsizetype index = 1; index < polyline.size(); ++index) {
        const QPointF from = polyline[index - 1];
        const QPointF to = polyline[index];
        const auto part = visiblePart(from, to, rectangle);
        if (!part) {
            connected = false;
            continue;
        }
        const auto [enter, leave] = *part;
        if (!connected || enter > 0.0) {
            pieces.append(QPolygonF{from + enter * (to - from)});
        }
        pieces.back().append(leave < 1.0 ? from + leave * (to - from) : to);
        connected = leave == 1.0;
    }
    return pieces;
}

} // namespace roundoff::ui
