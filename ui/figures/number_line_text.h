// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/figures/format_use.h"

namespace roundoff::ui {

/// A value with at most twelve digits.
[[nodiscard]] QString lineValueText(double value);

/// The distance of two values: a power of two, or rounded to a few digits.
[[nodiscard]] QString spacingText(double spacing);

/// What becomes of values beyond the last one: "∞", "NaN", or that one.
/// @param last  of the sign that is meant
[[nodiscard]] QString overflowText(const FormatUse& use, double last);

} // namespace roundoff::ui
