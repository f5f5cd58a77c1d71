// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

#include "ui/charts/picture_file.h"
#include "ui/charts/plot_painter.h"
#include "ui/figures/figure_data.h"

class QPainter;

namespace roundoff::ui {

/// A plot with a category in each row and values along x: names of any length can be read, and of any number.
struct RowPlot {
    QStringList names;
    QStringList remarks; ///< Right of the plot, one a row; or none at all.
    AxisScale values;
    QString valueTitle;
};

/// Whether names and remarks would leave too little of the width to the plot: they then go above each row's part, and a
/// row needs twice the room.
[[nodiscard]] bool stacksRows(const QStringList& names, const QStringList& remarks, qreal width, const PlotLook& look);

/// The size of a figure with such rows.
[[nodiscard]] PictureSize rowSheetSize(const FigureOptions& options, const QStringList& names,
                                       const QStringList& remarks);

/// Paints names, grid, remarks and the axis of values, then calls `paintRow(row, left to right line of the row)`, where
/// the rectangle is the row's part of the plot.
void paintRowPlot(QPainter& painter, const QRectF& rectangle, const RowPlot& rows, const PlotLook& look,
                  const std::function<void(qsizetype, const QRectF&)>& paintRow);

/// The axis of values for a plot of this width.
[[nodiscard]] AxisScale rowAxis(NumberStyle style, Range values, Fit fit, qreal width, const PlotLook& look);

} // namespace roundoff::ui
