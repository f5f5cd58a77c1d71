// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "ui/charts/plot_painter.h"
#include "ui/figures/format_use.h"

class QPainter;

namespace roundoff::ui {

/// Paints how a format stores a value (the paper's figure 1): the bits in boxes by field, the equation with its numbers
/// filled in, the exact value stored and its error. For decimals, the significand, base and exponent under braces.
/// Everything lies within the rectangle: where it is too narrow, the boxes go on in further rows.
/// @param value  as typed: its shortest decimal notation is what the error is measured against
void paintFormatDiagram(QPainter& painter, const QRectF& rectangle, const FormatUse& use, double value,
                        const PlotLook& look);

/// The height that the diagram needs at a width, in the look's units.
[[nodiscard]] qreal formatDiagramHeight(const FormatUse& use, double value, qreal width, const PlotLook& look);

} // namespace roundoff::ui
