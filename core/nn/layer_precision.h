// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/kernels/matrix.h"
#include "core/kernels/quantise_span.h"
#include "core/nn/precision_policy.h"

namespace roundoff::nn {

/// Where in a run a tensor is being computed: keys the random bits of stochastic rounding.
struct StepKey {
    std::uint64_t seed = 0;
    std::uint32_t epoch = 0;
    std::uint32_t step = 0; ///< In the epoch; evaluation sets kEvaluationBit.

    static constexpr std::uint32_t kEvaluationBit = 1U << 31U;
};

/// The stream for one use of random bits: `tensor` numbers the tensors that a step rounds.
[[nodiscard]] format::RandomStream roundingStream(const StepKey& key, std::uint32_t tensor);

/// The quantisers of one layer, resolved from a policy once.
/// @tparam T  the container
template <typename T>
class LayerPrecision {
public:
    LayerPrecision(const PrecisionPolicy& policy, const std::string& layer);

    [[nodiscard]] const kernels::SpanQuantiser<T>& operator[](Role role) const {
        return quantisers_[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] bool hasMasterWeights() const { return hasMasterWeights_; }
    [[nodiscard]] bool stepwise() const { return arithmetic_ == Arithmetic::Stepwise; }

private:
    std::array<kernels::SpanQuantiser<T>, kRoleCount> quantisers_;
    bool hasMasterWeights_;
    Arithmetic arithmetic_;
};

} // namespace roundoff::nn
