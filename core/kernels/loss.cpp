// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/loss.h"

#include <algorithm>
#include <vector>

#include "core/kernels/elementwise.h"

namespace roundoff::kernels {

template <typename T>
void softmaxCrossEntropy(MatrixView<const T> logits, std::span<const std::uint8_t> labels, std::span<T> losses,
                         MatrixView<T> gradient, T scale) {
    const std::size_t classes = logits.cols;
    thread_local Matrix<T> exponentials;
    if (exponentials.rows() != logits.rows || exponentials.cols() != classes) {
        exponentials = Matrix<T>(logits.rows, classes);
    }
    thread_local std::vector<T> maxima;
    maxima.resize(logits.rows);
    for (std::size_t b = 0; b < logits.rows; ++b) {
        const T* x = logits.row(b);
        const T max = *std::max_element(x, x + classes);
        maxima[b] = max;
        for (std::size_t c = 0; c < classes; ++c) {
            exponentials(b, c) = x[c] - max;
        }
    }
    apply(Function::Exp, exponentials.storage());
    for (std::size_t b = 0; b < logits.rows; ++b) {
        T sum = 0;
        for (std::size_t c = 0; c < classes; ++c) {
            sum += exponentials(b, c);
        }
        losses[b] = sum;
        if (gradient.data != nullptr) {
            for (std::size_t c = 0; c < classes; ++c) {
                const T onehot = c == labels[b] ? T{1} : T{0};
                gradient(b, c) = (exponentials(b, c) / sum - onehot) * scale;
            }
        }
    }
    apply(Function::Log, losses);
    for (std::size_t b = 0; b < logits.rows; ++b) {
        losses[b] += maxima[b] - logits(b, labels[b]);
    }
}

template <typename T>
void meanSquaredError(MatrixView<const T> outputs, std::span<const std::uint8_t> labels, std::span<T> losses,
                      MatrixView<T> gradient, T scale) {
    const auto classes = static_cast<T>(outputs.cols);
    for (std::size_t b = 0; b < outputs.rows; ++b) {
        T sum = 0;
        for (std::size_t c = 0; c < outputs.cols; ++c) {
            const T difference = outputs(b, c) - (c == labels[b] ? T{1} : T{0});
            sum += difference * difference;
            if (gradient.data != nullptr) {
                gradient(b, c) = T{2} * difference / classes * scale;
            }
        }
        losses[b] = sum / classes;
    }
}

template void softmaxCrossEntropy(MatrixView<const float>, std::span<const std::uint8_t>, std::span<float>,
                                  MatrixView<float>, float);
template void softmaxCrossEntropy(MatrixView<const double>, std::span<const std::uint8_t>, std::span<double>,
                                  MatrixView<double>, double);
template void meanSquaredError(MatrixView<const float>, std::span<const std::uint8_t>, std::span<float>,
                               MatrixView<float>, float);
template void meanSquaredError(MatrixView<const double>, std::span<const std::uint8_t>, std::span<double>,
                               MatrixView<double>, double);

} // namespace roundoff::kernels
