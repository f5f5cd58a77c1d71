// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/experiment/plan.h"

namespace roundoff::ui {

/// What a policy is called throughout the window: the name that the person gave to an equal one, or else its text as
/// `precisionText` gives it; "custom" if that is JSON.
[[nodiscard]] QString policyName(const nn::PrecisionPolicy& policy);

/// The same where there is little room: `otherwise` for a policy whose text is too long for a label.
[[nodiscard]] QString policyLabel(const nn::PrecisionPolicy& policy, const QString& otherwise);

/// Gives the runs of a plan the names that the person gave to their policies. Their identity stays.
void namePolicies(experiment::Plan& plan);

} // namespace roundoff::ui
