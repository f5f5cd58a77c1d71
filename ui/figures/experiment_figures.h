// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/results.h"
#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// What the figures of an experiment show: its runs by group, with the 95 % intervals of their mean accuracies.
[[nodiscard]] FigureData figureData(const store::ExperimentResults& results);

} // namespace roundoff::ui
