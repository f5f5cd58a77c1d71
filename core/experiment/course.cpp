// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/course.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace roundoff::experiment {
namespace {

// Before so many steps, networks that will learn may not have begun to.
constexpr std::uint64_t kFewestSteps = 100;

// Of the way from guessing to no error: what a network that learns anything leaves behind within its first epoch.
constexpr double kNearChance = 0.1;
// Below this part of the way a loss that stays where it was is a stall. Above it, it may have nothing left to fall by,
// as with weights that were trained before, or rise while ever fewer answers are wrong, because those are surer.
constexpr double kRoomToLearn = 0.3;
// A loss above this part of the first one has not fallen: the means of two tenths of a run's batches differ by less.
constexpr double kNotFallen = 0.95;
// Accuracy lost since the best epoch: many times what it fluctuates by.
constexpr double kMuchLost = 0.2;

std::vector<const MetricPoint*> finitePoints(const RunResult& result, double MetricPoint::*what) {
    std::vector<const MetricPoint*> points;
    for (const MetricPoint& point : result.steps) {
        if (std::isfinite(point.*what)) {
            points.push_back(&point);
        }
    }
    return points;
}

// How far an accuracy is from guessing toward no error.
double learnedPart(double accuracy, std::size_t classes) {
    const double chance = 1.0 / static_cast<double>(classes);
    return (accuracy - chance) / (1.0 - chance);
}

bool stalled(const RunResult& result) {
    if (result.weights.shapes().empty() || result.epochs.empty() || stepsTaken(result) < kFewestSteps) {
        return false;
    }
    const double last = result.epochs.back().training.accuracy;
    double best = last;
    for (const EpochResult& epoch : result.epochs) {
        best = std::max(best, epoch.training.accuracy);
    }
    const std::size_t classes = std::max<std::size_t>(result.weights.shapes().back().front(), 2);
    const double learned = learnedPart(last, classes);
    const auto trend = lossTrend(result);
    const bool notFallen = trend && trend->last > kNotFallen * trend->first;
    return learned < kNearChance || best - last > kMuchLost || (notFallen && learned < kRoomToLearn);
}

} // namespace

Course courseOf(const RunResult& result) {
    if (result.status == RunStatus::Diverged) {
        return Course::Diverged;
    }
    return result.status != RunStatus::Failed && stalled(result) ? Course::Stalled : Course::Learned;
}

std::uint64_t stepsTaken(const RunResult& result) {
    std::uint64_t steps = 0;
    for (const MetricPoint& point : result.steps) {
        steps += point.merged;
    }
    return steps;
}

std::optional<Growth> growthOf(const RunResult& result, double MetricPoint::*what) {
    const auto points = finitePoints(result, what);
    if (points.size() < 2) {
        return std::nullopt;
    }
    const MetricPoint* largest = *std::max_element(
        points.begin(), points.end(),
        [what](const MetricPoint* a, const MetricPoint* b) { return a->*what < b->*what; });
    return Growth{points.front()->*what, largest->*what, largest->step};
}

std::optional<LossTrend> lossTrend(const RunResult& result) {
    const auto points = finitePoints(result, &MetricPoint::loss);
    if (points.size() < 2) {
        return std::nullopt;
    }
    const std::size_t tenth = std::max<std::size_t>(points.size() / 10, 1);
    LossTrend trend;
    for (std::size_t i = 0; i < tenth; ++i) {
        trend.first += points[i]->loss / static_cast<double>(tenth);
        trend.last += points[points.size() - 1 - i]->loss / static_cast<double>(tenth);
    }
    return trend;
}

} // namespace roundoff::experiment
