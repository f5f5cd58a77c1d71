// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/experiment/diagnosis_evidence.h"

namespace roundoff::experiment {

// A check each of the troubles; nothing where the evidence does not show it.
[[nodiscard]] std::optional<WeighedDiagnosis> checkEpsilon(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkLossScale(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkActivationRange(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkGradientRange(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkWeightRange(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkGradientUnderflow(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkSwallowedUpdates(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkClipping(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkStagnation(const Evidence& evidence);
[[nodiscard]] std::optional<WeighedDiagnosis> checkAccumulatorRange(const Evidence& evidence);

/// For a run that has no other finding.
[[nodiscard]] std::optional<WeighedDiagnosis> checkStall(const Evidence& evidence);

} // namespace roundoff::experiment
