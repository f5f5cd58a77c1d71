// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include <QRectF>
#include <QString>

#include "ui/charts/picture_file.h"
#include "ui/charts/plot_painter.h"
#include "ui/figures/figure_data.h"

class QPainter;

namespace roundoff::ui {

/// Paints a figure into a rectangle of any size and place, in the look of a page or of a screen. Lengths follow the
/// look's font.
using PaintFigure = std::function<void(QPainter&, const QRectF&, const PlotLook&)>;

/// A figure ready to be painted or written, with the data it shows. It keeps alive what it needs.
struct Figure {
    QString name; ///< Of its files: "training-time".
    QString title;
    PictureSize size; ///< For print; on a screen, its shape is a good one.
    PaintFigure paint;
    std::string csv;
};

/// The figure as it is printed: on white, in the options' font.
[[nodiscard]] PaintPicture onPaper(const Figure& figure, const FigureOptions& options);

} // namespace roundoff::ui
