// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/data/dataset.h"
#include "core/store/results.h"
#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// What the figures of an experiment show: its runs by group, with the 95 % intervals of their mean accuracies.
/// @param dataset  the experiment's, for figures of its images and of the network; null leaves those out that need it
[[nodiscard]] FigureData figureData(const store::ExperimentResults& results,
                                    std::shared_ptr<const data::Dataset> dataset = nullptr);

} // namespace roundoff::ui
