// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/format/ordered_values.h"
#include "ui/figures/exact_decimal.h"
#include "ui/figures/format_use.h"

namespace roundoff::ui {

enum class BitField : std::uint8_t {
    Sign,
    Exponent,
    Significand, ///< Its stored bits, those after the leading one.
    Whole,       ///< Of two's complement: before the point.
    Fraction,    ///< After it.
    Code         ///< Without a sign, of integers with a zero point.
};

/// Neighbouring bits of one field.
struct BitGroup {
    BitField field = BitField::Sign;
    std::string bits; ///< '0' and '1', most significant first.

    bool operator==(const BitGroup&) const = default;
};

enum class NumberClass : std::uint8_t { Zero, Subnormal, Normal, Infinity, Nan };

/// A number of a format, taken apart. Finite values are (-1)^negative * significand * base^exponent, times what is
/// shared.
struct FormatBits {
    double stored = 0.0; ///< The scale included.
    NumberClass kind = NumberClass::Zero;
    bool negative = false;             ///< The sign bit; with two's complement, whether the value is below zero.
    std::optional<std::uint64_t> code; ///< None for decimals.
    std::vector<BitGroup> groups;      ///< From the most significant bit on; empty for decimals.
    int base = 2;
    std::string significand; ///< An integer in decimal digits; empty for what is not finite.
    int exponent = 0;        ///< Of that significand.
    /// Of formats whose values share a scale; nothing if it is NaN. A code less the zero point has the significand.
    std::optional<format::SharedScale> shared;

    // Binary floats only: the same with a significand of the form 1.f, or 0.f for subnormals and zero.
    ExactDecimal scaled;    ///< 1.f or 0.f
    int scaledExponent = 0; ///< Of `scaled`.
    int exponentField = 0;  ///< The exponent's bits as a number.
    int bias = 0;           ///< exponentField - bias is `scaledExponent`, but for subnormals, whose field counts as 1.

    bool operator==(const FormatBits&) const = default;
};

/// Rounds a value and takes it apart. Stochastic rounding goes to the nearer neighbour, as half of its random numbers
/// have it.
[[nodiscard]] FormatBits takeApart(const FormatUse& use, double value);

} // namespace roundoff::ui
