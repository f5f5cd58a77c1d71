// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/matrix.h"
#include "core/kernels/thread_team.h"

namespace roundoff::kernels {

// The matrix products of training. T is float or double. Every output is one chain of fused multiply-adds over k,
// starting from zero, in increasing k: blocking and threads divide rows and columns only, and a chain that is
// interrupted goes on from the very number that it had. So the bits depend on neither the instruction set (given FMA),
// nor the shape of the register block, nor the team. The padding of `c` becomes zero. `c` must not overlap the
// operands.

/// C = A B, with A [M, K], B [K, N], C [M, N].
/// @param team  shares the work where there is enough of it; null for the calling thread alone
template <typename T>
void multiply(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, ThreadTeam* team = nullptr);

/// C = A^T B, with A [K, M], B [K, N], C [M, N].
template <typename T>
void multiplyTransposedA(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, ThreadTeam* team = nullptr);

/// C = A B^T, with A [M, K], B [N, K], C [M, N].
/// @param scratch  grown as needed and kept by the caller, so that a training loop allocates only once
template <typename T>
void multiplyTransposedB(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, Matrix<T>& scratch,
                         ThreadTeam* team = nullptr);

} // namespace roundoff::kernels
