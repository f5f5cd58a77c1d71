// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/format/format.h"

namespace roundoff::format {

/// An IEEE-like format: bias 2^(exponentBits - 1) - 1, infinities, NaNs and subnormals.
/// @param exponentBits  2 to 11
/// @param trailingBits  bits of the significand that are stored, 1 to 52
[[nodiscard]] constexpr BinaryFloat ieeeLike(int exponentBits, int trailingBits) {
    return {exponentBits, trailingBits + 1, (1 << (exponentBits - 1)) - 1, NonFinite::Ieee, true};
}

inline constexpr BinaryFloat kFp64 = ieeeLike(11, 52);
inline constexpr BinaryFloat kFp32 = ieeeLike(8, 23);
inline constexpr BinaryFloat kTf32 = ieeeLike(8, 10);
inline constexpr BinaryFloat kBf16 = ieeeLike(8, 7);
inline constexpr BinaryFloat kFp16 = ieeeLike(5, 10);
// OCP 8-bit Floating Point Specification (OFP8), revision 1.0, table 1.
inline constexpr BinaryFloat kFp8E5M2 = ieeeLike(5, 2);
inline constexpr BinaryFloat kFp8E4M3{4, 4, 7, NonFinite::NanOnly, true};
// OCP Microscaling Formats (MX) Specification, version 1.0, section 5.3.
inline constexpr BinaryFloat kFp6E3M2{3, 3, 3, NonFinite::None, true};
inline constexpr BinaryFloat kFp6E2M3{2, 4, 1, NonFinite::None, true};
inline constexpr BinaryFloat kFp4E2M1{2, 2, 1, NonFinite::None, true};

[[nodiscard]] constexpr int totalBits(const BinaryFloat& f) {
    return f.exponentBits + f.significandBits;
}

/// Exponent of the smallest normal value 2^minExponent.
[[nodiscard]] constexpr int minExponent(const BinaryFloat& f) {
    return 1 - f.bias;
}

/// Exponent of the binade of the largest finite value.
[[nodiscard]] constexpr int maxExponent(const BinaryFloat& f) {
    return (1 << f.exponentBits) - (f.nonFinite == NonFinite::Ieee ? 2 : 1) - f.bias;
}

[[nodiscard]] constexpr bool hasInfinity(const BinaryFloat& f) {
    return f.nonFinite == NonFinite::Ieee;
}

[[nodiscard]] constexpr bool hasNan(const BinaryFloat& f) {
    return f.nonFinite != NonFinite::None;
}

/// The largest finite value.
[[nodiscard]] double maxFinite(const BinaryFloat& f);

/// The smallest positive normal value.
[[nodiscard]] double minNormal(const BinaryFloat& f);

/// The smallest positive value: subnormal where the format has subnormals.
[[nodiscard]] double minPositive(const BinaryFloat& f);

/// The distance from 1 to the next larger value, 2^(1 - significandBits).
[[nodiscard]] double epsilon(const BinaryFloat& f);

/// How many decimal digits the precision is worth: significandBits * log10(2).
[[nodiscard]] double decimalDigits(const BinaryFloat& f);

/// Whether every finite value of `inner` is a value of `outer`.
[[nodiscard]] bool contains(const BinaryFloat& outer, const BinaryFloat& inner);

/// The value of a code; bits above the format's width are ignored. NaN codes give quiet NaNs that keep sign and payload
/// in the leading bits.
[[nodiscard]] double decode(const BinaryFloat& f, std::uint64_t code);

/// The code of a value of the format, as `quantise` returns it. A NaN keeps its sign and the leading bits of its
/// payload, and is quiet.
/// @throws std::invalid_argument if the value is none of the format's
[[nodiscard]] std::uint64_t encode(const BinaryFloat& f, double value);

/// The slow and obviously right quantiser, by integer arithmetic on the exact value.
/// @param random  32 random bits for Rounding::Stochastic
/// @return the value of the format that the arguments choose. A NaN stays a quiet NaN with its sign and what the format
///         can hold of its payload; in a format without NaN it becomes the largest finite value (as PTX's cvt to
///         e2m1, e2m3 and e3m2 has it). Overflow::ToInfinity in a format without infinity, and ToNan in one without
///         NaN, are treated as Saturate; `checkOverflow` tells a person beforehand.
[[nodiscard]] double quantise(const BinaryFloat& f, double value, Rounding rounding, Overflow overflow,
                              Subnormals subnormals, std::uint32_t random);

} // namespace roundoff::format
