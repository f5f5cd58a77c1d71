// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/nn/weights.h"

namespace roundoff::nn {

/// Which tensor of a parameter.
enum class StatePart : std::uint8_t {
    Weights,       ///< What the products see.
    MasterWeights, ///< What the optimiser updates, where the policy keeps them apart.
    FirstMoment,   ///< SGD's velocity, Adam's mean of the gradients.
    SecondMoment   ///< Adam's mean of the squared gradients.
};

/// One tensor as a trainer holds it, bit for bit.
struct StateTensor {
    std::string parameter; ///< "layer1.weight"
    StatePart part = StatePart::Weights;
    std::size_t rows = 0; ///< Weights are [inputs, outputs], biases [1, outputs].
    std::size_t cols = 0;
    std::vector<std::byte> bits; ///< Row by row, values of the container as little-endian IEEE 754.

    bool operator==(const StateTensor&) const = default;
};

/// All that the next step depends on, apart from the specification and the data. Random numbers are counted, not drawn
/// from a stream, and have no state.
struct TrainerState {
    bool doubleContainer = false;
    std::vector<StateTensor> tensors; ///< In layer order, weight before bias, then by part.
    std::int64_t optimiserSteps = 0;
    double lossScale = 1.0;
    int finiteSteps = 0;         ///< Steps in a row that loss scaling did not skip, since its scale last grew.
    bool nonFiniteFound = false; ///< Whether the first infinity or NaN has been told,
    bool skipTold = false;       ///< and whether one of a skipped step has.

    bool operator==(const TrainerState&) const = default;
};

/// The weights in a state, as `Trainer::weights` gives them.
/// @throws InputError if a tensor has not as many values as its shape says
[[nodiscard]] WeightSnapshot weightsOf(const TrainerState& state);

} // namespace roundoff::nn
