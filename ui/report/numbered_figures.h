// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/data/dataset.h"
#include "core/store/paper_results.h"
#include "ui/figures/figure.h"

namespace roundoff::ui {

/// A figure under the paper's number.
struct NumberedFigure {
    QString number;  ///< "4"; empty for a figure that the paper has not.
    QString caption; ///< The paper's; empty for a further view of the same figure.
    Figure figure;
    const store::PresetResults* experiment = nullptr; ///< None for those that need no training: 1 to 3.
};

/// All figures of the paper that there are data for, in its order: 1 to 3, and those that the presets name; after those
/// of an experiment with loss scaling the trace of its scale.
/// @param experiments  outlive the figures
/// @param dataset      of the sample images; null leaves them out
[[nodiscard]] std::vector<NumberedFigure> numberedFigures(const std::vector<store::PresetResults>& experiments,
                                                          const std::shared_ptr<const data::Dataset>& dataset,
                                                          const FigureOptions& options);

} // namespace roundoff::ui
