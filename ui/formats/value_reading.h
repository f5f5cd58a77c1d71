// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "ui/figures/exact_decimal.h"

namespace roundoff::ui {

/// A number as a person types it: decimal with a point or with the language's comma, C99 hexadecimal, inf, nan.
[[nodiscard]] std::optional<double> readNumber(const QString& text);

/// Numbers between spaces, semicolons or line breaks; nothing if one of them is none.
[[nodiscard]] std::optional<std::vector<double>> readNumbers(const QString& text);

/// Every digit of a number, to be read and copied: plain where that takes up to 60 characters, else with a power of
/// ten.
[[nodiscard]] QString everyDigit(const ExactDecimal& number);

/// A number with a few digits and its sign: "+4.883e-5"; for zero "0".
[[nodiscard]] QString fewDigits(double value);

} // namespace roundoff::ui
