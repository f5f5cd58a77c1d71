// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/metric_history.h"

#include <algorithm>

namespace roundoff::ui {
namespace {

std::size_t stepsOfEach(std::size_t runs) {
    constexpr std::size_t kMostPoints = 1'000'000; // 48 MB
    constexpr std::size_t kLeast = 256;
    return std::max(kMostPoints / std::max<std::size_t>(runs, 1), kLeast) / 2 * 2;
}

} // namespace

void MetricHistory::begin(const QList<RunInfo>& runs) {
    *this = MetricHistory();
    QHash<QString, qsizetype> groupByName;
    for (const GroupInfo& group : groupsOf(runs)) {
        groupByName.insert(group.name, groups_.size());
        groups_.append(Group{group, {}});
    }
    const std::size_t capacity = stepsOfEach(static_cast<std::size_t>(runs.size()));
    runs_.reserve(static_cast<std::size_t>(runs.size()));
    for (const RunInfo& info : runs) {
        const qsizetype group = groupByName.value(info.group);
        const auto index = static_cast<qsizetype>(runs_.size());
        indices_.insert(info.run, index);
        groupIndices_.insert(info.run, group);
        groups_[group].runs.append(index);
        runs_.push_back(
            Run{.info = info, .log = experiment::StepLog(capacity), .epochs = {}, .samples = {}, .finished = false});
    }
}

qsizetype MetricHistory::addSteps(int run, std::span<const experiment::MetricPoint> points) {
    const qsizetype index = indexOf(run);
    if (index < 0) {
        return -1;
    }
    experiment::StepLog& log = runs_[static_cast<std::size_t>(index)].log;
    for (const experiment::MetricPoint& point : points) {
        log.add(point);
    }
    hasLossScale_ = hasLossScale_ ||
                    std::any_of(points.begin(), points.end(), [](const auto& point) { return point.lossScale != 1.0; });
    return groupIndices_.value(run);
}

qsizetype MetricHistory::addEpoch(int run, const experiment::EpochResult& epoch) {
    const qsizetype index = indexOf(run);
    if (index < 0) {
        return -1;
    }
    runs_[static_cast<std::size_t>(index)].epochs.push_back(epoch);
    hasValidation_ = hasValidation_ || epoch.validation.has_value();
    return groupIndices_.value(run);
}

qsizetype MetricHistory::addSamples(int run, std::span<const SamplePoint> points) {
    const qsizetype index = indexOf(run);
    if (index < 0) {
        return -1;
    }
    std::vector<SamplePoint>& samples = runs_[static_cast<std::size_t>(index)].samples;
    samples.insert(samples.end(), points.begin(), points.end());
    return groupIndices_.value(run);
}

qsizetype MetricHistory::finishRun(int run) {
    const qsizetype index = indexOf(run);
    if (index < 0) {
        return -1;
    }
    runs_[static_cast<std::size_t>(index)].finished = true;
    return groupIndices_.value(run);
}

bool MetricHistory::isEmpty() const {
    return std::all_of(runs_.begin(), runs_.end(),
                       [](const Run& run) { return run.steps().empty() && run.epochs.empty() && run.samples.empty(); });
}

bool MetricHistory::isRunning() const {
    return std::any_of(runs_.begin(), runs_.end(), [](const Run& run) { return !run.finished; });
}

} // namespace roundoff::ui
