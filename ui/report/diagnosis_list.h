// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/store/results.h"

namespace roundoff::ui {

/// What went wrong inside the networks and what to try, as HTML: an entry for each group of runs with the same trouble.
/// In English, as the report is; empty without any.
[[nodiscard]] QString diagnosisList(const store::ExperimentResults& results);

} // namespace roundoff::ui
