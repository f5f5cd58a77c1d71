// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/kernels/elementwise.h"
#include "reference_layers.h"

namespace roundoff::tests {
namespace {

using nn::Role;
using nn::TensorUse;

constexpr std::uint32_t kLossId = 0x7FFFF; // Beyond the ids of all layers.

template <typename T>
T valueOf(kernels::Function function, T x) {
    kernels::apply<T>(function, std::span<T>(&x, 1));
    return x;
}

// Rounds one value after the other as one role, if arithmetic is stepwise.
template <typename T>
class ValueRounder {
public:
    ValueRounder(const LayerRounding<T>& precision, Role role, const StepPlace& place)
        : round_(precision[role]), on_(precision.stepwise),
          stream_(place.stream(kLossId, role == Role::Activations ? TensorUse::ActivationScratch
                                                                  : TensorUse::GradientScratch)) {}

    T operator()(T value) { return on_ ? round_.rounded(value, stream_.at(drawn_++)) : value; }

private:
    const RoleRounding<T>& round_;
    bool on_;
    format::RandomStream stream_;
    std::uint64_t drawn_ = 0;
};

} // namespace

template <typename T>
LossReference<T>::LossReference(nn::Loss loss, const Tensor<T>& outputs, std::span<const std::uint8_t> labels,
                                double lossScale, const LayerRounding<T>& precision, const StepPlace& place)
    : gradient(outputs.rows, outputs.cols) {
    ValueRounder<T> forward(precision, Role::Activations, place);
    ValueRounder<T> backward(precision, Role::ActivationGradients, place);
    const std::size_t classes = outputs.cols;
    const auto count = static_cast<T>(classes);
    const auto scale = static_cast<T>(lossScale / static_cast<double>(outputs.rows));
    const bool squares = loss == nn::Loss::MeanSquaredError;
    const T doubled = squares ? backward(T{2} / count) : T{0};
    const T stepScale = backward(scale);
    const T factor = squares ? backward(doubled * stepScale) : T{0};
    for (std::size_t b = 0; b < outputs.rows; ++b) {
        const auto target = [&](std::size_t c) { return c == labels[b] ? T{1} : T{0}; };
        if (squares) {
            T sum = 0;
            for (std::size_t c = 0; c < classes; ++c) {
                const T difference = forward(outputs(b, c) - target(c));
                sum = forward(sum + forward(difference * difference));
                gradient(b, c) = precision.stepwise ? backward(difference * factor) : T{2} * difference / count * scale;
            }
            losses.push_back(forward(sum / count));
            continue;
        }
        const T max = *std::max_element(&outputs(b, 0), &outputs(b, 0) + classes);
        std::vector<T> shifted(classes);
        std::vector<T> e(classes);
        for (std::size_t c = 0; c < classes; ++c) {
            shifted[c] = forward(outputs(b, c) - max);
        }
        for (std::size_t c = 0; c < classes; ++c) {
            e[c] = forward(valueOf(kernels::Function::Exp, shifted[c]));
        }
        T sum = 0;
        for (std::size_t c = 0; c < classes; ++c) {
            sum = forward(sum + e[c]);
        }
        const T logSum = forward(valueOf(kernels::Function::Log, sum));
        const T right = outputs(b, labels[b]);
        losses.push_back(precision.stepwise ? forward(logSum - shifted[labels[b]]) : logSum + (max - right));
        for (std::size_t c = 0; c < classes; ++c) {
            const T probability = backward(e[c] / sum);
            const T difference = backward(probability - target(c));
            gradient(b, c) = backward(difference * stepScale);
        }
    }
    if (!precision.stepwise) {
        precision[Role::ActivationGradients](gradient, place.stream(kLossId, TensorUse::OutputGradient));
    }
}

template struct LossReference<float>;
template struct LossReference<double>;

} // namespace roundoff::tests
