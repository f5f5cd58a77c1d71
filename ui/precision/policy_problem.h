// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "core/nn/precision_policy.h"

namespace roundoff::ui {

/// What keeps a policy from being used, and what it concerns.
struct PolicyProblem {
    QString text; ///< Empty if nothing does.
    int row = -1; ///< Of the matrix, with a column; -1 if it concerns the whole policy.
    int column = -1;
    QString setting; ///< Of the whole policy: "overflow".

    bool operator==(const PolicyProblem&) const = default;
};

/// What `nn::validate` has against a policy, found in a matrix.
/// @param rows  the layers' names by row; the row of all layers has an empty one
[[nodiscard]] PolicyProblem policyProblem(const nn::PrecisionPolicy& policy, const std::vector<std::string>& rows);

} // namespace roundoff::ui
