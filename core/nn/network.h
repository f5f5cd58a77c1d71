// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/nn/layer.h"
#include "core/nn/precision_policy.h"
#include "core/nn/specs.h"

namespace roundoff::nn {

/// A chain of layers with the activations and gradients of one batch.
/// @tparam T  the container
template <typename T>
class Network {
public:
    /// @param inputs  values of one example
    /// @param batch  the largest number of examples that forward and backward are given at once
    Network(std::size_t inputs, std::size_t batch, std::vector<std::unique_ptr<Layer<T>>> layers);

    /// Where to put [batch, inputs] before `forward`.
    [[nodiscard]] kernels::MatrixView<T> input(std::size_t batch) {
        return activations_.front().view().firstRows(batch);
    }

    /// @return [batch, outputs], valid until the next call
    [[nodiscard]] kernels::MatrixView<const T> forward(std::size_t batch, const StepContext& context);

    /// Where to put the gradient of the outputs before `backward`.
    [[nodiscard]] kernels::MatrixView<T> outputGradient(std::size_t batch) {
        return gradients_.back().view().firstRows(batch);
    }

    /// Gradients of all parameters, from the last `forward` and the output's gradient.
    void backward(std::size_t batch, const StepContext& context);

    /// In layer order, weight before bias.
    [[nodiscard]] const std::vector<Parameter<T>*>& parameters() const { return parameters_; }
    [[nodiscard]] const std::vector<std::unique_ptr<Layer<T>>>& layers() const { return layers_; }

    [[nodiscard]] WeightSnapshot snapshot() const;
    /// @throws InputError naming the tensor that is missing, unknown or of another shape
    void assign(const WeightSnapshot& weights, const StepContext& context);

private:
    // The buffer that holds the output of layer i is number bufferOf_[i + 1]; in-place layers share their input's.
    [[nodiscard]] kernels::MatrixView<T> activation(std::size_t i, std::size_t batch) {
        return activations_[bufferOf_[i]].view().firstRows(batch);
    }
    [[nodiscard]] kernels::MatrixView<T> gradient(std::size_t i, std::size_t batch) {
        return gradients_[bufferOf_[i]].view().firstRows(batch);
    }

    std::vector<std::unique_ptr<Layer<T>>> layers_;
    std::vector<Parameter<T>*> parameters_;
    std::vector<std::size_t> bufferOf_;
    std::vector<kernels::Matrix<T>> activations_;
    std::vector<kernels::Matrix<T>> gradients_;
};

/// A network of linear layers with activations between them, weights not yet set.
template <typename T>
[[nodiscard]] std::unique_ptr<Network<T>> makeNetwork(const NetworkSpec& spec, const PrecisionPolicy& policy,
                                                      std::size_t inputs, std::size_t classes, std::size_t batch);

} // namespace roundoff::nn
