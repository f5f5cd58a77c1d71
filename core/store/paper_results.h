// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/experiment/presets.h"
#include "core/store/results.h"

namespace roundoff::store {

/// A preset with what came of it here.
struct PresetResults {
    experiment::Preset preset;
    ExperimentResults results;
    std::vector<std::string> changes; ///< What was changed of the preset: "training.epochs=1".
};

/// The presets that make figures of the paper, in the order of the figures.
[[nodiscard]] std::vector<experiment::Preset> paperPresets(std::vector<experiment::Preset> all);

/// Every claim with its verdict, as CSV: experiment, figure, said, aspect, criterion, measured, verdict.
[[nodiscard]] std::string claimsTable(const std::vector<PresetResults>& experiments);

} // namespace roundoff::store
