// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QColor>
#include <QIcon>
#include <QList>
#include <QPen>
#include <QSize>
#include <QString>

#include "ui/charts/run_info.h"

class QPainter;
class QPointF;
class QRectF;

namespace roundoff::ui {

enum class Marker : std::uint8_t { Circle, Square, TriangleUp, Diamond, TriangleDown, Plus, Cross, Hexagon };

/// Filled markers are the rule; hollow ones tell a second quantity of the same group apart from the first.
enum class MarkerFill : std::uint8_t { Filled, Hollow };

/// How a group looks in every chart, table and figure. Any one of colour, dash and marker is enough to follow a line.
struct SeriesStyle {
    QColor colour;
    QList<qreal>
        pattern; ///< Lengths of dashes and gaps in units of the pen's width, as QPen takes them; empty is solid.
    Marker marker = Marker::Circle;

    /// @param width  of the line, in units of the painter
    [[nodiscard]] QPen pen(qreal width) const;

    bool operator==(const SeriesStyle&) const = default;
};

/// The style of a precision policy.
///
/// Well-known names have fixed styles from the palette of Okabe and Ito (Color Universal Design, 2008), which stays
/// apart for colour-blind eyes; other names (E5M6, INT4, custom) get one of the remaining combinations by a hash of the
/// name, the same in every session.
/// @param dark     for a dark background: the same hue, light enough to be seen
/// @param variant  0 for the first group of a precision; later ones keep the hue and differ in shade, dash and marker
[[nodiscard]] SeriesStyle styleForPrecision(const QString& precision, bool dark, int variant = 0);

/// The style of a line that is no precision, by its place among those that it is shown with, from 0: hue, dash and
/// marker all go on from one to the next.
[[nodiscard]] SeriesStyle styleForPlace(int place, bool dark);

/// One group of runs, in the order of the plan.
struct GroupInfo {
    QString name;
    QString precision; ///< Empty for lines that are no precisions.

    bool operator==(const GroupInfo&) const = default;
};

/// The distinct groups of the runs, in order of first appearance.
[[nodiscard]] QList<GroupInfo> groupsOf(const QList<RunInfo>& runs);

/// Styles for groups shown together, one each, in order; groups that share a precision get its variants, those
/// without one a style by their place.
[[nodiscard]] QList<SeriesStyle> stylesForGroups(const QList<GroupInfo>& groups, bool dark);

/// Draws a marker in the painter's units.
/// @param size     height and width of the marker
/// @param surface  colour of the background: the inside of a hollow marker
void drawMarker(QPainter& painter, QPointF centre, qreal size, const SeriesStyle& style,
                MarkerFill fill = MarkerFill::Filled, const QColor& surface = Qt::white);

/// Draws a piece of the line with a marker in its middle, as in a legend.
void drawSample(QPainter& painter, const QRectF& rectangle, const SeriesStyle& style, qreal lineWidth,
                qreal markerSize);

/// The same as an icon, for tables and lists.
[[nodiscard]] QIcon sampleIcon(const SeriesStyle& style, QSize size, qreal devicePixelRatio = 1.0);

} // namespace roundoff::ui
