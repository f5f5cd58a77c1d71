// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/parameter.h"

#include <algorithm>
#include <utility>

#include "core/nn/store_tensor.h"

namespace roundoff::nn {

template <typename T>
Parameter<T>::Parameter(std::string name, std::vector<std::size_t> shape, std::uint32_t id,
                        std::shared_ptr<const LayerPrecision<T>> precision)
    : name_(std::move(name)), shape_(std::move(shape)), id_(id), precision_(std::move(precision)) {
    const std::size_t rows = isMatrix() ? shape_[1] : 1;
    values_ = kernels::Matrix<T>(rows, shape_[0]);
    gradient_ = kernels::Matrix<T>(rows, shape_[0]);
    if (precision_->hasMasterWeights()) {
        master_ = kernels::Matrix<T>(rows, shape_[0]);
    }
}

template <typename T>
void Parameter<T>::storeUpdated(std::size_t first, std::size_t count, const StepContext& context) {
    const auto round = [&](Role role, TensorOperation operation, TensorUse use, kernels::Matrix<T>& matrix) {
        const StoredTensor tensor{role, operation, tensorId(id_, use), channels()};
        if ((*precision_)[role].isScalar()) {
            storePiece<T>(*precision_, tensor, matrix.view(), first, count, context);
        } else {
            storeTensor<T>(*precision_, tensor, matrix.view(), context);
        }
    };
    if (!precision_->hasMasterWeights()) {
        round(Role::Weights, TensorOperation::Update, TensorUse::Weight, values_);
        return;
    }
    round(Role::MasterWeights, TensorOperation::Update, TensorUse::Master, master_);
    std::copy_n(master_.storage().data() + first, count, values_.storage().data() + first);
    round(Role::Weights, TensorOperation::WeightRounding, TensorUse::Weight, values_);
}

template <typename T>
bool Parameter<T>::roundsByNumber() const {
    const LayerPrecision<T>& precision = *precision_;
    return precision[Role::Weights].isScalar() && precision[Role::OptimiserState].isScalar() &&
           precision[Role::MasterWeights].isScalar();
}

template <typename T>
void Parameter<T>::assign(const std::vector<double>& values, const StepContext& context) {
    kernels::Matrix<T>& target = updated();
    // [outputs, inputs] becomes [inputs, outputs]: a few outputs at a time, so that both are read and written in lines.
    constexpr std::size_t kOutputs = kernels::kRowAlignment / sizeof(T);
    for (std::size_t first = 0; first < target.cols(); first += kOutputs) {
        const std::size_t last = std::min(first + kOutputs, target.cols());
        for (std::size_t row = 0; row < target.rows(); ++row) {
            for (std::size_t col = first; col < last; ++col) {
                target(row, col) = static_cast<T>(values[col * target.rows() + row]);
            }
        }
    }
    storeUpdated(0, target.storage().size(), context);
}

template <typename T>
WeightTensor Parameter<T>::snapshot() const {
    WeightTensor tensor{name_, shape_, {}};
    tensor.values.reserve(size());
    for (std::size_t col = 0; col < values_.cols(); ++col) {
        for (std::size_t row = 0; row < values_.rows(); ++row) {
            tensor.values.push_back(static_cast<double>(values_(row, col)));
        }
    }
    return tensor;
}

template class Parameter<float>;
template class Parameter<double>;

} // namespace roundoff::nn
