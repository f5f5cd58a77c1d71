// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/density_plot.h"
#include "ui/figures/figure.h"
#include "ui/figures/number_line_plot.h"

namespace roundoff::ui {

/// Number lines to be printed. As CSV, each value that is shown with its code, or, where a format has more than 4096 on
/// the axis, how many values lie in each of 256 stretches of it.
[[nodiscard]] Figure numberLineFigure(const NumberLines& lines, const FigureOptions& options = {});

/// Densities to be printed. As CSV, the values in each power of two.
[[nodiscard]] Figure densityFigure(const Densities& densities, const FigureOptions& options = {});

} // namespace roundoff::ui
