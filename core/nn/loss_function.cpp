// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/loss_function.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/kernels/elementwise.h"
#include "core/kernels/loss.h"
#include "core/nn/parameter.h"
#include "core/nn/store_tensor.h"

namespace roundoff::nn {
namespace {

// The loss is the network's last tensor: beyond the ids of all layers.
constexpr std::uint32_t kLossId = 0x7FFFF;

// Rounds after every elementary operation, with fresh random bits each time.
template <typename T>
class StepwiseRounder {
public:
    StepwiseRounder(const kernels::SpanQuantiser<T>& quantiser, TensorUse use, const StepContext& context)
        : quantiser_(quantiser), stream_(roundingStream(context, tensorId(kLossId, use))) {}

    void operator()(std::span<T> values) {
        quantiser_(values, stream_, drawn_);
        drawn_ += values.size();
    }
    T operator()(T value) {
        (*this)(std::span<T>(&value, 1));
        return value;
    }

private:
    const kernels::SpanQuantiser<T>& quantiser_;
    format::RandomStream stream_;
    std::uint64_t drawn_ = 0;
};

} // namespace

template <typename T>
LossFunction<T>::LossFunction(Loss loss, std::shared_ptr<const LayerPrecision<T>> precision)
    : loss_(loss), precision_(std::move(precision)) {}

template <typename T>
BatchOutcome LossFunction<T>::evaluate(kernels::MatrixView<const T> outputs, std::span<const std::uint8_t> labels,
                                       kernels::MatrixView<T> gradient, double lossScale, const StepContext& context) {
    losses_.resize(outputs.rows);
    const auto scale = static_cast<T>(lossScale / static_cast<double>(outputs.rows));
    products_ = context.probe != nullptr && precision_->stepwise() ? kernels::Matrix<T>(outputs.rows, outputs.cols)
                                                                   : kernels::Matrix<T>();
    if (precision_->stepwise()) {
        if (loss_ == Loss::CrossEntropy) {
            softmaxStepwise(outputs, labels, gradient, scale, context);
        } else {
            squaresStepwise(outputs, labels, gradient, scale, context);
        }
        if (gradient.data != nullptr && context.probe != nullptr) {
            const PaddedRows rows = paddedRows(gradient);
            context.probe->remember<T>(products_.storage(), rows);
            context.probe->seeRounded<T>(precision_->layer(), Role::ActivationGradients, TensorOperation::LossGradient,
                                         (*precision_)[Role::ActivationGradients].quantisation(), gradient.storage(),
                                         rows);
        }
    } else {
        if (loss_ == Loss::CrossEntropy) {
            kernels::softmaxCrossEntropy<T>(outputs, labels, losses_, gradient, scale);
        } else {
            kernels::meanSquaredError<T>(outputs, labels, losses_, gradient, scale);
        }
        if (gradient.data != nullptr) {
            storeTensor<T>(*precision_,
                           {Role::ActivationGradients, TensorOperation::LossGradient,
                            tensorId(kLossId, TensorUse::OutputGradient)},
                           gradient, context);
        }
    }
    if (context.probe != nullptr) {
        context.probe->seeUnrounded<T>(precision_->layer(), Role::Activations, TensorOperation::Loss, losses_);
    }

    BatchOutcome outcome;
    for (std::size_t b = 0; b < outputs.rows; ++b) {
        outcome.lossSum += static_cast<double>(losses_[b]);
        const T* row = outputs.row(b);
        const auto best = static_cast<std::size_t>(std::max_element(row, row + outputs.cols) - row);
        outcome.correct += best == labels[b] && row[best] == row[best] ? 1 : 0; // A NaN is no answer.
    }
    return outcome;
}

template <typename T>
template <typename Round>
void LossFunction<T>::storeProduct(T product, kernels::MatrixView<T> gradient, std::size_t row, std::size_t col,
                                   Round& round) {
    if (products_.rows() != 0) {
        products_(row, col) = product;
    }
    gradient(row, col) = round(product);
}

template <typename T>
void LossFunction<T>::softmaxStepwise(kernels::MatrixView<const T> outputs, std::span<const std::uint8_t> labels,
                                      kernels::MatrixView<T> gradient, T scale, const StepContext& context) {
    StepwiseRounder<T> forward((*precision_)[Role::Activations].scalar(), TensorUse::ActivationScratch, context);
    StepwiseRounder<T> backward((*precision_)[Role::ActivationGradients].scalar(), TensorUse::GradientScratch, context);
    const T roundedScale = backward(scale);
    std::vector<T> shifted(outputs.cols);
    std::vector<T> e(outputs.cols);
    for (std::size_t b = 0; b < outputs.rows; ++b) {
        const T* x = outputs.row(b);
        const T max = *std::max_element(x, x + outputs.cols);
        kernels::apply<T>(kernels::Operation::Subtract, std::span<const T>(x, outputs.cols), max, shifted);
        forward(shifted);
        e = shifted;
        kernels::apply<T>(kernels::Function::Exp, e);
        forward(e);
        T sum = 0;
        for (const T value : e) {
            sum = forward(sum + value);
        }
        std::array<T, 1> logSum{sum};
        kernels::apply<T>(kernels::Function::Log, logSum);
        losses_[b] = forward(forward(logSum[0]) - shifted[labels[b]]);
        if (gradient.data == nullptr) {
            continue;
        }
        for (std::size_t c = 0; c < outputs.cols; ++c) {
            const T probability = backward(e[c] / sum);
            const T difference = backward(probability - (c == labels[b] ? T{1} : T{0}));
            storeProduct(difference * roundedScale, gradient, b, c, backward);
        }
    }
}

template <typename T>
void LossFunction<T>::squaresStepwise(kernels::MatrixView<const T> outputs, std::span<const std::uint8_t> labels,
                                      kernels::MatrixView<T> gradient, T scale, const StepContext& context) {
    StepwiseRounder<T> forward((*precision_)[Role::Activations].scalar(), TensorUse::ActivationScratch, context);
    StepwiseRounder<T> backward((*precision_)[Role::ActivationGradients].scalar(), TensorUse::GradientScratch, context);
    const auto classes = static_cast<T>(outputs.cols);
    const T slope = backward(T{2} / classes); // One after the other: each draws random numbers.
    const T roundedScale = backward(scale);
    const T factor = backward(slope * roundedScale);
    for (std::size_t b = 0; b < outputs.rows; ++b) {
        T sum = 0;
        for (std::size_t c = 0; c < outputs.cols; ++c) {
            const T difference = forward(outputs(b, c) - (c == labels[b] ? T{1} : T{0}));
            sum = forward(sum + forward(difference * difference));
            if (gradient.data != nullptr) {
                storeProduct(difference * factor, gradient, b, c, backward);
            }
        }
        losses_[b] = forward(sum / classes);
    }
}

template class LossFunction<float>;
template class LossFunction<double>;

} // namespace roundoff::nn
