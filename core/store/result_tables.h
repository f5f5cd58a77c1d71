// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/store/results.h"

namespace roundoff::store {

// The tables of a run's folder as CSV text; see `writeResults`.
[[nodiscard]] std::string runsTable(const ExperimentResults& results);
[[nodiscard]] std::string epochsTable(const ExperimentResults& results);
[[nodiscard]] std::string stepsTable(const ExperimentResults& results);
[[nodiscard]] std::string deploymentsTable(const ExperimentResults& results);
[[nodiscard]] std::string histogramsTable(const ExperimentResults& results);
[[nodiscard]] std::string summaryTable(const ExperimentResults& results);

} // namespace roundoff::store
