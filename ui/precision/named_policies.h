// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace roundoff::ui {

/// The names of the policies that come with the program, widest first.
[[nodiscard]] QStringList namedPolicies();

/// What such a policy is for, in a line; empty for any other name.
[[nodiscard]] QString policyExplanation(const QString& name);

} // namespace roundoff::ui
