// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <type_traits>

#include "core/kernels/elementwise.h"
#include "core/nn/parameter.h"
#include "core/nn/step_probe.h"

namespace roundoff::nn {

/// Elementary operations of a stepwise optimiser on a piece of one parameter, each followed by a rounding to the format
/// of the optimiser state.
/// @tparam T  the container
template <typename T>
class StepwiseOperations {
public:
    StepwiseOperations(const Parameter<T>& parameter, std::size_t first, const StepContext& context)
        : precision_(parameter.precision()), quantiser_(precision_[Role::OptimiserState]), context_(context),
          stream_(roundingStream(context, tensorId(parameter.id(), TensorUse::Scratch))),
          rows_(paddedRows(parameter.values().view(), first)), drawn_(first << kOperationBits) {}

    /// A constant as the format holds it.
    [[nodiscard]] T constant(double value) const { return quantiser_.scalar().nearest(static_cast<T>(value)); }

    template <typename B>
    void operator()(kernels::Operation op, std::span<const T> a, B b, std::span<T> out) {
        if constexpr (std::is_same_v<B, T>) {
            kernels::apply<T>(op, a, b, out);
        } else {
            kernels::apply<T>(op, a, std::span<const T>(b), out);
        }
        round(out);
    }

    /// out = a + b as it is kept from step to step: shown to the probe, as what comes before it is not.
    void store(TensorOperation operation, std::span<const T> a, std::span<const T> b, std::span<T> out) {
        kernels::apply<T>(kernels::Operation::Add, a, b, out);
        if (context_.probe != nullptr) {
            context_.probe->remember<T>(out, rows_);
        }
        round(out);
        if (context_.probe != nullptr) {
            context_.probe->seeRounded<T>(precision_.layer(), Role::OptimiserState, operation,
                                          quantiser_.quantisation(), out, rows_);
        }
    }

    /// The decay of AdamW, which is of the weights: in the format of what is updated.
    void scaleWeights(std::span<T> weights, double factor) {
        const Role updated = precision_.hasMasterWeights() ? Role::MasterWeights : Role::Weights;
        const kernels::SpanQuantiser<T>& quantiser = precision_[updated].scalar();
        kernels::apply<T>(kernels::Operation::Multiply, weights, quantiser.nearest(static_cast<T>(factor)), weights);
        quantiser(weights, stream_, drawn_);
        drawn_ += weights.size();
    }

    void squareRoot(std::span<T> x) {
        kernels::apply<T>(kernels::Function::SquareRoot, x);
        round(x);
    }

private:
    static constexpr unsigned kOperationBits = 4; // Up to 16 roundings of each element in one step.

    void round(std::span<T> x) {
        quantiser_.scalar()(x, stream_, drawn_);
        drawn_ += x.size();
    }

    const LayerPrecision<T>& precision_;
    const kernels::TensorQuantiser<T>& quantiser_;
    const StepContext& context_;
    format::RandomStream stream_;
    PaddedRows rows_;
    std::uint64_t drawn_;
};

} // namespace roundoff::nn
