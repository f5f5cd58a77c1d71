// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <string>

#include "core/experiment/plan.h"
#include "core/experiment/run_checkpoint.h"
#include "core/experiment/run_result.h"
#include "core/store/experiment_connection.h"
#include "core/store/pending_runs.h"
#include "core/store/run_writer.h"

namespace roundoff::store {

/// @throws InputError if the file cannot be written to
void requireWritable(const ExperimentConnection& connection);

/// What runs leave behind on its way into a file: it waits until it is written, however often that fails. The adding
/// functions and `problem` are for any thread; the others for whoever uses the file.
class RunLedger {
public:
    void addCheckpoint(const experiment::PlannedRun& run, std::shared_ptr<const experiment::RunCheckpoint> checkpoint);
    void addResult(const experiment::PlannedRun& run, const std::shared_ptr<const experiment::RunResult>& result);
    /// Whether anything of a run waits.
    [[nodiscard]] bool waits(const std::string& run) const { return pending_.has(run); }

    /// Writes all that waits, as far as that is possible; `problem` says whether it was.
    void write(ExperimentConnection& connection);
    /// From now on there is another file, which has nothing yet.
    void beginAnew() { writer_ = {}; }
    /// The sweep that runs are of from now on.
    void setProvenance(std::int64_t id) { writer_.setProvenance(id); }

    /// Why something waits; empty if nothing does.
    [[nodiscard]] std::string problem() const;
    /// What could not even be added, for want of memory or because it could not be read.
    void setProblem(const std::exception_ptr& why) noexcept;

private:
    void setProblem(std::string problem);
    void write(sqlite::Database& database, const PendingRun& pending);

    PendingRuns pending_;
    RunWriter writer_;

    mutable std::mutex mutex_;
    // Guarded by mutex_.
    std::string problem_;
    bool outOfMemory_ = false;
};

} // namespace roundoff::store
