// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/linear_layer.h"

#include <utility>

#include "core/kernels/elementwise.h"
#include "core/kernels/gemm.h"
#include "core/nn/store_tensor.h"

namespace roundoff::nn {

template <typename T>
LinearLayer<T>::LinearLayer(const std::string& name, std::uint32_t id, std::size_t inputs, std::size_t outputs,
                            std::shared_ptr<const LayerPrecision<T>> precision)
    : id_(id), outputs_(outputs), precision_(std::move(precision)) {
    parameters_.emplace_back(name + ".weight", std::vector{outputs, inputs}, 2 * id, precision_);
    parameters_.emplace_back(name + ".bias", std::vector{outputs}, 2 * id + 1, precision_);
}

template <typename T>
void LinearLayer<T>::forward(kernels::MatrixView<const T> input, kernels::MatrixView<T> output,
                             const StepContext& context) {
    const auto weights = std::as_const(weight().values()).view();
    accumulate(
        context, TensorUse::AccumulatedProduct, [&] { kernels::multiply<T>(input, weights, output, context.team); },
        [&](const auto& accumulator, auto... arguments) {
            accumulator.multiply(input, weights, output, arguments...);
        });
    const Role role = Role::Activations;
    storeTensor<T>(*precision_, {role, TensorOperation::Product, tensorId(id_, TensorUse::Product)}, output, context);
    kernels::addRow<T>(output, bias().values().data());
    storeTensor<T>(*precision_, {role, TensorOperation::Bias, tensorId(id_, TensorUse::Output)}, output, context);
}

template <typename T>
void LinearLayer<T>::backward(kernels::MatrixView<const T> input, kernels::MatrixView<const T> /*output*/,
                              kernels::MatrixView<T> outputGradient, kernels::MatrixView<T> inputGradient,
                              const StepContext& context) {
    const auto weightGradient = weight().gradient().view();
    const kernels::MatrixView<const T> gradient = outputGradient;
    accumulate(
        context, TensorUse::AccumulatedWeightGradient,
        [&] { kernels::multiplyTransposedA<T>(input, gradient, weightGradient, context.team); },
        [&](const auto& accumulator, auto... arguments) {
            accumulator.multiplyTransposedA(input, gradient, weightGradient, arguments...);
        });
    storeTensor<T>(*precision_,
                   {Role::Gradients, TensorOperation::WeightGradient, tensorId(weight().id(), TensorUse::Gradient),
                    weight().channels()},
                   weightGradient, context);
    // A sum over the batch is no product: it is the container's, in every accumulator.
    kernels::columnSums<T>(outputGradient, bias().gradient().data());
    storeTensor<T>(
        *precision_,
        {Role::Gradients, TensorOperation::BiasGradient, tensorId(bias().id(), TensorUse::Gradient), bias().channels()},
        bias().gradient().view(), context);
    if (inputGradient.data != nullptr) {
        const auto weights = std::as_const(weight().values()).view();
        accumulate(
            context, TensorUse::AccumulatedInputGradient,
            [&] { kernels::multiplyTransposedB<T>(gradient, weights, inputGradient, scratch_, context.team); },
            [&](const auto& accumulator, auto... arguments) {
                accumulator.multiplyTransposedB(gradient, weights, inputGradient, scratch_, arguments...);
            });
        storeTensor<T>(
            *precision_,
            {Role::ActivationGradients, TensorOperation::InputGradient, tensorId(id_, TensorUse::OutputGradient)},
            inputGradient, context);
    }
}

template <typename T>
template <typename Native, typename Narrow>
void LinearLayer<T>::accumulate(const StepContext& context, TensorUse use, Native native, Narrow narrow) {
    if constexpr (std::is_same_v<T, float>) {
        if (const auto& accumulator = precision_->accumulator()) {
            kernels::AccumulationCounts counts;
            const bool count = context.probe != nullptr && context.probe->countsAccumulation();
            narrow(*accumulator, roundingStream(context, tensorId(id_, use)), count ? &counts : nullptr);
            if (count) {
                context.probe->seeAccumulation(precision_->layer(), counts);
            }
            return;
        }
    }
    native();
}

template class LinearLayer<float>;
template class LinearLayer<double>;

} // namespace roundoff::nn
