// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gradient_clipping.h"

#include <cmath>

#include "core/kernels/elementwise.h"
#include "core/kernels/reduce.h"

namespace roundoff::nn {

template <typename T>
const kernels::SpanQuantiser<T>& unscaledQuantiser(const LayerPrecision<T>& precision) {
    return precision[precision.hasMasterWeights() ? Role::MasterWeights : Role::Gradients];
}

template <typename T>
ClippingOutcome clipGradients(const ClippingSpec& spec, std::span<Parameter<T>* const> parameters, const StepKey& key) {
    ClippingOutcome outcome;
    double squares = 0.0;
    std::size_t elements = 0;
    for (Parameter<T>* parameter : parameters) {
        const double norm = std::sqrt(kernels::sumOfSquares<T>(parameter->gradient().storage()));
        squares += norm * norm;
        elements += parameter->size();
    }
    outcome.norm = std::sqrt(squares);

    if (spec.kind == ClippingKind::Norm) {
        const double coefficient = std::fmin(1.0, spec.threshold / (outcome.norm + 1e-6));
        if (coefficient < 1.0) {
            outcome.clippedFraction = 1.0;
            for (Parameter<T>* parameter : parameters) {
                const std::span<T> gradient = parameter->gradient().storage();
                kernels::apply<T>(kernels::Operation::Multiply, gradient, static_cast<T>(coefficient), gradient);
                unscaledQuantiser(parameter->precision())(
                    gradient, roundingStream(key, tensorId(parameter->id(), TensorUse::Scratch)));
            }
        }
    } else if (spec.kind == ClippingKind::Value) {
        std::size_t changed = 0;
        for (Parameter<T>* parameter : parameters) {
            const std::span<T> gradient = parameter->gradient().storage();
            const auto& round = unscaledQuantiser(parameter->precision());
            changed += kernels::clamp<T>(gradient, static_cast<T>(spec.threshold));
            round(gradient, roundingStream(key, tensorId(parameter->id(), TensorUse::Scratch)));
        }
        outcome.clippedFraction = static_cast<double>(changed) / static_cast<double>(elements);
    }
    return outcome;
}

template const kernels::SpanQuantiser<float>& unscaledQuantiser(const LayerPrecision<float>&);
template const kernels::SpanQuantiser<double>& unscaledQuantiser(const LayerPrecision<double>&);
template ClippingOutcome clipGradients(const ClippingSpec&, std::span<Parameter<float>* const>, const StepKey&);
template ClippingOutcome clipGradients(const ClippingSpec&, std::span<Parameter<double>* const>, const StepKey&);

} // namespace roundoff::nn
