// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace roundoff::ui {

/// A decimal number of any length: (-1)^negative * digits * 10^exponent.
struct ExactDecimal {
    bool negative = false;
    std::string digits = "0"; ///< Most significant first, without zeros at either end; "0" is zero.
    int exponent = 0;

    /// The exact value of a finite double: up to 767 digits.
    [[nodiscard]] static ExactDecimal of(double value);
    /// The shortest decimal number that reads back as this finite double: what was typed, if it had at most 15 digits.
    [[nodiscard]] static ExactDecimal typed(double value);

    [[nodiscard]] bool isZero() const { return digits == "0"; }

    bool operator==(const ExactDecimal&) const = default;
};

[[nodiscard]] ExactDecimal operator-(const ExactDecimal& a, const ExactDecimal& b);

/// A number to be shown: plain where that takes at most `maxDigits` digits, else with a power of ten. U+2212 is the
/// minus and U+2026 stands where digits are left out.
struct DecimalText {
    std::string mantissa; ///< "-0.125", "1.0625..."
    int exponent = 0;     ///< Of ten; 0 for a plain number.
    bool whole = true;    ///< Whether no digit is left out.

    bool operator==(const DecimalText&) const = default;
};

/// @param maxDigits  at least 1
[[nodiscard]] DecimalText decimalText(const ExactDecimal& number, std::size_t maxDigits);

} // namespace roundoff::ui
