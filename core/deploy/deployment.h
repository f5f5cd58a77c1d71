// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "core/format/tensor_format.h"
#include "core/nn/weights.h"

namespace roundoff::deploy {

/// What of the network a deployment rounds.
enum class Scope : std::uint8_t { Weights, WeightsAndActivations };

/// Something done to trained weights without training again: rounding them to a format.
struct Deployment {
    format::TensorFormat format = format::Format(format::Decimal{3});
    format::Rounding rounding = format::Rounding::NearestEven;
    std::optional<format::Overflow> overflow; ///< Without one, the format's default.
    Scope scope = Scope::Weights;

    /// The format's name, followed by "+activations" where they are rounded too.
    [[nodiscard]] std::string name() const;
    /// The name with all that is not as usual: "DEC1 toward-zero", "FP8-E4M3 saturate".
    [[nodiscard]] std::string label() const;
    /// Of a scalar format.
    /// @throws std::bad_variant_access for a format whose values share scales
    [[nodiscard]] format::Quantisation quantisation() const;

    bool operator==(const Deployment&) const = default;
};

/// What rounding did to the weights.
struct WeightError {
    double signalToNoiseDb = 0.0; ///< 10 log10(sum w^2 / sum (w - q)^2); infinite if nothing changed.
    double maxAbsError = 0.0;
    std::size_t distinctValues = 0; ///< Of all layers together; the two zeros are one.
    /// Shared scales and zero points are counted in both.
    double bitsPerWeight = 0.0; ///< Width of a code in packed storage: the format's, or what the range of significands
                                ///< needs (see `SignificandRange`); 64 for decimals of weights that have none, such as
                                ///< NaN.
    std::size_t bytes = 0;      ///< All weights in codes of that width.

    bool operator==(const WeightError&) const = default;
};

/// The weights after a deployment. Stochastic rounding takes its bits from the seed.
[[nodiscard]] nn::WeightSnapshot apply(const Deployment& deployment, const nn::WeightSnapshot& weights,
                                       std::uint64_t seed);

/// @param before, after  the same tensors
[[nodiscard]] WeightError weightError(const Deployment& deployment, const nn::WeightSnapshot& before,
                                      const nn::WeightSnapshot& after);

} // namespace roundoff::deploy
