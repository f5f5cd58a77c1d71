// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_runner.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <variant>

#include "app/cli/command_line.h"
#include "app/cli/file_troubles.h"
#include "app/cli/progress_display.h"
#include "core/store/files.h"

namespace roundoff::app {
namespace {

constexpr int kPollMilliseconds = 50;

} // namespace

SweepOutcome runSweep(SweepJob job, const InterruptGuard& guard, bool quiet) {
    SweepOutcome outcome;
    outcome.runs.resize(job.plan.runs.size());
    for (std::size_t run = 0; run < job.start.before.size(); ++run) {
        outcome.runs[run] = job.start.before[run].result;
    }
    const auto there = std::count_if(outcome.runs.begin(), outcome.runs.end(),
                                     [](const auto& r) { return r != nullptr; });
    ProgressDisplay display(job.plan, static_cast<std::size_t>(there), quiet);
    FileTroubles troubles(job.files);
    experiment::Sweep sweep(job.plan, job.inputs, job.threads, std::move(job.start));
    sweep.start();
    for (bool last = false; !last;) {
        last = sweep.finished(); // Events posted before this are drained below.
        sweep.waitForEvent(last ? 0 : kPollMilliseconds);
        if (guard.interrupted() && !outcome.interrupted) {
            outcome.interrupted = true;
            sweep.stop();
        }
        for (const auto& event : sweep.drainEvents()) {
            if (const auto* finished = std::get_if<experiment::RunFinished>(&event)) {
                outcome.runs[finished->run] = finished->result;
                display.runFinished(*finished);
            }
        }
        if (const std::string trouble = troubles.news(); !trouble.empty()) {
            display.trouble(trouble);
        }
        display.update(sweep.progress());
    }
    return outcome;
}

void checkFolder(const std::filesystem::path& folder) {
    store::makeFolder(folder);
    const std::filesystem::path probe = folder / ".roundoff-probe";
    store::writeFile(probe, std::string_view());
    std::filesystem::remove(probe);
}

int exitCode(std::span<const std::shared_ptr<const experiment::RunResult>> runs, bool wasInterrupted) {
    if (wasInterrupted) {
        return kInterrupted;
    }
    const bool failed = std::any_of(runs.begin(), runs.end(), [](const auto& result) {
        return result == nullptr || result->status == experiment::RunStatus::Failed;
    });
    return failed ? kRunFailed : kDone;
}

unsigned threadsOrDefault(unsigned asked) {
    return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

} // namespace roundoff::app
