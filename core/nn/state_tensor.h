// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/kernels/matrix.h"
#include "core/nn/trainer_state.h"

namespace roundoff::nn {

/// A matrix without its padding.
/// @tparam T  the container
template <typename T>
[[nodiscard]] StateTensor makeStateTensor(const std::string& parameter, StatePart part,
                                          const kernels::Matrix<T>& matrix);

/// The inverse; the padding stays as it is.
/// @throws InputError if its shape or size is not the matrix's
template <typename T>
void restoreStateTensor(const StateTensor& tensor, kernels::Matrix<T>& matrix);

} // namespace roundoff::nn
