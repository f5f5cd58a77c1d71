// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/kernels/accumulate.h"
#include "core/kernels/quantise_tensor.h"
#include "core/kernels/thread_team.h"
#include "core/nn/precision_policy.h"

namespace roundoff::nn {

class StepProbe;

/// Where in a run a tensor is being computed.
struct StepContext {
    // The key of the random bits of stochastic rounding.
    std::uint64_t seed = 0;
    std::uint32_t epoch = 0;
    std::uint32_t step = 0; ///< In the epoch; evaluation sets kEvaluationBit.

    StepProbe* probe = nullptr;          ///< Sees what is computed, or null. It changes no bit of the result.
    kernels::ThreadTeam* team = nullptr; ///< Shares the work, or null. It changes no bit of the result.

    static constexpr std::uint32_t kEvaluationBit = 1U << 31U;
};

/// The stream for one use of random bits: `tensor` numbers the tensors that a step rounds.
[[nodiscard]] format::RandomStream roundingStream(const StepContext& context, std::uint32_t tensor);

/// The quantisers of one layer, resolved from a policy once.
/// @tparam T  the container
template <typename T>
class LayerPrecision {
public:
    /// @param number  of the layer among those that have parameters, from 1
    LayerPrecision(const PrecisionPolicy& policy, std::size_t number);

    [[nodiscard]] const kernels::TensorQuantiser<T>& operator[](Role role) const {
        return quantisers_[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] bool hasMasterWeights() const { return hasMasterWeights_; }
    [[nodiscard]] bool stepwise() const { return arithmetic_ == Arithmetic::Stepwise; }
    /// The number of the layer, from 1.
    [[nodiscard]] int layer() const { return layer_; }
    /// What products are accumulated in, if it is not the container.
    [[nodiscard]] const std::optional<kernels::Accumulator<float>>& accumulator() const { return accumulator_; }
    /// Where unscaled and clipped gradients are kept: the master weights' format if there are any, else the gradients'.
    [[nodiscard]] Role unscaledRole() const { return hasMasterWeights_ ? Role::MasterWeights : Role::Gradients; }

private:
    std::array<kernels::TensorQuantiser<T>, kRoleCount> quantisers_;
    std::optional<kernels::Accumulator<float>> accumulator_;
    bool hasMasterWeights_;
    Arithmetic arithmetic_;
    int layer_;
};

/// The name of the n-th layer that has parameters, from 1: layer1, layer2, ...
[[nodiscard]] std::string layerName(std::size_t number);

} // namespace roundoff::nn
