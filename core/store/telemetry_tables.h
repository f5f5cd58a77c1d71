// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/store/results.h"

namespace roundoff::store {

// What was seen inside the networks as CSV text; see `writeResults`. Without telemetry there is only the header.

/// A row for each sample, layer and role: what rounding did, as counts. sqnr_db is inf where nothing changed, and empty
/// where there was no signal.
[[nodiscard]] std::string telemetryTable(const ExperimentResults& results);
/// A row for each sample and layer: gradient norm, swallowed updates, what the accumulators lost.
[[nodiscard]] std::string layersTable(const ExperimentResults& results);
/// A row for each epoch, layer, role and power of two that values had before rounding.
[[nodiscard]] std::string exponentsTable(const ExperimentResults& results);
/// A row for each trouble of each run, what matters most first, in English.
[[nodiscard]] std::string diagnosesTable(const ExperimentResults& results);
/// A row for each run that had an infinity or NaN: the first one.
[[nodiscard]] std::string firstNonFiniteTable(const ExperimentResults& results);

} // namespace roundoff::store
