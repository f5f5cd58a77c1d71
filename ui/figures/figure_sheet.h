// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

#include "ui/charts/picture_file.h"
#include "ui/charts/plot_painter.h"
#include "ui/figures/figure_data.h"

class QPainter;

namespace roundoff::ui {

/// The sheet that a figure is painted on: tenths of a point, white, black text.
[[nodiscard]] PlotLook printLook(const FigureOptions& options);

/// A colour on the way from one to another.
[[nodiscard]] QColor between(const QColor& from, const QColor& to, double share);

/// Whether the look has a dark background, on which series take their lighter colours.
[[nodiscard]] bool isDark(const PlotLook& look);

/// The size of a figure.
/// @param rows    of categories, which need a line each, or two if they are stacked; 0 for a plot with numeric axes
/// @param legend  grows the sheet by the rows it has beyond two, so that it does not take the plot's room
[[nodiscard]] PictureSize sheetSize(const FigureOptions& options, qsizetype rows,
                                    const QList<LegendEntry>& legend = {});

/// The rectangles of panels that lie beside each other, row by row, as many to a row as have room.
/// @param smallest  width of a panel below which it goes to another row
[[nodiscard]] QList<QRectF> panelRectangles(const QRectF& rectangle, qsizetype panels, qreal smallest, qreal gap);

/// The size of a figure of panels, higher where its panels need several rows.
/// @param smallest  width of a panel in heights of the font
/// @param height    of a row in heights of the font, at least
[[nodiscard]] PictureSize panelSheetSize(const FigureOptions& options, qsizetype panels, double smallest,
                                         double height);

/// Says that the values' axis does not start at zero, in a frame whose top right or top left corner is given.
void paintBadge(QPainter& painter, QPointF corner, Qt::Corner which, const PlotLook& look);

/// The look's font, smaller: for remarks.
[[nodiscard]] QFont smallFont(const PlotLook& look);

/// Paints the title, the legend and, where the values' axis does not start at zero, a badge that says so.
/// @return what is left of the sheet
[[nodiscard]] QRectF paintSheet(QPainter& painter, const QRectF& sheet, const QString& title,
                                const QList<LegendEntry>& legend, bool startsAtZero, const PlotLook& look);

/// A line from one value to another with short ends across it.
void paintErrorBar(QPainter& painter, QPointF from, QPointF to, const QColor& colour, const PlotLook& look);

/// A bar with a hatch of the series' own, so that it is known without its colour.
void paintHatchedBar(QPainter& painter, const QRectF& bar, const SeriesStyle& style, const PlotLook& look);

} // namespace roundoff::ui
