// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/experiment/run_result.h"
#include "core/experiment/step_log.h"
#include "core/experiment/telemetry_recorder.h"
#include "core/nn/trainer_state.h"

namespace roundoff::experiment {

/// A run at the end of an epoch: what it has measured and all that its further course depends on. A run that goes on
/// from it has the same bits as one that never stopped.
struct RunCheckpoint {
    std::vector<EpochResult> epochs; ///< Those finished; at least one.
    std::uint32_t steps = 0;         ///< Taken so far.
    StepLog::State stepLog;
    TelemetryRecorder::State telemetry;
    nn::TrainerState trainer;
};

} // namespace roundoff::experiment
