// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/experiment/inputs.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_checkpoint.h"
#include "core/experiment/run_result.h"
#include "core/experiment/step_log.h"
#include "core/runtime/run_control.h"

namespace roundoff::experiment {

/// Hears of a run's progress, on the run's own thread.
class RunObserver {
public:
    RunObserver() = default;
    RunObserver(const RunObserver&) = delete;
    RunObserver& operator=(const RunObserver&) = delete;
    virtual ~RunObserver() = default;

    virtual void onStep(const MetricPoint& point) = 0;
    virtual void onEpoch(const EpochResult& epoch) = 0;
    virtual void onTelemetry(const nn::TelemetrySample& sample) = 0;

    /// Whether to make a checkpoint after every epoch, and what happens with it, before `onEpoch`.
    [[nodiscard]] virtual bool wantsCheckpoints() const { return false; }
    virtual void onCheckpoint(const std::shared_ptr<const RunCheckpoint>& /*checkpoint*/) {}
};

/// Trains, evaluates and deploys one run on this thread. Diverging and being stopped are results.
/// @param stepCapacity  the most points of its steps to keep (see `StepLog`)
/// @param from  where to go on; null to begin. What it has measured is in the result and is not told again
/// @param threads  that work on the run, this one included; they change no bit
/// @return never null; `Failed` with the reason if the inputs cannot be used
[[nodiscard]] std::shared_ptr<const RunResult> executeRun(const PlannedRun& run, Inputs& inputs,
                                                          const runtime::RunControl& control, RunObserver& observer,
                                                          std::size_t stepCapacity = StepLog::kDefaultCapacity,
                                                          const RunCheckpoint* from = nullptr, unsigned threads = 1);

/// Images that one epoch of a run trains on and validates on, as `splitTrainingSet` divides them.
struct ImageCounts {
    std::size_t training = 0;
    std::size_t validation = 0;

    bool operator==(const ImageCounts&) const = default;
};
[[nodiscard]] ImageCounts imagesPerEpoch(const RunSpec& run, std::size_t trainingImages);

/// Steps of training in one epoch of a run.
[[nodiscard]] std::size_t stepsPerEpoch(const RunSpec& run, std::size_t trainingImages);

/// Whether this program computes in the policy's own formats: FP64 and FP32 are native, all others emulated.
[[nodiscard]] bool isNative(const nn::PrecisionPolicy& policy);

} // namespace roundoff::experiment
