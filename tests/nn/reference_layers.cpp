// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_layers.h"

#include "core/kernels/elementwise.h"

namespace roundoff::tests {

using nn::Role;
using nn::TensorUse;

namespace {

// exp and tanh are the project's own polynomials, which have a test of their own.
template <typename T>
T expOf(T x) {
    kernels::apply<T>(kernels::Function::Exp, std::span<T>(&x, 1));
    return x;
}

template <typename T>
T tanhOf(T x) {
    kernels::tanh<T>(std::span<T>(&x, 1));
    return x;
}

template <typename T, typename Function>
void replaceEach(Tensor<T>& tensor, const Function& function) {
    for (T& value : tensor.values) {
        value = function(value);
    }
}

} // namespace

template <typename T>
void LearnedTensor<T>::store(const StepPlace& place) {
    if (precision->hasMasterWeights()) {
        (*precision)[Role::MasterWeights](master, place.stream(id, TensorUse::Master));
        values = master;
    }
    (*precision)[Role::Weights](values, place.stream(id, TensorUse::Weight));
}

template <typename T>
Tensor<T> LinearReference<T>::forward(const Tensor<T>& input, const StepPlace& place) const {
    const std::size_t outputs = weight.values.rows;
    const std::size_t inputs = weight.values.cols;
    Tensor<T> y(input.rows, outputs);
    for (std::size_t b = 0; b < input.rows; ++b) {
        for (std::size_t o = 0; o < outputs; ++o) {
            y(b, o) = precision->product(std::span(&input(b, 0), inputs), std::span(&weight.values(o, 0), inputs), b, o,
                                         outputs, place.stream(id, TensorUse::AccumulatedProduct));
        }
    }
    const auto& round = (*precision)[Role::Activations];
    round(y, place.stream(id, TensorUse::Product));
    for (std::size_t b = 0; b < y.rows; ++b) {
        for (std::size_t o = 0; o < outputs; ++o) {
            y(b, o) += bias.values(0, o);
        }
    }
    round(y, place.stream(id, TensorUse::Output));
    return y;
}

template <typename T>
void LinearReference<T>::backward(const Tensor<T>& input, const Tensor<T>& outputGradient, const StepPlace& place) {
    const std::size_t outputs = weight.values.rows;
    std::vector<T> x(input.rows);
    std::vector<T> g(input.rows);
    for (std::size_t i = 0; i < input.cols; ++i) {
        for (std::size_t o = 0; o < outputs; ++o) {
            for (std::size_t b = 0; b < input.rows; ++b) {
                x[b] = input(b, i);
                g[b] = outputGradient(b, o);
            }
            weight.gradient(o, i) = precision->product(x, g, i, o, outputs,
                                                       place.stream(id, TensorUse::AccumulatedWeightGradient));
        }
    }
    for (std::size_t o = 0; o < outputs; ++o) {
        T sum = 0;
        for (std::size_t b = 0; b < outputGradient.rows; ++b) {
            sum += outputGradient(b, o);
        }
        bias.gradient(0, o) = sum;
    }
    const auto& round = (*precision)[Role::Gradients];
    round(weight.gradient, place.stream(weight.id, TensorUse::Gradient));
    round(bias.gradient, place.stream(bias.id, TensorUse::Gradient));
}

template <typename T>
Tensor<T> LinearReference<T>::inputGradient(const Tensor<T>& outputGradient, const StepPlace& place) const {
    const std::size_t outputs = weight.values.rows;
    const std::size_t inputs = weight.values.cols;
    Tensor<T> gradient(outputGradient.rows, inputs);
    std::vector<T> w(outputs);
    for (std::size_t i = 0; i < inputs; ++i) {
        for (std::size_t o = 0; o < outputs; ++o) {
            w[o] = weight.values(o, i);
        }
        for (std::size_t b = 0; b < gradient.rows; ++b) {
            gradient(b, i) = precision->product(std::span(&outputGradient(b, 0), outputs), w, b, i, inputs,
                                                place.stream(id, TensorUse::AccumulatedInputGradient));
        }
    }
    (*precision)[Role::ActivationGradients](gradient, place.stream(id, TensorUse::OutputGradient));
    return gradient;
}

template <typename T>
Tensor<T> ActivationReference<T>::forward(Tensor<T> x, const StepPlace& place) const {
    const auto& round = (*precision)[Role::Activations];
    if (kind == nn::Activation::Relu) {
        replaceEach(x, [](T v) { return v <= 0 ? T{0} : v; });
        return x; // What is zero or unchanged is still a value of the format.
    }
    if (kind == nn::Activation::Tanh) {
        replaceEach(x, tanhOf<T>);
    } else if (!precision->stepwise) {
        replaceEach(x, [](T v) { return T{1} / (T{1} + expOf(-v)); });
    } else {
        const auto scratch = place.stream(id, TensorUse::ActivationScratch);
        replaceEach(x, [](T v) { return expOf(-v); });
        round(x, scratch);
        replaceEach(x, [](T v) { return v + T{1}; });
        round(x, scratch, x.places());
        replaceEach(x, [](T v) { return T{1} / v; });
    }
    round(x, place.stream(id, TensorUse::Output));
    return x;
}

template <typename T>
Tensor<T> ActivationReference<T>::backward(const Tensor<T>& y, Tensor<T> gradient, const StepPlace& place) const {
    const auto& round = (*precision)[Role::ActivationGradients];
    const bool sigmoid = kind == nn::Activation::Sigmoid;
    Tensor<T> slope = y;
    if (kind == nn::Activation::Relu) {
        for (std::size_t i = 0; i < y.values.size(); ++i) {
            gradient.values[i] = y.values[i] > 0 ? gradient.values[i] : T{0};
        }
        return gradient;
    }
    if (!precision->stepwise) {
        replaceEach(slope, [&](T v) { return sigmoid ? v * (T{1} - v) : T{1} - v * v; });
    } else {
        const auto scratch = place.stream(id, TensorUse::GradientScratch);
        const std::uint64_t second = slope.places();
        replaceEach(slope, [&](T v) { return sigmoid ? T{1} - v : v * v; });
        round(slope, scratch);
        for (std::size_t i = 0; i < y.values.size(); ++i) {
            slope.values[i] = sigmoid ? y.values[i] * slope.values[i] : T{1} - slope.values[i];
        }
        round(slope, scratch, second);
    }
    for (std::size_t i = 0; i < y.values.size(); ++i) {
        gradient.values[i] *= slope.values[i];
    }
    round(gradient, place.stream(id, TensorUse::OutputGradient));
    return gradient;
}

template struct LearnedTensor<float>;
template struct LearnedTensor<double>;
template struct LinearReference<float>;
template struct LinearReference<double>;
template struct ActivationReference<float>;
template struct ActivationReference<double>;

} // namespace roundoff::tests
