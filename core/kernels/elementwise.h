// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/kernels/matrix.h"

namespace roundoff::kernels {

// Element-wise steps in the container T (float or double). Products and sums are not fused, so that they are the same
// on a CPU without FMA; exp and log are Highway's polynomials, the same on every system. Spans of one call have equal
// sizes.

/// x[r, c] += row[c]
/// @param row  as many elements as a padded row of x, zero in the padding
template <typename T>
void addRow(MatrixView<T> x, const T* row);

/// sums[c] = x[0, c] + x[1, c] + ..., one chain in the order of the rows; the padding of `sums` becomes zero.
/// @param sums  as many elements as a padded row of x
template <typename T>
void columnSums(MatrixView<const T> x, T* sums);

/// x = max(x, 0); NaN stays, and zero becomes +0.
template <typename T>
void relu(std::span<T> x);

/// Where the output y is not positive, the gradient becomes 0 (the subgradient at 0 is 0).
template <typename T>
void reluGradient(std::span<const T> y, std::span<T> gradient);

/// x = 1 / (1 + exp(-x))
template <typename T>
void sigmoid(std::span<T> x);

/// gradient *= y (1 - y)
template <typename T>
void sigmoidGradient(std::span<const T> y, std::span<T> gradient);

/// x = tanh(x)
template <typename T>
void tanh(std::span<T> x);

/// gradient *= 1 - y^2
template <typename T>
void tanhGradient(std::span<const T> y, std::span<T> gradient);

enum class Operation : std::uint8_t { Add, Subtract, Multiply, Divide };
enum class Function : std::uint8_t { Exp, Log, SquareRoot, Negate };

/// out = a (op) b, element by element; `out` may be `a` or `b`. One elementary operation, for stepwise arithmetic.
template <typename T>
void apply(Operation op, std::span<const T> a, std::span<const T> b, std::span<T> out);

/// out = a (op) b with one b for all; `out` may be `a`.
template <typename T>
void apply(Operation op, std::span<const T> a, T b, std::span<T> out);

/// x = f(x)
template <typename T>
void apply(Function f, std::span<T> x);

} // namespace roundoff::kernels
