// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/repeats.h"

#include <algorithm>

#include "core/experiment/policy_text.h"

namespace roundoff::experiment {

Repeat repeatOf(const PlannedRun& run) {
    return {run.spec.fold.index, run.spec.training.seed};
}

std::vector<double> valuesOf(const RepeatValues& values) {
    std::vector<double> list;
    for (const auto& [repeat, value] : values) {
        list.push_back(value);
    }
    return list;
}

std::vector<double> pairedDifferences(const RepeatValues& values, const RepeatValues& baseline) {
    std::vector<double> differences;
    for (const auto& [repeat, value] : values) {
        if (const auto found = baseline.find(repeat); found != baseline.end()) {
            differences.push_back(value - found->second);
        }
    }
    return differences;
}

double testToTrain(int folds) {
    return folds > 1 ? 1.0 / (folds - 1) : 0.0;
}

std::optional<double> runMetric(const RunResult& result, std::string_view name) {
    if (name == "train_seconds") {
        return result.trainSeconds;
    }
    if (name == "eval_seconds") {
        return result.evalSeconds;
    }
    if (result.epochs.empty()) {
        return std::nullopt;
    }
    const EpochResult& last = result.epochs.back();
    if (name == "test_accuracy") {
        return last.test.accuracy;
    }
    if (name == "validation_accuracy" && last.validation) {
        return last.validation->accuracy;
    }
    if (name == "train_loss") {
        return last.training.loss;
    }
    return std::nullopt;
}

RepeatValues RunGroup::values(std::string_view metric) const {
    RepeatValues values;
    for (const auto& [run, result] : runs) {
        if (const auto value = runMetric(*result, metric)) {
            values[repeatOf(*run)] = *value;
        }
    }
    return values;
}

bool RunGroup::nativeTime() const {
    return std::all_of(runs.begin(), runs.end(), [](const auto& run) { return run.second->nativeTime; });
}

std::vector<RunGroup> groupRuns(const Plan& plan, std::span<const std::shared_ptr<const RunResult>> results) {
    std::vector<RunGroup> groups;
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
        const PlannedRun& planned = plan.runs[i];
        const auto [place, isNew] = places.try_emplace(planned.group, groups.size());
        if (isNew) {
            RunGroup group;
            group.label = planned.group;
            group.axisValues = planned.axisValues;
            group.precision = policyText(planned.spec.precision);
            group.folds = planned.spec.fold.count;
            groups.push_back(std::move(group));
        }
        RunGroup& group = groups[place->second];
        ++group.planned;
        if (i >= results.size() || results[i] == nullptr) {
            continue;
        }
        if (results[i]->status == RunStatus::Done) {
            group.runs.emplace_back(&planned, results[i].get());
        } else if (results[i]->status == RunStatus::Diverged) {
            ++group.diverged;
        }
    }
    return groups;
}

} // namespace roundoff::experiment
