// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/run_spec.h"
#include "core/nn/kept_weights.h"

namespace roundoff::store {

// Parts of a specification as tables show them.

/// A field of a specification that is a text or a choice.
[[nodiscard]] std::string fieldText(const experiment::RunSpec& run, std::string_view path);

/// Widths from input to output, such as 784-128-64-10. What the data set decides comes from the shapes of the weights,
/// because the files may be out of reach by now; a run that failed before it had any shows "?" there.
[[nodiscard]] std::string networkText(const experiment::RunSpec& run,
                                      const std::vector<nn::KeptWeights::Shape>& shapes);

/// "norm 0.5"
[[nodiscard]] std::string clippingText(const experiment::RunSpec& run);

/// Counted from 1; 0 without folds.
[[nodiscard]] int foldNumber(const experiment::RunSpec& run);

} // namespace roundoff::store
