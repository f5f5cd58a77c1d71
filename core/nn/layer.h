// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

#include "core/kernels/matrix.h"
#include "core/nn/parameter.h"

namespace roundoff::nn {

/// One differentiable function from [batch, inputs] to [batch, outputs]; images and sequences are flattened into rows.
/// A layer knows its own precision and rounds what it stores; the network owns all activations.
/// @tparam T  the container
template <typename T>
class Layer {
public:
    Layer() = default;
    Layer(const Layer&) = delete;
    Layer& operator=(const Layer&) = delete;
    virtual ~Layer() = default;

    /// Values of one example in the output.
    [[nodiscard]] virtual std::size_t outputs() const = 0;

    /// Whether output and input are the same memory. `backward` must then do without the input.
    [[nodiscard]] virtual bool inPlace() const { return false; }

    /// @param input  [batch, inputs]
    /// @param output  [batch, outputs]
    virtual void forward(kernels::MatrixView<const T> input, kernels::MatrixView<T> output,
                         const StepContext& context) = 0;

    /// Stores the gradients of the parameters and, unless `inputGradient` has no data, that of the input.
    /// @param input, output  as `forward` saw and made them
    /// @param outputGradient  [batch, outputs]; an in-place layer turns it into the input's gradient
    /// @param inputGradient  [batch, inputs]; without data if nobody needs it, or if the layer works in place
    virtual void backward(kernels::MatrixView<const T> input, kernels::MatrixView<const T> output,
                          kernels::MatrixView<T> outputGradient, kernels::MatrixView<T> inputGradient,
                          const StepContext& context) = 0;

    /// Weight before bias.
    [[nodiscard]] virtual std::span<Parameter<T>> parameters() { return {}; }
};

} // namespace roundoff::nn
