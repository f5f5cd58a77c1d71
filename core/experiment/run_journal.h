// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/experiment/plan.h"
#include "core/experiment/run_checkpoint.h"
#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// Keeps what runs leave behind where it outlives the program. Called on the threads of the runs, several at a time.
/// What cannot be kept is its own affair: a run goes on either way, so nothing here throws.
class RunJournal {
public:
    RunJournal() = default;
    RunJournal(const RunJournal&) = delete;
    RunJournal& operator=(const RunJournal&) = delete;
    virtual ~RunJournal() = default;

    /// After every epoch, before it is told to anybody.
    virtual void keepEpoch(const PlannedRun& run, std::shared_ptr<const RunCheckpoint> checkpoint) noexcept = 0;

    /// When a run has ended, in whichever way; a stopped one can go on from its last checkpoint.
    /// @return the same result, whose weights may have been left where they are kept
    [[nodiscard]] virtual std::shared_ptr<const RunResult>
    keepResult(const PlannedRun& run, std::shared_ptr<const RunResult> result) noexcept = 0;
};

} // namespace roundoff::experiment
