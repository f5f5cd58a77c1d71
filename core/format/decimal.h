// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/format/format.h"

namespace roundoff::format {

/// 10^digits, exact for 0 to 15 digits.
[[nodiscard]] double powerOfTen(int digits);

/// Rounds to a multiple of 10^-digits, the paper's w -> round(w * 10^d) / 10^d (its section "Effect of Decimal
/// Rounding").
///
/// The values of the format are the doubles nearest to k / 10^d for integers k. The nearest modes round the product
/// w * 10^d, itself rounded once to double, so that 0.0025 is the tie at three decimals that it is on paper. The
/// directed modes choose the neighbouring value of the format on their side, so that a value of the format always stays
/// what it is: the bare formula would truncate 0.29 to 0.28, since 0.29 * 100 is 28.999999999999996 in double. Zero
/// keeps its sign. NaN, infinities and magnitudes of 2^53 / 10^d or more, which are too coarse to have decimals, are
/// returned unchanged.
[[nodiscard]] double quantise(const Decimal& f, double value, Rounding rounding, std::uint32_t random);

/// The same for a value in single precision: the format's values are then the floats nearest to k / 10^d.
[[nodiscard]] float quantise(const Decimal& f, float value, Rounding rounding, std::uint32_t random);

} // namespace roundoff::format
