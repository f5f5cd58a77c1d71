// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/nn/trainer.h"

namespace roundoff::tests {

/// A training that is done twice, by the trainer and by the reference.
struct TrainingCase {
    std::string name;
    nn::TrainerSpec spec;
    bool staysFinite = true;
};

/// Every kind of policy, with each of SGD, Adam and AdamW, of the three non-linearities and of the ways to clip: a
/// network of three layers, of which no width is a multiple of a vector's.
[[nodiscard]] const std::vector<TrainingCase>& trainingCases();

} // namespace roundoff::tests
