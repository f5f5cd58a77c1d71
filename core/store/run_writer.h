// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/plan.h"
#include "core/experiment/run_checkpoint.h"
#include "core/experiment/run_result.h"
#include "core/store/measurements.h"
#include "core/store/sqlite/database.h"
#include "core/store/weight_histograms.h"

namespace roundoff::store {

/// A run that has ended, with all that is to be written of it: nothing is read or computed while the file is in use.
struct EndedRun {
    std::shared_ptr<const experiment::RunResult> result;
    std::shared_ptr<const nn::WeightSnapshot> weights; ///< The result's; null for none.
    std::vector<WeightHistogram> histograms;
};

/// @param seed  of the run
[[nodiscard]] EndedRun endedRun(const std::shared_ptr<const experiment::RunResult>& result, std::uint64_t seed);

/// Writes what runs leave behind, each call in one transaction. It remembers what it has written of runs that go on, so
/// that an epoch costs no more than what is new in it. Not for several threads at once.
///
/// All functions throw sqlite::DatabaseError; nothing of the call is in the file then, and the call can be repeated.
class RunWriter {
public:
    /// The sweep that runs are of from now on.
    void setProvenance(std::int64_t id) { provenance_ = id; }

    void writeCheckpoint(sqlite::Database& database, const experiment::PlannedRun& run,
                         const experiment::RunCheckpoint& checkpoint);
    /// Weights after an epoch that is not the last.
    static void writeEpochWeights(sqlite::Database& database, const experiment::PlannedRun& run, int epoch,
                                  const nn::WeightSnapshot& weights);
    /// The end of a run. One that was stopped keeps its checkpoint, and what it has measured since is dropped; without
    /// a checkpoint all of it is kept.
    void writeEnd(sqlite::Database& database, const experiment::PlannedRun& run, const EndedRun& ended);

private:
    [[nodiscard]] const Measurements* writtenOf(const std::string& run) const;

    std::map<std::string, Measurements> written_; // By runs that go on.
    std::optional<std::int64_t> provenance_;
};

} // namespace roundoff::store
