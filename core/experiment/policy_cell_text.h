// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/nn/precision_policy.h"

namespace roundoff::experiment {

/// What one role is rounded to, in words: its format, followed by a rounding and an overflow of its own where it has
/// them: "FP8-E4M3 stochastic saturate".
[[nodiscard]] std::string roleFormatText(const nn::RoleFormat& role);

/// The inverse; words in any order after the format, upper or lower case.
/// @throws InputError that says which word is unknown, and what there is
[[nodiscard]] nn::RoleFormat parseRoleFormat(std::string_view text);

/// The same for an accumulator, which may have a chunk: "FP16 chunk 64 up".
[[nodiscard]] std::string accumulatorText(const nn::Accumulator& accumulator);
[[nodiscard]] nn::Accumulator parseAccumulator(std::string_view text);

} // namespace roundoff::experiment
