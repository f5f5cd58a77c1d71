// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "core/experiment/experiment_spec.h"

namespace roundoff::ui {

/// What is in a section of the form, for its heading while it is folded: choices and lists, what differs from its
/// default, and what varies: "SGD, learning rate 0.1, momentum: 3 values".
[[nodiscard]] QString sectionSummary(const std::vector<std::string>& groups,
                                     const experiment::ExperimentSpec& specification);

} // namespace roundoff::ui
