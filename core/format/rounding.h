// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace roundoff::format {

/// How a value between two neighbours of a format is brought to one of them (IEEE 754-2019, section 4.3, and
/// stochastic rounding, which goes up in magnitude with a probability equal to the distance travelled).
enum class Rounding : std::uint8_t { NearestEven, NearestAway, TowardZero, Up, Down, Stochastic };

/// What becomes of a value whose rounding with an unbounded exponent exceeds the largest finite one
/// (IEEE 754-2019, section 7.4). Directed modes stop at the largest finite value on their side of zero; Saturate
/// also brings infinities there.
enum class Overflow : std::uint8_t { ToInfinity, Saturate, ToNan };

/// Whether results between zero and the smallest normal value are kept or become a zero of their sign. A result
/// that rounds up to the smallest normal value is normal and stays.
enum class Subnormals : std::uint8_t { Keep, Flush };

/// The rounding of a magnitude: Up and Down seen from zero. Stochastic stays as it is.
[[nodiscard]] constexpr Rounding forMagnitude(Rounding rounding, bool negative) {
    // Away from zero has no name of its own among the modes: Up of a positive value stands for it.
    switch (rounding) {
    case Rounding::Up: return negative ? Rounding::TowardZero : Rounding::Up;
    case Rounding::Down: return negative ? Rounding::Up : Rounding::TowardZero;
    default: return rounding;
    }
}

/// Whether a magnitude that lies strictly between two neighbours goes to the larger one.
/// @param rounding  as `forMagnitude` gives it
/// @param versusHalf  negative, zero or positive: the fraction between the neighbours against one half
/// @param fraction32  floor(fraction * 2^32), below 2^32
/// @param odd  whether the smaller neighbour's last digit is odd
/// @param random  32 random bits; only Stochastic looks at them: it goes up if they are below `fraction32`, so the
///                probability is the fraction rounded down to a multiple of 2^-32, and exact values never move
[[nodiscard]] constexpr bool roundsUp(Rounding rounding, int versusHalf, std::uint32_t fraction32, bool odd,
                                      std::uint32_t random) {
    switch (rounding) {
    case Rounding::NearestEven: return versusHalf > 0 || (versusHalf == 0 && odd);
    case Rounding::NearestAway: return versusHalf >= 0;
    case Rounding::Up: return true;
    case Rounding::Stochastic: return random < fraction32;
    case Rounding::TowardZero:
    case Rounding::Down: break;
    }
    return false;
}

} // namespace roundoff::format
