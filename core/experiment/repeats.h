// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// Which repeat of its group a run is: fold and seed. Runs of two groups with the same one saw the same images in the
/// same order from the same start, so that their results are compared pairwise.
using Repeat = std::pair<int, std::uint64_t>;
using RepeatValues = std::map<Repeat, double>;

[[nodiscard]] Repeat repeatOf(const PlannedRun& run);

[[nodiscard]] std::vector<double> valuesOf(const RepeatValues& values);

/// value - baseline over the repeats that both have.
[[nodiscard]] std::vector<double> pairedDifferences(const RepeatValues& values, const RepeatValues& baseline);

/// Size of what a fold holds out over size of what it trains on: 1 / (folds - 1); 0 without folds.
[[nodiscard]] double testToTrain(int folds);

/// A run's number by its name: test_accuracy, validation_accuracy, train_loss (all after the last epoch),
/// train_seconds, eval_seconds. None for a run without epochs, and of validation without folds.
[[nodiscard]] std::optional<double> runMetric(const RunResult& result, std::string_view name);

/// Runs that differ in fold and seed only.
struct RunGroup {
    std::string label;
    std::map<std::string, Json> axisValues;
    std::string precision;
    int folds = 0;
    std::size_t planned = 0;  ///< Runs of the group.
    std::size_t diverged = 0; ///< How many of them diverged.
    /// Those that are done.
    std::vector<std::pair<const PlannedRun*, const RunResult*>> runs;

    [[nodiscard]] RepeatValues values(std::string_view metric) const;
    /// Whether every run's time is that of the format itself.
    [[nodiscard]] bool nativeTime() const;
};

/// In the order of the plan, those without a finished run included.
[[nodiscard]] std::vector<RunGroup> groupRuns(const Plan& plan,
                                              std::span<const std::shared_ptr<const RunResult>> results);

} // namespace roundoff::experiment
