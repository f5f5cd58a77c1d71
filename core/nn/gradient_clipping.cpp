// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gradient_clipping.h"

#include <atomic>
#include <cmath>
#include <utility>
#include <vector>

#include "core/kernels/elementwise.h"
#include "core/kernels/reduce.h"
#include "core/nn/store_tensor.h"

namespace roundoff::nn {
namespace {

// Of each gradient. A sum has one shape and is not divided; several are computed at the same time.
template <typename T>
std::vector<double> sumsOfSquares(std::span<Parameter<T>* const> parameters, const StepContext& context) {
    constexpr std::size_t kWorthSharing = 4 * kSharedPiece;
    std::vector<double> sums(parameters.size());
    std::size_t elements = 0;
    for (const Parameter<T>* parameter : parameters) {
        elements += parameter->size();
    }
    const auto sum = [&](std::size_t i) {
        sums[i] = kernels::sumOfSquares<T>(std::as_const(*parameters[i]).gradient().storage());
    };
    if (context.team != nullptr && elements >= kWorthSharing) {
        context.team->forEachPart(sums.size(), sum);
    } else {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sum(i);
        }
    }
    return sums;
}

} // namespace

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
    const std::vector<double> sums = sumsOfSquares(parameters, context);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const Parameter<T>* parameter = parameters[i];
        const double sum = sums[i];
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
                kernels::divide(context.team, gradient.size(), kSharedPiece, [&](std::size_t first, std::size_t last) {
                    const std::span<T> part = gradient.subspan(first, last - first);
                    kernels::apply<T>(kernels::Operation::Multiply, part, static_cast<T>(coefficient), part);
                });
                storeUnscaledGradient(*parameter, TensorOperation::Clip, TensorUse::Clipped, context);
            }
        }
    } else if (spec.kind == ClippingKind::Value) {
        std::size_t changed = 0;
        for (Parameter<T>* parameter : parameters) {
            const std::span<T> gradient = parameter->gradient().storage();
            std::atomic<std::size_t> changedHere{0};
            kernels::divide(context.team, gradient.size(), kSharedPiece, [&](std::size_t first, std::size_t last) {
                changedHere += kernels::clamp<T>(gradient.subspan(first, last - first), static_cast<T>(spec.threshold));
            });
            changed += changedHere;
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
