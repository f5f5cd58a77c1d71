// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/linear_layer.h"

#include <utility>

#include "core/kernels/elementwise.h"
#include "core/kernels/gemm.h"

namespace roundoff::nn {

template <typename T>
LinearLayer<T>::LinearLayer(const std::string& name, std::uint32_t id, std::size_t inputs, std::size_t outputs,
                            std::shared_ptr<const LayerPrecision<T>> precision)
    : id_(id), outputs_(outputs), precision_(std::move(precision)) {
    parameters_.emplace_back(name + ".weight", std::vector{outputs, inputs}, 2 * id, precision_);
    parameters_.emplace_back(name + ".bias", std::vector{outputs}, 2 * id + 1, precision_);
}

template <typename T>
void LinearLayer<T>::forward(kernels::MatrixView<const T> input, kernels::MatrixView<T> output, const StepKey& key) {
    const auto& round = (*precision_)[Role::Activations];
    kernels::multiply<T>(input, std::as_const(weight().values()).view(), output);
    round(output.storage(), roundingStream(key, tensorId(id_, TensorUse::Product)));
    kernels::addRow<T>(output, bias().values().data());
    round(output.storage(), roundingStream(key, tensorId(id_, TensorUse::Output)));
}

template <typename T>
void LinearLayer<T>::backward(kernels::MatrixView<const T> input, kernels::MatrixView<const T> /*output*/,
                              kernels::MatrixView<T> outputGradient, kernels::MatrixView<T> inputGradient,
                              const StepKey& key) {
    const auto& round = (*precision_)[Role::Gradients];
    kernels::multiplyTransposedA<T>(input, outputGradient, weight().gradient().view());
    round(weight().gradient().storage(), roundingStream(key, tensorId(weight().id(), TensorUse::Gradient)));
    kernels::columnSums<T>(outputGradient, bias().gradient().data());
    round(bias().gradient().storage(), roundingStream(key, tensorId(bias().id(), TensorUse::Gradient)));
    if (inputGradient.data != nullptr) {
        kernels::multiplyTransposedB<T>(outputGradient, std::as_const(weight().values()).view(), inputGradient,
                                        scratch_);
        (*precision_)[Role::ActivationGradients](inputGradient.storage(),
                                                 roundingStream(key, tensorId(id_, TensorUse::OutputGradient)));
    }
}

template class LinearLayer<float>;
template class LinearLayer<double>;

} // namespace roundoff::nn
