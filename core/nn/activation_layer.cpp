// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/activation_layer.h"

#include <utility>

#include "core/kernels/elementwise.h"
#include "core/nn/store_tensor.h"

namespace roundoff::nn {

using kernels::Function;
using kernels::Operation;

template <typename T>
ActivationLayer<T>::ActivationLayer(Activation activation, std::uint32_t id, std::size_t width,
                                    std::shared_ptr<const LayerPrecision<T>> precision)
    : activation_(activation), id_(id), width_(width), precision_(std::move(precision)) {}

template <typename T>
void ActivationLayer<T>::forward(kernels::MatrixView<const T> /*input*/, kernels::MatrixView<T> output,
                                 const StepContext& context) {
    const std::span<T> x = output.storage();
    switch (activation_) {
    case Activation::Relu: kernels::relu<T>(x); return; // Exact in every format.
    case Activation::Sigmoid:
        if (precision_->stepwise()) {
            sigmoidStepwise(output, context);
            return;
        }
        kernels::sigmoid<T>(x);
        kernels::clearPadding(output); // The sigmoid of zero is none.
        break;
    case Activation::Tanh: kernels::tanh<T>(x); break;
    }
    storeTensor<T>(*precision_, {Role::Activations, TensorOperation::Activation, tensorId(id_, TensorUse::Output)},
                   output, context);
}

template <typename T>
void ActivationLayer<T>::sigmoidStepwise(kernels::MatrixView<T> output, const StepContext& context) const {
    const std::span<T> x = output.storage();
    const auto& round = (*precision_)[Role::Activations].scalar();
    const auto stream = roundingStream(context, tensorId(id_, TensorUse::ActivationScratch));
    kernels::apply<T>(Function::Negate, x);
    kernels::apply<T>(Function::Exp, x);
    round(x, stream, 0);
    kernels::apply<T>(Operation::Add, x, T{1}, x);
    round(x, stream, x.size());
    for (T& value : x) {
        value = T{1} / value;
    }
    kernels::clearPadding(output);
    storeTensor<T>(*precision_, {Role::Activations, TensorOperation::Activation, tensorId(id_, TensorUse::Output)},
                   output, context);
}

template <typename T>
void ActivationLayer<T>::backward(kernels::MatrixView<const T> /*input*/, kernels::MatrixView<const T> output,
                                  kernels::MatrixView<T> outputGradient, kernels::MatrixView<T> /*inputGradient*/,
                                  const StepContext& context) {
    const std::span<const T> y = output.storage();
    const std::span<T> gradient = outputGradient.storage();
    if (activation_ == Activation::Relu) {
        kernels::reluGradient<T>(y, gradient);
        return;
    }
    if (precision_->stepwise()) {
        gradientStepwise(y, outputGradient, context);
        return;
    }
    if (activation_ == Activation::Sigmoid) {
        kernels::sigmoidGradient<T>(y, gradient);
    } else {
        kernels::tanhGradient<T>(y, gradient);
    }
    storeGradient(outputGradient, context);
}

template <typename T>
void ActivationLayer<T>::storeGradient(kernels::MatrixView<T> gradient, const StepContext& context) const {
    storeTensor<T>(
        *precision_,
        {Role::ActivationGradients, TensorOperation::ActivationSlope, tensorId(id_, TensorUse::OutputGradient)},
        gradient, context);
}

// Sigmoid: gradient * (y * (1 - y)). Tanh: gradient * (1 - y * y). A rounding after each of the three operations.
template <typename T>
void ActivationLayer<T>::gradientStepwise(std::span<const T> y, kernels::MatrixView<T> outputGradient,
                                          const StepContext& context) {
    const std::span<T> gradient = outputGradient.storage();
    if (scratch_.storage().size() < y.size()) {
        scratch_ = kernels::Matrix<T>(1, y.size());
    }
    const std::span<T> t = scratch_.storage().first(y.size());
    const auto& round = (*precision_)[Role::ActivationGradients].scalar();
    const auto stream = roundingStream(context, tensorId(id_, TensorUse::GradientScratch));
    if (activation_ == Activation::Sigmoid) {
        kernels::apply<T>(Operation::Multiply, y, T{-1}, t);
        kernels::apply<T>(Operation::Add, t, T{1}, t);
        round(t, stream, 0);
        kernels::apply<T>(Operation::Multiply, y, t, t);
        round(t, stream, t.size());
    } else {
        kernels::apply<T>(Operation::Multiply, y, y, t);
        round(t, stream, 0);
        kernels::apply<T>(Function::Negate, t);
        kernels::apply<T>(Operation::Add, t, T{1}, t);
        round(t, stream, t.size());
    }
    kernels::apply<T>(Operation::Multiply, gradient, t, gradient);
    storeGradient(outputGradient, context);
}

template class ActivationLayer<float>;
template class ActivationLayer<double>;

} // namespace roundoff::nn
