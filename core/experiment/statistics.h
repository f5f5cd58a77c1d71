// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// Mean of a sample with its standard deviation and 95 % interval (Student t). With one value there is a mean only.
struct Summary {
    std::size_t n = 0;
    double mean = 0.0;
    std::optional<double> sd; ///< With n - 1 in the denominator.
    std::optional<double> low;
    std::optional<double> high;
};

/// @param values  at least one
[[nodiscard]] Summary summarise(std::span<const double> values);

/// A paired comparison of two samples.
struct Comparison {
    double difference = 0.0;   ///< Mean of value minus baseline.
    std::optional<double> low; ///< Of its 95 % interval (Student t).
    std::optional<double> high;
    std::optional<double> pValue; ///< Two-sided, of the hypothesis that there is no difference.
    std::optional<double>
        equivalenceP; ///< Of the hypothesis that the difference is at least the margin (two one-sided tests).
    std::optional<double> beyondP;   ///< Of the hypothesis that the difference is at most the margin in size.
    std::optional<double> notBelowP; ///< Of the hypothesis that the value is below the baseline by the margin or more.
    std::optional<double> belowP;    ///< Of the hypothesis that the value is below the baseline by the margin at most.
};

/// Paired t test and equivalence test of the differences value - baseline.
/// @param testToTrain  size of what was held out over size of what was trained on, for folds that share training data:
/// the
///                     variance is multiplied by (1/n + testToTrain) instead of 1/n (Nadeau, Bengio: Inference for the
///                     generalization error, Machine Learning 52, 2003, equation 9); 0 for independent repeats
/// @param margin  differences below it do not matter
[[nodiscard]] Comparison comparePaired(std::span<const double> differences, double testToTrain, double margin);

/// Half a percentage point of accuracy: what this program calls equivalent.
inline constexpr double kAccuracyMargin = 0.005;

/// One line of summary.csv.
struct SummaryRow {
    std::string group;
    std::string metric;
    Summary summary;
    std::string baseline; ///< The first group, or of a deployment the group as trained; empty in the first group's own
                          ///< lines and for metrics that are not compared.
    std::optional<Comparison> comparison;
    bool deployed = false; ///< Of a group after a deployment, not of the group itself.
};

/// Every group's metrics over the runs that are done, in the order of the plan, compared with the first group's over
/// the repeats that both have; after the test accuracies those of each deployment ("FP64, deployed as FP16").
/// @param results  by run of the plan; null where there is none
[[nodiscard]] std::vector<SummaryRow> summariseRuns(const Plan& plan,
                                                    std::span<const std::shared_ptr<const RunResult>> results);

} // namespace roundoff::experiment
