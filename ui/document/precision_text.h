// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/experiment/experiment_spec.h"
#include "core/nn/precision_policy.h"

namespace roundoff::ui {

/// A policy in one line, as a chip shows it: `experiment::policyText`.
[[nodiscard]] QString precisionText(const nn::PrecisionPolicy& policy);

/// Reads such a text: `experiment::parsePolicyText`, which says what it throws.
[[nodiscard]] nn::PrecisionPolicy parsePrecision(const QString& text);

/// Splits what is typed for several policies at commas and ranges, as `splitValues` does; what says something of a role
/// or a layer stays with the policy before it.
[[nodiscard]] QStringList splitPrecisions(const QString& text);

/// A policy as a specification writes it, and back.
[[nodiscard]] experiment::Json precisionJson(const nn::PrecisionPolicy& policy);
[[nodiscard]] nn::PrecisionPolicy precisionOf(const experiment::Json& json);

} // namespace roundoff::ui
