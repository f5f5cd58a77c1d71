// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/nn/precision_policy.h"

namespace roundoff::ui {

/// The texts of core/experiment/policy_cell_text.h: "FP8-E4M3 stochastic saturate", "FP16 chunk 64 up". The readers
/// throw what core's do.
[[nodiscard]] QString roleFormatText(const nn::RoleFormat& role);
[[nodiscard]] nn::RoleFormat parseRoleFormat(const QString& text);
[[nodiscard]] QString accumulatorText(const nn::Accumulator& accumulator);
[[nodiscard]] nn::Accumulator parseAccumulator(const QString& text);

/// A name of core's as a QString.
[[nodiscard]] QString wordOf(std::string_view name);

} // namespace roundoff::ui
