// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/nn/precision_policy.h"

namespace roundoff::ui {

/// What a policy means, in sentences: "Weights and activations are rounded to FP8-E4M3 (saturating), gradients to
/// FP8-E5M2; FP32 master weights are updated; products are summed in FP16 in chunks of 64. Layer 3 keeps FP32 weights.
/// Computed in FP32 arithmetic; times are emulated."
[[nodiscard]] QString policySentence(const nn::PrecisionPolicy& policy);

} // namespace roundoff::ui
