// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gradient_clipping.h"

#include <cmath>

#include "core/kernels/elementwise.h"
#include "core/kernels/reduce.h"
#include "core/nn/store_tensor.h"

namespace roundoff::nn {

template <typename T>
void storeUnscaledGradient(Parameter<T>& parameter, TensorOperation operation, TensorUse use,
                           const StepContext& context) {
    const LayerPrecision<T>& precision = parameter.precision();
    roundAndShow(precision[precision.unscaledRole()], precision.layer(),
                 {Role::Gradients, operation, tensorId(parameter.id(), use), parameter.channels()},
                 parameter.gradient().view(), context);
}

template <typename T>
ClippingOutcome clipGradients(const ClippingSpec& spec, std::span<Parameter<T>* const> parameters,
                              const StepContext& context) {
    ClippingOutcome outcome;
    double squares = 0.0;
    std::size_t elements = 0;
    for (Parameter<T>* parameter : parameters) {
        const double sum = kernels::sumOfSquares<T>(parameter->gradient().storage());
        const double norm = std::sqrt(sum);
        squares += norm * norm;
        if (context.probe != nullptr) {
            context.probe->seeGradient(parameter->precision().layer(), sum);
        }
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
                storeUnscaledGradient(*parameter, TensorOperation::Clip, TensorUse::Clipped, context);
            }
        }
    } else if (spec.kind == ClippingKind::Value) {
        std::size_t changed = 0;
        for (Parameter<T>* parameter : parameters) {
            const std::span<T> gradient = parameter->gradient().storage();
            changed += kernels::clamp<T>(gradient, static_cast<T>(spec.threshold));
            storeUnscaledGradient(*parameter, TensorOperation::Clip, TensorUse::Clipped, context);
        }
        outcome.clippedFraction = static_cast<double>(changed) / static_cast<double>(elements);
    }
    return outcome;
}

template void storeUnscaledGradient(Parameter<float>&, TensorOperation, TensorUse, const StepContext&);
template void storeUnscaledGradient(Parameter<double>&, TensorOperation, TensorUse, const StepContext&);
template ClippingOutcome clipGradients(const ClippingSpec&, std::span<Parameter<float>* const>, const StepContext&);
template ClippingOutcome clipGradients(const ClippingSpec&, std::span<Parameter<double>* const>, const StepContext&);

} // namespace roundoff::nn
