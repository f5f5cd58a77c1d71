// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/matrix.h"

namespace roundoff::kernels {

// The matrix products of training. T is float or double. Every output is one chain of fused multiply-adds over k,
// starting from zero, in increasing k: blocking divides rows and columns only, so the bits depend on neither the
// instruction set (given FMA) nor the shape of the register block. The padding of `c` becomes zero. `c` must not
// overlap the operands.

/// C = A B, with A [M, K], B [K, N], C [M, N].
template <typename T>
void multiply(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c);

/// C = A^T B, with A [K, M], B [K, N], C [M, N].
template <typename T>
void multiplyTransposedA(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c);

/// C = A B^T, with A [M, K], B [N, K], C [M, N].
/// @param scratch  grown as needed and kept by the caller, so that a training loop allocates only once
template <typename T>
void multiplyTransposedB(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, Matrix<T>& scratch);

/// B = A^T, with A [M, N], B [N, M]. The padding of `b` becomes zero.
template <typename T>
void transpose(MatrixView<const T> a, MatrixView<T> b);

/// Fused multiply-adds from registers alone, to measure the peak of one core that the products are held against.
/// @return floating-point operations done
template <typename T>
double multiplyAddPeak(std::size_t repetitions);

} // namespace roundoff::kernels
