// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace roundoff::kernels {

/// The sum of squares in double: element i is added to partial sum i mod 16, and the 16 are added pairwise, so the bits
/// depend on neither the vector width nor the number of threads.
template <typename T>
[[nodiscard]] double sumOfSquares(std::span<const T> x);

/// Whether no element is infinite or NaN.
template <typename T>
[[nodiscard]] bool allFinite(std::span<const T> x);

/// Brings every element into [-limit, limit]; NaN stays.
/// @return how many elements changed
template <typename T>
std::size_t clamp(std::span<T> x, T limit);

} // namespace roundoff::kernels
