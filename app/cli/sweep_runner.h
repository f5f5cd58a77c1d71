// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/experiment/inputs.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"

namespace roundoff::app {

/// What came of a sweep.
struct SweepOutcome {
    std::vector<std::shared_ptr<const experiment::RunResult>> runs; ///< By run; null for one that never began.
    bool interrupted = false;
};

/// Runs a plan to its end or to Ctrl-C, which stops the runs and keeps what is finished, with progress on standard
/// error.
/// @param threads  runs at a time, at least 1
[[nodiscard]] SweepOutcome runSweep(const experiment::Plan& plan, const std::shared_ptr<experiment::Inputs>& inputs,
                                    unsigned threads, bool quiet);

/// Makes a folder and sees whether it can be written to, so that it is told of before hours of training and not after.
/// @throws InputError if not
void checkFolder(const std::filesystem::path& folder);

/// Interrupted; a run failed or never began; or done.
[[nodiscard]] int exitCode(std::span<const std::shared_ptr<const experiment::RunResult>> runs, bool interrupted);

/// As many as the machine has, at least 1, where none are asked for.
[[nodiscard]] unsigned threadsOrDefault(unsigned asked);

} // namespace roundoff::app
