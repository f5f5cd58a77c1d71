// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/experiment/experiment_spec.h"
#include "core/nn/precision_policy.h"

namespace roundoff::ui {

/// A policy in one line, as a chip shows it and `parsePrecision` reads it: its name, followed by what differs from the
/// named policy in rounding, overflow, subnormals and arithmetic ("FP16 stochastic stepwise"). Policies that no name
/// comes near are written as the JSON of a specification.
[[nodiscard]] QString precisionText(const nn::PrecisionPolicy& policy);

/// @throws InputError that says which word is unknown, and what there is
[[nodiscard]] nn::PrecisionPolicy parsePrecision(const QString& text);

/// A policy as a specification writes it, and back.
[[nodiscard]] experiment::Json precisionJson(const nn::PrecisionPolicy& policy);
[[nodiscard]] nn::PrecisionPolicy precisionOf(const experiment::Json& json);

} // namespace roundoff::ui
