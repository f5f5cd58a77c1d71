// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <variant>

#include "core/format/rounding.h"

namespace roundoff::format {

/// Which codes of a binary float stand for no finite value.
enum class NonFinite : std::uint8_t {
    Ieee,    ///< The largest exponent holds the infinities and the NaNs (IEEE 754).
    NanOnly, ///< Only the all-ones code of each sign is NaN; no infinity (OCP FP8 E4M3).
    None     ///< Every code is a finite value (OCP FP6 and FP4).
};

/// A binary floating-point format with a sign bit.
struct BinaryFloat {
    int exponentBits = 8;     ///< Width of the exponent field, 2 to 11.
    int significandBits = 24; ///< Precision, the implicit bit included, 2 to 53.
    int bias = 127;
    NonFinite nonFinite = NonFinite::Ieee;
    bool subnormals = true; ///< Whether an exponent field of zero means subnormal values, or only zero.

    bool operator==(const BinaryFloat&) const = default;
};

/// Two's complement fixed point: a code k means k * 2^-fractionBits.
struct FixedPoint {
    int bits = 8;         ///< Width, sign included, 1 to 32.
    int fractionBits = 4; ///< Bits after the point, 0 to bits.

    bool operator==(const FixedPoint&) const = default;
};

/// Two's complement integer with scale 1 and zero point 0.
struct Integer {
    int bits = 8; ///< Width, sign included, 1 to 32.

    bool operator==(const Integer&) const = default;
};

/// The multiples of 10^-digits, without bound on their size.
struct Decimal {
    int digits = 3; ///< Digits after the point, 0 to 15.

    bool operator==(const Decimal&) const = default;
};

/// A number format as a value. Rounding, overflow and randomness are no part of it: see `Quantisation`.
using Format = std::variant<BinaryFloat, FixedPoint, Integer, Decimal>;

/// All that decides what `quantise` returns, but for the random bits.
struct Quantisation {
    Format format;
    Rounding rounding = Rounding::NearestEven;
    Overflow overflow = Overflow::ToInfinity;
    Subnormals subnormals = Subnormals::Keep;

    bool operator==(const Quantisation&) const = default;
};

} // namespace roundoff::format
