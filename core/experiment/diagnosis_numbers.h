// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// Numbers as a person reads them in a sentence; points as decimal points.
namespace roundoff::experiment::diagnosis_text {

/// "93 %", "4.2 %", "0.012 %", "99.8 %". 100 % and 0 % are only what is exactly so.
/// @param share  0 to 1
[[nodiscard]] std::string percentText(double share);

/// All digits of a setting ("0.01", "1e-8", "65504"), or three of a number that has many ("3.39e38").
[[nodiscard]] std::string settingText(double value);

/// Three significant digits of a measurement: "0.312", "2.41e5".
[[nodiscard]] std::string measuredText(double value);

/// A power of two that is very small or large as one: "2^-24"; other numbers as `settingText`.
[[nodiscard]] std::string powerText(double value);

} // namespace roundoff::experiment::diagnosis_text
