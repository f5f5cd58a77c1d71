// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/format/format.h"

namespace roundoff::format {

/// An integer as the fixed-point format without bits after the point.
[[nodiscard]] constexpr FixedPoint asFixedPoint(const Integer& f) {
    return {f.bits, 0};
}

/// The largest value, (2^(bits-1) - 1) * 2^-fractionBits.
[[nodiscard]] double maxFinite(const FixedPoint& f);

/// The smallest value, -2^(bits-1) * 2^-fractionBits.
[[nodiscard]] double lowest(const FixedPoint& f);

/// The distance between neighbours, 2^-fractionBits.
[[nodiscard]] double step(const FixedPoint& f);

/// The two's complement code of a value of the format, in its low `bits` bits.
/// @throws std::invalid_argument if the value is none of the format's
[[nodiscard]] std::uint64_t encode(const FixedPoint& f, double value);

/// The value of a code; bits above the format's width are ignored.
[[nodiscard]] double decode(const FixedPoint& f, std::uint64_t code);

/// Rounds to a value of the format; what lies outside becomes the nearest end, NaN becomes 0. There is one zero.
[[nodiscard]] double quantise(const FixedPoint& f, double value, Rounding rounding, std::uint32_t random);

} // namespace roundoff::format
