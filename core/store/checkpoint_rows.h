// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/experiment/run_checkpoint.h"
#include "core/experiment/run_spec.h"
#include "core/store/measurements.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

// Tables checkpoints and checkpoint_tensors: what a run that has not ended needs to go on, beside what it has measured.
// All throw sqlite::DatabaseError; readers, also for rows that cannot be.

/// Puts it in the place of an earlier one.
void writeCheckpoint(sqlite::Database& database, const std::string& run, const experiment::RunCheckpoint& checkpoint);
void removeCheckpoint(sqlite::Database& database, const std::string& run);

/// The epochs that the run's checkpoint has; nullopt if it has none.
[[nodiscard]] std::optional<int> readCheckpointEpoch(sqlite::Database& database, const std::string& run);
/// @param measured  by the run
/// @param spec  of the run, whose network says which tensors there are
/// @return nullopt if it has none
[[nodiscard]] std::optional<experiment::RunCheckpoint> readCheckpoint(sqlite::Database& database,
                                                                      const std::string& run, Measurements measured,
                                                                      const experiment::RunSpec& spec);

} // namespace roundoff::store
