// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>
#include <QRectF>

namespace roundoff::ui {

/// The parts of a polyline that lie in a rectangle (Liang and Barsky: A new concept and method for line clipping, ACM
/// Transactions on Graphics 3(1), 1984). QSvgGenerator has no clipping before Qt 6.7, so a zoomed plot has to be cut
/// before it is painted.
[[nodiscard]] QList<QPolygonF> clipPolyline(const QPolygonF& polyline, const QRectF& rectangle);

} // namespace roundoff::ui
