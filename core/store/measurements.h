// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/experiment/run_checkpoint.h"
#include "core/experiment/run_result.h"

namespace roundoff::store {

/// What a run has measured up to some moment, as the rows of an experiment file hold it.
struct Measurements {
    std::vector<experiment::EpochResult> epochs;
    std::vector<experiment::MetricPoint> steps;   ///< The last may stand for fewer steps than the others.
    std::vector<nn::TelemetrySample> telemetry;   ///< The same.
    std::vector<nn::ExponentTelemetry> exponents; ///< By epoch, layer and role.
    std::optional<nn::FirstNonFinite> firstNonFinite;

    bool operator==(const Measurements&) const = default;
};

[[nodiscard]] Measurements measurementsOf(const experiment::RunCheckpoint& checkpoint);
[[nodiscard]] Measurements measurementsOf(const experiment::RunResult& result);

/// The most that is read of a run: what comes from a file is not believed to be as small as this program writes it.
struct MeasurementLimits {
    int epochs = 0;
    int layers = 0;
};

} // namespace roundoff::store
