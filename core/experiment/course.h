// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// What training came to.
enum class Course : std::uint8_t {
    Learned, ///< Or it is too early to say otherwise.
    Stalled, ///< The loss does not fall, or what was learned is lost again.
    Diverged ///< The loss is not finite.
};

[[nodiscard]] Course courseOf(const RunResult& result);

/// Steps of training, those that were skipped included.
[[nodiscard]] std::uint64_t stepsTaken(const RunResult& result);

/// How far a measurement of the steps rose above where it began.
struct Growth {
    double first = 0.0;     ///< Of the first step.
    double largest = 0.0;   ///< Of all steps.
    std::uint32_t step = 0; ///< When that was.
};

/// Over the steps where the measurement is finite; nothing without two of these.
/// @param what  such as &MetricPoint::loss
[[nodiscard]] std::optional<Growth> growthOf(const RunResult& result, double MetricPoint::*what);

/// Mean losses over the first and the last tenth of the steps with a finite one; nothing without two of these.
struct LossTrend {
    double first = 0.0;
    double last = 0.0;
};
[[nodiscard]] std::optional<LossTrend> lossTrend(const RunResult& result);

} // namespace roundoff::experiment
