// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/plan.h"

namespace roundoff::experiment {

/// Multiply-adds of one run's training and evaluations, from the shapes alone.
/// @param trainingImages, testImages  of the data set
[[nodiscard]] double multiplyAdds(const RunSpec& run, std::size_t inputs, std::size_t classes,
                                  std::size_t trainingImages, std::size_t testImages);

/// Seconds that a plan takes on this machine with so many threads, from a measurement of the products at the plan's own
/// shapes that takes a few milliseconds and is made once per shape and container. MNIST's sizes are assumed.
[[nodiscard]] double estimateSeconds(const Plan& plan, unsigned threads);

/// Bytes that the tensors of one run take: parameters with gradients, state and copies, activations of a batch.
[[nodiscard]] double estimateBytes(const RunSpec& run, std::size_t inputs, std::size_t classes);

} // namespace roundoff::experiment
