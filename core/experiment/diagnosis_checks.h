// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/experiment/diagnosis_evidence.h"

namespace roundoff::experiment {

// A check each of the troubles; nothing where the evidence does not show it.
[[nodiscard]] std::optional<Finding> checkEpsilon(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkLossScale(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkActivationRange(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkGradientRange(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkWeightRange(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkGradientUnderflow(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkSwallowedUpdates(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkClipping(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkStagnation(const Evidence& evidence);
[[nodiscard]] std::optional<Finding> checkAccumulatorRange(const Evidence& evidence);

/// For a run that has no other finding.
[[nodiscard]] std::optional<Finding> checkStall(const Evidence& evidence);

} // namespace roundoff::experiment
