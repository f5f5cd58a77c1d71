// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/matrix.h"
#include "core/kernels/thread_team.h"

namespace roundoff::kernels {

/// B = A^T, with A [M, N], B [N, M]. T is float or double. The padding of `b` becomes zero.
/// @param team  divides the rows of B; null for the calling thread alone
template <typename T>
void transpose(MatrixView<const T> a, MatrixView<T> b, ThreadTeam* team = nullptr);

} // namespace roundoff::kernels
