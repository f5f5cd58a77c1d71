// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/kernels/matrix.h"
#include "core/nn/layer_precision.h"
#include "core/nn/weights.h"

namespace roundoff::nn {

/// A tensor that is learned, with its gradient and, where the policy keeps them apart, the master copy that the
/// optimiser updates. Weight matrices are stored as [inputs, outputs], so that both products that a first layer needs
/// read rows.
/// @tparam T  the container
template <typename T>
class Parameter {
public:
    /// @param name  "layer1.weight"
    /// @param shape  as the world sees it: [outputs, inputs] or [outputs]
    /// @param id  distinct for each parameter of a network, in layer order
    Parameter(std::string name, std::vector<std::size_t> shape, std::uint32_t id,
              std::shared_ptr<const LayerPrecision<T>> precision);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<std::size_t>& shape() const { return shape_; }
    [[nodiscard]] std::uint32_t id() const { return id_; }
    [[nodiscard]] const LayerPrecision<T>& precision() const { return *precision_; }
    /// Elements without padding.
    [[nodiscard]] std::size_t size() const { return values_.rows() * values_.cols(); }

    /// What the products see, in the format of the weights.
    [[nodiscard]] kernels::Matrix<T>& values() { return values_; }
    [[nodiscard]] const kernels::Matrix<T>& values() const { return values_; }
    [[nodiscard]] kernels::Matrix<T>& gradient() { return gradient_; }
    [[nodiscard]] const kernels::Matrix<T>& gradient() const { return gradient_; }
    /// What the optimiser updates: the master weights if there are any, else the weights.
    [[nodiscard]] kernels::Matrix<T>& updated() { return precision_->hasMasterWeights() ? master_ : values_; }

    /// How its channels lie in `values` and the like.
    [[nodiscard]] kernels::Channels channels() const {
        return isMatrix() ? kernels::Channels::Columns : kernels::Channels::Rows;
    }
    /// Whether each number is rounded for itself, so that the optimiser may go piece by piece; else all of the storage
    /// must be updated before any of it is rounded.
    [[nodiscard]] bool roundsByNumber() const;

    /// Rounds what the optimiser has updated in [first, first + count) of the storage, and derives the weights from
    /// the master weights there.
    void storeUpdated(std::size_t first, std::size_t count, const StepContext& context);

    /// Takes values in the order of `shape`, rounded to the formats of the policy.
    void assign(const std::vector<double>& values, const StepContext& context);

    /// The values in the order of `shape`: the weights, not the master weights.
    [[nodiscard]] WeightTensor snapshot() const;

private:
    [[nodiscard]] bool isMatrix() const { return shape_.size() == 2; }

    std::string name_;
    std::vector<std::size_t> shape_;
    std::uint32_t id_;
    std::shared_ptr<const LayerPrecision<T>> precision_;
    kernels::Matrix<T> values_;
    kernels::Matrix<T> gradient_;
    kernels::Matrix<T> master_;
};

/// Numbers the tensors of a step, so that each has random bits of its own.
enum class TensorUse : std::uint32_t {
    Weight,
    Master,
    State1,
    State2,
    Gradient,
    Unscaled,
    Product,
    Output,
    OutputGradient,
    Scratch,           ///< Of the stepwise optimiser.
    ActivationScratch, ///< Of stepwise layers and the stepwise loss, forward,
    GradientScratch,   ///< and backward.
    Clipped,
    Input,
    AccumulatedProduct,
    AccumulatedWeightGradient,
    AccumulatedInputGradient
};

/// @param owner  a parameter's or layer's id
[[nodiscard]] constexpr std::uint32_t tensorId(std::uint32_t owner, TensorUse use) {
    return (owner << 5U) | static_cast<std::uint32_t>(use);
}

} // namespace roundoff::nn
