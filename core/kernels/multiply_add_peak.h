// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace roundoff::kernels {

/// Fused multiply-adds from registers alone, to measure the peak of one core that the products are held against.
/// @tparam T  float or double
/// @return floating-point operations done; a multiply-add is two
template <typename T>
double multiplyAddPeak(std::size_t repetitions);

} // namespace roundoff::kernels
