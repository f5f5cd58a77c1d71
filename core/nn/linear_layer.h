// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/nn/layer.h"

namespace roundoff::nn {

/// y = x W^T + b with W [outputs, inputs]. The product is rounded to the format of the activations, and so is the sum
/// with the bias. The three products of a step, forward and backward, are accumulated as the policy says.
template <typename T>
class LinearLayer final : public Layer<T> {
public:
    /// @param name  "layer1"
    /// @param id  distinct for each layer of a network
    LinearLayer(const std::string& name, std::uint32_t id, std::size_t inputs, std::size_t outputs,
                std::shared_ptr<const LayerPrecision<T>> precision);

    [[nodiscard]] std::size_t outputs() const override { return outputs_; }
    void forward(kernels::MatrixView<const T> input, kernels::MatrixView<T> output,
                 const StepContext& context) override;
    void backward(kernels::MatrixView<const T> input, kernels::MatrixView<const T> output,
                  kernels::MatrixView<T> outputGradient, kernels::MatrixView<T> inputGradient,
                  const StepContext& context) override;
    [[nodiscard]] std::span<Parameter<T>> parameters() override { return parameters_; }

private:
    [[nodiscard]] Parameter<T>& weight() { return parameters_[0]; }
    [[nodiscard]] Parameter<T>& bias() { return parameters_[1]; }

    // Calls `native`, or with a narrow accumulator `narrow` with it, its random bits and its counts.
    template <typename Native, typename Narrow>
    void accumulate(const StepContext& context, TensorUse use, Native native, Narrow narrow);

    std::uint32_t id_;
    std::size_t outputs_;
    std::shared_ptr<const LayerPrecision<T>> precision_;
    std::vector<Parameter<T>> parameters_;
    kernels::Matrix<T> scratch_;
};

} // namespace roundoff::nn
