// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_result.h"

#include <array>

#include "core/nn/loss_function.h"

namespace roundoff::experiment {

std::string_view statusName(RunStatus status) {
    static constexpr std::array<std::string_view, 4> kNames{"done", "diverged", "stopped", "failed"};
    return kNames.at(static_cast<std::size_t>(status));
}

Evaluation makeEvaluation(const nn::BatchOutcome& outcome, std::size_t count) {
    const auto n = static_cast<double>(count);
    return {outcome.lossSum / n, static_cast<double>(outcome.correct) / n};
}

MetricPoint merged(const MetricPoint& a, const MetricPoint& b) {
    const double weightA = a.merged;
    const double weightB = b.merged;
    const auto mean = [&](double x, double y) { return (x * weightA + y * weightB) / (weightA + weightB); };
    MetricPoint point = b;
    point.merged = a.merged + b.merged;
    point.skipped = a.skipped + b.skipped;
    point.loss = mean(a.loss, b.loss);
    point.gradientNorm = mean(a.gradientNorm, b.gradientNorm);
    point.clippedFraction = mean(a.clippedFraction, b.clippedFraction);
    return point;
}

} // namespace roundoff::experiment
