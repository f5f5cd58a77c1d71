// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/deploy/histogram.h"
#include "core/experiment/run_result.h"

namespace roundoff::store {

/// The weights of one layer after a deployment.
struct WeightHistogram {
    std::string layer;      ///< layer1
    std::string deployment; ///< Its label; "none" for the weights as they were trained.
    deploy::Histogram histogram;
};

/// Of each layer before and after each of a run's deployments, in bins over the range of the trained weights, so that
/// they can be laid over each other. Layers without a finite weight have none.
/// @param seed  of the run
[[nodiscard]] std::vector<WeightHistogram> weightHistograms(const experiment::RunResult& result, std::uint64_t seed);

} // namespace roundoff::store
