// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/experiment/run_result.h"
#include "core/experiment/spec_json.h"

namespace roundoff::test {

/// A run of two layers, 784-8-10, with the rest from the text of a specification.
inline experiment::RunSpec madeUpSpec(const std::string& fields) {
    const std::string rest = fields.empty() ? fields : "," + fields;
    return experiment::parseSpecification(R"({"network":{"hidden":[8]})" + rest + "}", "test").base;
}

/// The results of runs that never were: 200 steps in two epochs of ten classes.
struct MadeUpRun : experiment::RunResult {
    static constexpr std::uint32_t kSteps = 200;

    /// Losses go from 2.3 to 0.1 evenly, accuracy to 97 %.
    static MadeUpRun learning() { return {experiment::RunStatus::Done, 2.3, 0.1, 0.97}; }
    /// Losses stay at 2.3, accuracy at 11 %.
    static MadeUpRun stalling() { return {experiment::RunStatus::Done, 2.3, 2.3, 0.11}; }
    /// Losses stay at 2.3 until they are NaN.
    static MadeUpRun diverging() {
        MadeUpRun run{experiment::RunStatus::Diverged, 2.3, 2.3, 0.11};
        run.steps.back().loss = std::nan("");
        run.steps.back().gradientNorm = std::nan("");
        return run;
    }

    MadeUpRun(experiment::RunStatus how, double firstLoss, double lastLoss, double accuracy) {
        status = how;
        nn::WeightSnapshot snapshot;
        snapshot.tensors = {{"layer2.bias", {10}, std::vector<double>(10, 0.5)}};
        weights = std::make_shared<const nn::WeightSnapshot>(snapshot);
        for (std::uint32_t step = 1; step <= kSteps; ++step) {
            const double done = static_cast<double>(step - 1) / (kSteps - 1);
            steps.push_back(
                {step <= kSteps / 2 ? 1U : 2U, step, 1, 0, firstLoss + done * (lastLoss - firstLoss), 0.5, 0.0, 1.0});
        }
        for (const int number : {1, 2}) {
            experiment::EpochResult epoch;
            epoch.epoch = number;
            epoch.training = {lastLoss, accuracy};
            epochs.push_back(epoch);
        }
    }

    /// A sample of step 51 or later.
    nn::TelemetrySample& sample() {
        const auto step = static_cast<std::uint32_t>(51 + 50 * telemetry.size());
        telemetry.push_back({step <= kSteps / 2 ? 1U : 2U, step, 1, {}, {}});
        return telemetry.back();
    }
    MadeUpRun& saw(int layer, nn::Role role, const nn::RoundingCounts& counts) {
        sample().roles = {{layer, role, counts, 1.0, 0.0}};
        return *this;
    }
    MadeUpRun& saw(const nn::LayerTelemetry& layer) {
        sample().layers = {layer};
        return *this;
    }
    MadeUpRun& histogramOf(int layer, nn::Role role,
                           std::initializer_list<std::pair<int, std::uint32_t>> countsByExponent) {
        nn::ExponentHistogram histogram;
        for (const auto& [exponent, count] : countsByExponent) {
            histogram.counts.at(static_cast<std::size_t>(exponent - nn::ExponentHistogram::kLowest)) = count;
        }
        exponents.push_back({1, layer, role, histogram});
        return *this;
    }
    MadeUpRun& first(const nn::FirstNonFinite& value) {
        firstNonFinite = value;
        return *this;
    }
    /// The last so many steps were skipped, the scale halved by each.
    MadeUpRun& skipped(std::uint32_t count, double initialScale) {
        double scale = initialScale;
        for (std::uint32_t i = 0; i < kSteps; ++i) {
            steps[i].lossScale = scale;
            if (i >= kSteps - count) {
                steps[i].skipped = 1;
                steps[i].gradientNorm = INFINITY;
                scale /= 2.0;
            }
        }
        return *this;
    }
    /// The same in every step.
    MadeUpRun& clipped(double fraction, double gradientNorm) {
        for (experiment::MetricPoint& point : steps) {
            point.clippedFraction = fraction;
            point.gradientNorm = gradientNorm;
        }
        return *this;
    }
};

} // namespace roundoff::test
