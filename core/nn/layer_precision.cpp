// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layer_precision.h"

#include "core/format/quantise.h"

namespace roundoff::nn {

format::RandomStream roundingStream(const StepKey& key, std::uint32_t tensor) {
    return {key.seed, format::Purpose::StochasticRounding, tensor, key.epoch, key.step};
}

template <typename T>
LayerPrecision<T>::LayerPrecision(const PrecisionPolicy& policy, const std::string& layer)
    : arithmetic_(policy.arithmetic) {
    const RoleFormats formats = policy.formatsOf(layer);
    for (std::size_t i = 0; i < kRoleCount; ++i) {
        if (const auto& f = formats[i]) {
            const auto overflow = policy.overflow.value_or(format::defaultOverflow(*f));
            quantisers_[i] = kernels::SpanQuantiser<T>({*f, policy.rounding, overflow, policy.subnormals});
        }
    }
    hasMasterWeights_ = formats[static_cast<std::size_t>(Role::MasterWeights)].has_value();
}

template class LayerPrecision<float>;
template class LayerPrecision<double>;

} // namespace roundoff::nn
