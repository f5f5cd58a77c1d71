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

/// The size of a figure.
/// @param rows    of categories, which need a line each; 0 for a plot with numeric axes
/// @param legend  grows the sheet by the rows it has beyond two, so that it does not take the plot's room
[[nodiscard]] PictureSize sheetSize(const FigureOptions& options, qsizetype rows,
                                    const QList<LegendEntry>& legend = {});

/// Paints the title, the legend and, where the values' axis does not start at zero, a badge that says so.
/// @return what is left of the sheet
[[nodiscard]] QRectF paintSheet(QPainter& painter, const QRectF& sheet, const QString& title,
                                const QList<LegendEntry>& legend, bool startsAtZero, const PlotLook& look);

/// A line from one value to another with short ends across it.
void paintErrorBar(QPainter& painter, QPointF from, QPointF to, const QColor& colour, const PlotLook& look);

/// A bar with a hatch of the series' own, so that it is known without its colour.
void paintHatchedBar(QPainter& painter, const QRectF& bar, const SeriesStyle& style, const PlotLook& look);

} // namespace roundoff::ui
