// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/experiment/policy_words.h"
#include "core/nn/precision_policy.h"

namespace roundoff::experiment {

/// Clauses are the parts of a policy's text that say how roles and layers differ from the named policy in front of
/// them: "gradients BF16 up", "accumulator FP16 chunk 64", "no masterWeights", "layer1 FP32", "layer3 weights FP32".

/// Whether a text starts as a clause does: with a role, a layer or "no".
[[nodiscard]] bool isClause(std::string_view text);

/// Whether clauses can say what the policy does by layer: only layer1, layer2, ... can be written.
[[nodiscard]] bool hasClauses(const nn::PrecisionPolicy& policy);

/// In how many roles, the accumulator included, a policy differs from another: so many clauses say it.
[[nodiscard]] int differences(const nn::PrecisionPolicy& policy, const nn::PrecisionPolicy& from);

/// What roles and accumulator of a policy differ in from another, for all layers; a clause each.
[[nodiscard]] Words baseClauses(const nn::PrecisionPolicy& policy, const nn::PrecisionPolicy& from);

/// What its layers do differently, a clause each.
[[nodiscard]] Words layerClauses(const nn::PrecisionPolicy& policy);

/// @throws InputError that says which word is unknown
void applyClause(nn::PrecisionPolicy& policy, std::string_view clause);

} // namespace roundoff::experiment
