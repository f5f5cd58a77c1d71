// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_runner.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <thread>
#include <variant>

#include "app/cli/command_line.h"
#include "app/cli/progress_display.h"
#include "core/experiment/sweep.h"
#include "core/store/files.h"

namespace roundoff::app {
namespace {

constexpr int kPollMilliseconds = 50;

std::atomic<bool> interrupted{false};

extern "C" void onInterrupt(int) {
    interrupted.store(true);
}

// Ctrl-C and a polite kill stop the runs; what is finished is written.
class InterruptGuard {
public:
    InterruptGuard()
        : previousInterrupt_(std::signal(SIGINT, onInterrupt)), previousTerminate_(std::signal(SIGTERM, onInterrupt)) {
        interrupted.store(false);
    }
    ~InterruptGuard() {
        std::signal(SIGINT, previousInterrupt_);
        std::signal(SIGTERM, previousTerminate_);
    }
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

private:
    using Handler = void (*)(int);
    Handler previousInterrupt_;
    Handler previousTerminate_;
};

} // namespace

SweepOutcome runSweep(const experiment::Plan& plan, const std::shared_ptr<experiment::Inputs>& inputs, unsigned threads,
                      bool quiet) {
    SweepOutcome outcome;
    outcome.runs.resize(plan.runs.size());
    const InterruptGuard guard;
    ProgressDisplay display(plan, quiet);
    experiment::Sweep sweep(plan, inputs, threads);
    sweep.start();
    for (bool last = false; !last;) {
        last = sweep.finished(); // Events posted before this are drained below.
        sweep.waitForEvent(last ? 0 : kPollMilliseconds);
        if (interrupted.load() && !outcome.interrupted) {
            outcome.interrupted = true;
            sweep.stop();
        }
        for (const auto& event : sweep.drainEvents()) {
            if (const auto* finished = std::get_if<experiment::RunFinished>(&event)) {
                outcome.runs[finished->run] = finished->result;
                display.runFinished(*finished);
            }
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
