// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <QString>

#include "ui/figures/exact_decimal.h"

namespace roundoff::ui {

/// Raised digits: ⁻¹².
[[nodiscard]] QString superscript(int number);

/// With a minus sign, not a hyphen.
[[nodiscard]] QString integerText(int number);

/// With thin spaces between groups of three digits.
[[nodiscard]] QString groupedDigits(std::size_t number);

/// "−0.125", "1.0625…×10⁻⁸"
[[nodiscard]] QString plainText(const ExactDecimal& number, std::size_t maxDigits);

/// The number as its conversion has it, "∞", "−∞" or "NaN".
[[nodiscard]] QString finiteText(double value, ExactDecimal (*convert)(double), std::size_t maxDigits);

/// Rounded to so many significant digits: "1.4013×10⁻⁴⁵", "448".
[[nodiscard]] QString roundedText(double value, int digits);

/// The first digits of many, with an ellipsis.
[[nodiscard]] QString shortened(const std::string& digits, std::size_t maxDigits);

/// Nearest double, with the accuracy of 17 digits.
[[nodiscard]] double doubleOf(const ExactDecimal& number);

/// Two significant digits: "0.012 %".
[[nodiscard]] QString percentText(double fraction);

/// Fractions as "85.00 ± 7.07 %", or "85.00 %" without a spread.
[[nodiscard]] QString meanText(double mean, std::optional<double> spread);

} // namespace roundoff::ui
