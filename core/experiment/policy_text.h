// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/nn/precision_policy.h"

namespace roundoff::experiment {

/// A policy in one line: the named policy that comes nearest, followed by what differs from that in rounding, overflow,
/// subnormals and arithmetic ("FP16 stochastic stepwise"), then by roles and layers that differ:
///
///     FP16, gradients BF16 up, accumulator FP16 chunk 64, layer1 FP32, layer3 weights FP32 activations BF16
///
/// A layer's format without a role is that of all roles but the master weights; "no masterWeights" takes those of the
/// name away. A policy whose layers have other names than layer1, layer2, ... is written as the JSON of a
/// specification. Different policies have different texts.
[[nodiscard]] std::string policyText(const nn::PrecisionPolicy& policy);

/// Reads such a text; its parts may be separated by semicolons too, and be in upper or lower case.
/// @throws InputError that says which word is unknown, and what there is
[[nodiscard]] nn::PrecisionPolicy parsePolicyText(std::string_view text);

/// The most letters that a policy's text has in the label of a run.
inline constexpr std::size_t kLongestPolicyLabel = 80;

/// The text of a policy in labels of runs, legends and tables; none if it is too long for them.
[[nodiscard]] std::optional<std::string> policyLabel(const nn::PrecisionPolicy& policy);

} // namespace roundoff::experiment
