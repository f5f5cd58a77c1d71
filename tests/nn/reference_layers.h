// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/nn/specs.h"
#include "reference_rounding.h"

namespace roundoff::tests {

// What a network computes between its inputs and its gradients, one value after the other.

/// A weight or bias with all that training keeps beside it.
template <typename T>
struct LearnedTensor {
    LearnedTensor(std::size_t rows, std::size_t cols, bool isWeight, std::uint32_t number,
                  const LayerRounding<T>& rounding)
        : values(rows, cols, isWeight), master(values), gradient(values), state1(values), state2(values), id(number),
          precision(&rounding) {}

    /// What the optimiser updates.
    [[nodiscard]] Tensor<T>& updated() { return precision->hasMasterWeights() ? master : values; }
    /// Rounds what was updated, and derives the weights from master weights.
    void store(const StepPlace& place);

    Tensor<T> values;
    Tensor<T> master;
    Tensor<T> gradient;
    Tensor<T> state1;
    Tensor<T> state2;
    std::uint32_t id;
    const LayerRounding<T>* precision;
};

/// y = x W^T + b, with the number and the precision of its layer.
template <typename T>
struct LinearReference {
    LinearReference(std::size_t inputs, std::size_t outputs, std::uint32_t number, const LayerRounding<T>& rounding)
        : weight(outputs, inputs, true, 2 * number, rounding), bias(1, outputs, false, 2 * number + 1, rounding),
          id(number), precision(&rounding) {}

    [[nodiscard]] Tensor<T> forward(const Tensor<T>& input, const StepPlace& place) const;
    /// Stores the gradients of weight and bias.
    void backward(const Tensor<T>& input, const Tensor<T>& outputGradient, const StepPlace& place);
    [[nodiscard]] Tensor<T> inputGradient(const Tensor<T>& outputGradient, const StepPlace& place) const;

    LearnedTensor<T> weight;
    LearnedTensor<T> bias;
    std::uint32_t id;
    const LayerRounding<T>* precision;
};

/// The non-linearity of a layer.
template <typename T>
struct ActivationReference {
    [[nodiscard]] Tensor<T> forward(Tensor<T> x, const StepPlace& place) const;
    /// @param y  what `forward` gave
    [[nodiscard]] Tensor<T> backward(const Tensor<T>& y, Tensor<T> gradient, const StepPlace& place) const;

    nn::Activation kind;
    std::uint32_t id;
    const LayerRounding<T>* precision;
};

/// Losses of the examples of a batch, and the gradient of their mean times the loss scale.
template <typename T>
struct LossReference {
    LossReference(nn::Loss loss, const Tensor<T>& outputs, std::span<const std::uint8_t> labels, double lossScale,
                  const LayerRounding<T>& precision, const StepPlace& place);

    std::vector<T> losses;
    Tensor<T> gradient;
};

} // namespace roundoff::tests
