// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/trainer_state.h"

#include <bit>
#include <cstring>

#include "core/base/error.h"
#include "core/nn/state_tensor.h"

namespace roundoff::nn {
namespace {

static_assert(std::endian::native == std::endian::little, "the bits of a state are copied as they lie in memory");

// How many values a tensor has; its shape comes from a file and may be anything.
template <typename T>
std::size_t checkedCount(const StateTensor& tensor) {
    const std::size_t count = tensor.bits.size() / sizeof(T);
    const bool fits = tensor.rows == 0 || tensor.cols == 0
                          ? tensor.bits.empty()
                          : count % tensor.cols == 0 && count / tensor.cols == tensor.rows &&
                                count * sizeof(T) == tensor.bits.size();
    if (!fits) {
        throw InputError(tensor.parameter + ": a state of " + std::to_string(tensor.bits.size()) +
                         " bytes does not fit its shape of " + std::to_string(tensor.rows) + " x " +
                         std::to_string(tensor.cols));
    }
    return count;
}

template <typename T>
WeightTensor weightTensor(const StateTensor& tensor) {
    const std::size_t count = checkedCount<T>(tensor);
    const bool bias = tensor.parameter.ends_with(".bias");
    if (count == 0 || (bias && tensor.rows != 1)) {
        throw InputError(tensor.parameter + ": " + std::to_string(tensor.rows) + " x " + std::to_string(tensor.cols) +
                         " is no shape of it");
    }
    WeightTensor weights{tensor.parameter, {tensor.cols}, std::vector<double>(count)};
    if (!bias) {
        weights.shape.push_back(tensor.rows);
    }
    for (std::size_t row = 0; row < tensor.rows; ++row) {
        for (std::size_t col = 0; col < tensor.cols; ++col) {
            T value{};
            std::memcpy(&value, tensor.bits.data() + (row * tensor.cols + col) * sizeof(T), sizeof(T));
            weights.values[col * tensor.rows + row] = static_cast<double>(value);
        }
    }
    return weights;
}

} // namespace

template <typename T>
StateTensor makeStateTensor(const std::string& parameter, StatePart part, const kernels::Matrix<T>& matrix) {
    StateTensor tensor{parameter, part, matrix.rows(), matrix.cols(),
                       std::vector<std::byte>(matrix.rows() * matrix.cols() * sizeof(T))};
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        std::memcpy(tensor.bits.data() + row * matrix.cols() * sizeof(T), matrix.data() + row * matrix.stride(),
                    matrix.cols() * sizeof(T));
    }
    return tensor;
}

template <typename T>
void restoreStateTensor(const StateTensor& tensor, kernels::Matrix<T>& matrix) {
    if (tensor.rows != matrix.rows() || tensor.cols != matrix.cols()) {
        throw InputError(tensor.parameter + ": a state of " + std::to_string(tensor.rows) + " x " +
                         std::to_string(tensor.cols) + " values is not this network's, which has " +
                         std::to_string(matrix.rows()) + " x " + std::to_string(matrix.cols()));
    }
    checkedCount<T>(tensor);
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        std::memcpy(matrix.data() + row * matrix.stride(), tensor.bits.data() + row * matrix.cols() * sizeof(T),
                    matrix.cols() * sizeof(T));
    }
}

WeightSnapshot weightsOf(const TrainerState& state) {
    WeightSnapshot snapshot;
    snapshot.doubleContainer = state.doubleContainer;
    for (const StateTensor& tensor : state.tensors) {
        if (tensor.part == StatePart::Weights) {
            snapshot.tensors.push_back(state.doubleContainer ? weightTensor<double>(tensor)
                                                             : weightTensor<float>(tensor));
        }
    }
    return snapshot;
}

template StateTensor makeStateTensor<float>(const std::string&, StatePart, const kernels::Matrix<float>&);
template StateTensor makeStateTensor<double>(const std::string&, StatePart, const kernels::Matrix<double>&);
template void restoreStateTensor<float>(const StateTensor&, kernels::Matrix<float>&);
template void restoreStateTensor<double>(const StateTensor&, kernels::Matrix<double>&);

} // namespace roundoff::nn
