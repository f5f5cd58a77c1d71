// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/measurements.h"

namespace roundoff::store {
namespace {

template <typename State>
auto pointsOf(const State& log) {
    auto points = log.points;
    if (log.open) {
        points.push_back(*log.open);
    }
    return points;
}

} // namespace

Measurements measurementsOf(const experiment::RunCheckpoint& checkpoint) {
    return {checkpoint.epochs, pointsOf(checkpoint.stepLog), pointsOf(checkpoint.telemetry.log),
            checkpoint.telemetry.exponents, checkpoint.telemetry.first};
}

Measurements measurementsOf(const experiment::RunResult& result) {
    return {result.epochs, result.steps, result.telemetry, result.exponents, result.firstNonFinite};
}

} // namespace roundoff::store
