// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/format/rounding.h"

namespace roundoff::format {

/// The integer that value / step is rounded to, decided by the exact quotient and not by the rounded one.
/// @param value  finite
/// @param step  positive, with at most 24 significand bits, as a number of FP32 has
/// @param limit  at most 2^16; what would lie beyond +-limit becomes +-limit
/// @param random  32 random bits for Rounding::Stochastic
[[nodiscard]] std::int32_t roundedQuotient(double value, double step, std::int32_t limit, Rounding rounding,
                                           std::uint32_t random);

/// The number of FP32 nearest to the exact dividend / divisor, ties to even, rounded once. It stays within the normal
/// numbers of FP32: from 2^-126 to its largest finite value.
/// @param dividend  not negative; infinity gives the largest value
/// @param divisor  1 to 2^16
[[nodiscard]] double singleQuotient(double dividend, std::int32_t divisor);

} // namespace roundoff::format
