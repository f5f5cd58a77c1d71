// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "app/cli/interrupt_guard.h"
#include "core/experiment/inputs.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"
#include "core/experiment/sweep.h"
#include "core/store/experiment_file.h"

namespace roundoff::app {

/// What is to be run, and what there is of it.
struct SweepJob {
    experiment::Plan plan;
    std::shared_ptr<experiment::Inputs> inputs;
    unsigned threads = 1; ///< Runs at a time, at least 1.
    experiment::SweepStart start;
    std::vector<std::shared_ptr<store::ExperimentFile>> files; ///< Where it is kept; their troubles are told at once.
};

/// What came of a sweep.
struct SweepOutcome {
    std::vector<std::shared_ptr<const experiment::RunResult>> runs; ///< By run; null for one that never began.
    bool interrupted = false;
};

/// Runs a plan to its end or to an interrupt, which stops the runs and keeps what is finished, with progress on
/// standard error.
[[nodiscard]] SweepOutcome runSweep(SweepJob job, const InterruptGuard& guard, bool quiet);

/// Makes a folder and sees whether it can be written to, so that it is told of before hours of training and not after.
/// @throws InputError if not
void checkFolder(const std::filesystem::path& folder);

/// Interrupted; a run failed or never began; or done.
[[nodiscard]] int exitCode(std::span<const std::shared_ptr<const experiment::RunResult>> runs, bool interrupted);

/// As many as the machine has, at least 1, where none are asked for.
[[nodiscard]] unsigned threadsOrDefault(unsigned asked);

} // namespace roundoff::app
