// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/data/dataset.h"
#include "core/experiment/run_spec.h"
#include "core/nn/examples.h"

namespace roundoff::experiment {

/// The images of a data set as training sees them.
[[nodiscard]] nn::Examples makeExamples(const data::Dataset& dataset, const data::ImageSet& images,
                                        Normalisation normalisation);

/// Which training images a run trains on and which it validates on (none without folds), in file order.
struct Split {
    std::vector<std::uint32_t> training;
    std::vector<std::uint32_t> validation;
};

/// @throws InputError if there are fewer images than folds
[[nodiscard]] Split splitTrainingSet(const RunSpec& run, const data::ImageSet& images);

/// The order of an epoch: a permutation by Fisher and Yates whose random numbers depend on seed and epoch only.
/// @param epoch  from 1
void shuffle(std::vector<std::uint32_t>& indices, std::uint64_t seed, std::uint32_t epoch);

} // namespace roundoff::experiment
