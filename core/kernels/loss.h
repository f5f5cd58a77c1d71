// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/kernels/matrix.h"

namespace roundoff::kernels {

/// Softmax cross-entropy of logits [batch, classes] against class labels, the mean's gradient included.
/// loss[b] = log(sum_c exp(x[b,c] - max)) + max - x[b,label]; sums run in the order of the classes.
/// @param losses  one per row
/// @param gradient  [batch, classes] or without data: (softmax - onehot) * scale
/// @param scale  the loss scale over the batch size
template <typename T>
void softmaxCrossEntropy(MatrixView<const T> logits, std::span<const std::uint8_t> labels, std::span<T> losses,
                         MatrixView<T> gradient, T scale);

/// Mean squared error of outputs [batch, classes] against one-hot targets: loss[b] = sum_c (x - onehot)^2 / classes.
/// @param gradient  [batch, classes] or without data: 2 (x - onehot) / classes * scale
template <typename T>
void meanSquaredError(MatrixView<const T> outputs, std::span<const std::uint8_t> labels, std::span<T> losses,
                      MatrixView<T> gradient, T scale);

} // namespace roundoff::kernels
