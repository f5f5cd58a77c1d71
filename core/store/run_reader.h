// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/experiment/plan.h"
#include "core/experiment/run_checkpoint.h"
#include "core/experiment/run_result.h"
#include "core/experiment/sweep.h"
#include "core/nn/kept_weights.h"
#include "core/store/experiment_file.h"
#include "core/store/measurements.h"
#include "core/store/run_rows.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

/// Reads what a file holds of one run of a plan. All functions throw sqlite::DatabaseError if that cannot be: rows of
/// strangers are not believed.
class RunReader {
public:
    /// Makes weights that stay in the file until they are asked for.
    /// @param read  reads them from the database, checked
    using LeaveInFile = std::function<nn::KeptWeights(std::vector<nn::KeptWeights::Shape> shapes,
                                                      std::function<nn::WeightSnapshot(sqlite::Database&)> read)>;

    /// @param stepCapacity  the most points of its steps to read; more are merged
    RunReader(sqlite::Database& database, const experiment::PlannedRun& run, std::size_t stepCapacity);

    /// Null if there is nothing. What has not ended is stopped.
    [[nodiscard]] std::shared_ptr<const experiment::RunResult> result(const LeaveInFile& leave);
    /// How to go on with the plan; see `ExperimentFile::before`.
    [[nodiscard]] experiment::RunBefore before(const LeaveInFile& leave);
    [[nodiscard]] KeptRun kept();

private:
    [[noreturn]] void fail(const std::string& what) const;
    [[nodiscard]] bool hasEnded() const;
    [[nodiscard]] Measurements measured();
    void checkEnded(const experiment::RunResult& result) const;
    void readFinalWeights(experiment::RunResult& result, const LeaveInFile& leave);

    sqlite::Database& database_;
    const experiment::PlannedRun& run_;
    const std::size_t stepCapacity_;
    const std::optional<RunRow> row_;
};

/// Weights of a run that is done, as its digest says they are.
/// @throws sqlite::DatabaseError if they are others
[[nodiscard]] nn::WeightSnapshot readFinalWeights(sqlite::Database& database, const std::string& run, int epoch,
                                                  const experiment::RunSpec& spec, const std::string& digest);

} // namespace roundoff::store
