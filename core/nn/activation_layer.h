// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/nn/layer.h"
#include "core/nn/specs.h"

namespace roundoff::nn {

/// An element-wise non-linearity, in place; its gradient is a function of its output.
template <typename T>
class ActivationLayer final : public Layer<T> {
public:
    ActivationLayer(Activation activation, std::uint32_t id, std::size_t width,
                    std::shared_ptr<const LayerPrecision<T>> precision);

    [[nodiscard]] std::size_t outputs() const override { return width_; }
    [[nodiscard]] bool inPlace() const override { return true; }
    void forward(kernels::MatrixView<const T> input, kernels::MatrixView<T> output,
                 const StepContext& context) override;
    void backward(kernels::MatrixView<const T> input, kernels::MatrixView<const T> output,
                  kernels::MatrixView<T> outputGradient, kernels::MatrixView<T> inputGradient,
                  const StepContext& context) override;

private:
    void sigmoidStepwise(kernels::MatrixView<T> output, const StepContext& context) const;
    void gradientStepwise(std::span<const T> y, kernels::MatrixView<T> outputGradient, const StepContext& context);
    void storeGradient(kernels::MatrixView<T> gradient, const StepContext& context) const;

    Activation activation_;
    std::uint32_t id_;
    std::size_t width_;
    std::shared_ptr<const LayerPrecision<T>> precision_;
    kernels::Matrix<T> scratch_;
};

} // namespace roundoff::nn
