// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layer_precision.h"

#include "core/format/quantise.h"

namespace roundoff::nn {

std::string layerName(std::size_t number) {
    return "layer" + std::to_string(number);
}

format::RandomStream roundingStream(const StepContext& context, std::uint32_t tensor) {
    return {context.seed, format::Purpose::StochasticRounding, tensor, context.epoch, context.step};
}

template <typename T>
LayerPrecision<T>::LayerPrecision(const PrecisionPolicy& policy, std::size_t number)
    : arithmetic_(policy.arithmetic), layer_(static_cast<int>(number)) {
    const std::string name = layerName(number);
    const RoleFormats formats = policy.formatsOf(name);
    for (std::size_t i = 0; i < kRoleCount; ++i) {
        if (const auto& f = formats[i]) {
            quantisers_[i] = kernels::TensorQuantiser<T>(
                {f->format, policy.roundingOf(*f), policy.overflowOf(*f), policy.subnormals});
        }
    }
    hasMasterWeights_ = formats[static_cast<std::size_t>(Role::MasterWeights)].has_value();
    const std::optional<Accumulator> accumulator = policy.accumulatorOf(name);
    if (accumulator && !accumulator->isNative()) {
        const format::Format f = accumulator->format;
        const auto overflow = accumulator->overflow ? accumulator->overflow : policy.overflow;
        accumulator_.emplace(kernels::Accumulation{{f, accumulator->rounding.value_or(policy.rounding),
                                                    overflow.value_or(format::defaultOverflow(f)), policy.subnormals},
                                                   accumulator->chunk});
    }
}

template class LayerPrecision<float>;
template class LayerPrecision<double>;

} // namespace roundoff::nn
