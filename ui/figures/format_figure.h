// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figures/figure.h"
#include "ui/figures/format_use.h"

namespace roundoff::ui {

/// How a format stores a value (see `paintFormatDiagram`), to be printed, with its bits as CSV.
[[nodiscard]] Figure storedNumberFigure(const FormatUse& use, double value, const FigureOptions& options = {});

} // namespace roundoff::ui
