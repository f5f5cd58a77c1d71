// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/experiment/inputs.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_checkpoint.h"
#include "core/experiment/run_journal.h"
#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// What a sweep tells, drained in order by one consumer. `run` is the index into the plan.
struct RunStarted {
    std::size_t run;
};
struct EpochFinished {
    std::size_t run;
    EpochResult epoch;
};
struct TelemetryTaken { ///< Neighbouring looks of one run may come as one, where many were not drained.
    std::size_t run;
    nn::TelemetrySample sample;
};
struct RunFinished {
    std::size_t run;
    std::shared_ptr<const RunResult> result;
};
using SweepEvent = std::variant<RunStarted, EpochFinished, TelemetryTaken, RunFinished>;

/// Steps of one run since the last drain.
struct RunMetrics {
    std::size_t run = 0;
    std::vector<MetricPoint> points;
};

/// What is there of a run before a sweep begins.
struct RunBefore {
    std::shared_ptr<const RunResult> result;         ///< Of a run that is not to be run again: nothing is told of it.
    std::shared_ptr<const RunCheckpoint> checkpoint; ///< Where to go on; null to begin.
};

/// How a sweep is begun.
struct SweepStart {
    std::vector<RunBefore> before;       ///< By run of the plan; empty for nothing.
    std::shared_ptr<RunJournal> journal; ///< Keeps what the runs leave behind; may be null.
};

/// Runs a plan on worker threads, one run each at a time, in the order of `executionOrder`. Where there are fewer runs
/// in the plan than threads, each run is worked on by as many threads as all can have alike: times of runs stay
/// comparable, which they would not be if idle threads helped whoever is left. Results do not depend on how many there
/// are.
///
/// All functions are for one owning thread. Destroying a sweep stops it and waits for its threads.
class Sweep {
public:
    /// @param threads  at least 1
    Sweep(Plan plan, std::shared_ptr<Inputs> inputs, unsigned threads, SweepStart start = {});
    ~Sweep();
    Sweep(const Sweep&) = delete;
    Sweep& operator=(const Sweep&) = delete;

    void start();
    /// Asks all runs to end after their current batch. Runs in progress finish as `Stopped` with the epochs they have
    /// completed; runs not begun never start and leave no event. Returns at once.
    void stop();
    void setPaused(bool paused);

    [[nodiscard]] const Plan& plan() const;
    [[nodiscard]] unsigned threads() const;
    /// Whether every worker has ended; events may still wait to be drained.
    [[nodiscard]] bool finished() const;
    /// Waits until an event is there, or the sweep has finished, or the time is over.
    void waitForEvent(int milliseconds);
    /// Waits until every worker has ended.
    void wait();

    /// Takes all events since the last call, oldest first.
    [[nodiscard]] std::vector<SweepEvent> drainEvents();
    /// Takes all steps since the last call, by run.
    [[nodiscard]] std::vector<RunMetrics> drainMetrics();

    /// Progress in steps of training, over all runs. Safe from the owning thread at any time.
    struct Progress {
        std::size_t stepsDone = 0;
        std::size_t stepsTotal = 0;
        double share = 0.0; ///< Of the work, 0 to 1: steps weighted by what they cost. What was there before counts.
        std::size_t runsDone = 0;
        std::size_t runsTotal = 0;
        std::size_t runsBefore = 0;    ///< Of those done, how many were there before.
        double elapsedSeconds = 0.0;   ///< Since the start, pauses left out.
        double remainingSeconds = 0.0; ///< An estimate from the pace so far; negative while there is none.
    };
    [[nodiscard]] Progress progress() const;

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace roundoff::experiment
