// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/nn/layer_precision.h"
#include "core/nn/specs.h"

namespace roundoff::nn {

/// Sum of losses and number of right answers over one batch.
struct BatchOutcome {
    double lossSum = 0.0;    ///< In double, in the order of the rows.
    std::size_t correct = 0; ///< Rows whose largest output is the label's; the first of equals counts.
};

/// A loss over [batch, classes] outputs, with its gradient rounded to the format of the activation gradients.
template <typename T>
class LossFunction {
public:
    LossFunction(Loss loss, std::shared_ptr<const LayerPrecision<T>> precision);

    /// @param gradient  of the mean loss times `lossScale`, [batch, classes]; without data for evaluation
    [[nodiscard]] BatchOutcome evaluate(kernels::MatrixView<const T> outputs, std::span<const std::uint8_t> labels,
                                        kernels::MatrixView<T> gradient, double lossScale, const StepContext& context);

private:
    void softmaxStepwise(kernels::MatrixView<const T> outputs, std::span<const std::uint8_t> labels,
                         kernels::MatrixView<T> gradient, T scale, const StepContext& context);
    void squaresStepwise(kernels::MatrixView<const T> outputs, std::span<const std::uint8_t> labels,
                         kernels::MatrixView<T> gradient, T scale, const StepContext& context);

    // Rounds an element of the gradient, and keeps it as it is for the probe if there is one.
    template <typename Round>
    void storeProduct(T product, kernels::MatrixView<T> gradient, std::size_t row, std::size_t col, Round& round);

    Loss loss_;
    std::shared_ptr<const LayerPrecision<T>> precision_;
    std::vector<T> losses_;
    kernels::Matrix<T> products_; // the gradient before its last rounding, stepwise under a probe
};

} // namespace roundoff::nn
