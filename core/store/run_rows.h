// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/plan.h"
#include "core/nn/kept_weights.h"
#include "core/store/row_names.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

// Table runs. All throw sqlite::DatabaseError; readers, also for rows that cannot be.

/// How a run stands, beside its specification.
struct RunRow {
    RowStatus status = RowStatus::Running;
    std::string reason;
    double trainSeconds = 0.0;
    double evalSeconds = 0.0;
    bool nativeTime = false;
    std::string weightsDigest; ///< Of the final weights of a run that has ended; else empty.
};

/// @param shapes  of the weights' tensors; none where they are not known
/// @param provenance  the sweep that it is a run of
void writeRun(sqlite::Database& database, const experiment::PlannedRun& run, const RunRow& row,
              const std::vector<nn::KeptWeights::Shape>& shapes, std::optional<std::int64_t> provenance);

/// The row of a run, whose specification it has to be: a file may hold anything under the run's id.
/// @return nullopt if there is none
[[nodiscard]] std::optional<RunRow> readRun(sqlite::Database& database, const experiment::PlannedRun& run);

/// The specification of a run that is in the file.
/// @throws InputError if there is none, or it is not that of this id
[[nodiscard]] experiment::RunSpec readRunSpec(sqlite::Database& database, const std::string& run);

} // namespace roundoff::store
