// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/deploy/deployment.h"

namespace roundoff::ui {

/// A deployment in one line, as a chip shows it and `parseDeployment` reads it: the format, and what differs from the
/// default in rounding, overflow and scope: "DEC3 toward-zero", "FP16 saturate +activations".
[[nodiscard]] QString deploymentText(const deploy::Deployment& deployment);

/// @throws InputError that says which word is unknown, and what there is
[[nodiscard]] deploy::Deployment parseDeployment(const QString& text);

} // namespace roundoff::ui
