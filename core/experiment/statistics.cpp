// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <utility>

#include <boost/math/distributions/students_t.hpp>

namespace roundoff::experiment {
namespace {

using boost::math::students_t;

constexpr double kConfidence = 0.95;

struct Metric {
    std::string_view name;
    bool compared; ///< Times of emulated formats are not.
    std::function<std::optional<double>(const RunResult&)> value;
};

const std::array<Metric, 5>& metrics() {
    static const std::array<Metric, 5> kMetrics{
        {{"test_accuracy", true, [](const RunResult& r) { return std::optional(r.epochs.back().test.accuracy); }},
         {"validation_accuracy", true,
          [](const RunResult& r) {
              const auto& validation = r.epochs.back().validation;
              return validation ? std::optional(validation->accuracy) : std::nullopt;
          }},
         {"train_loss", false, [](const RunResult& r) { return std::optional(r.epochs.back().training.loss); }},
         {"train_seconds", false, [](const RunResult& r) { return std::optional(r.trainSeconds); }},
         {"eval_seconds", false, [](const RunResult& r) { return std::optional(r.evalSeconds); }}}};
    return kMetrics;
}

// Which repeat of its group a run is.
using Repeat = std::pair<int, std::uint64_t>;
using Values = std::map<Repeat, double>;

std::vector<double> valuesOf(const Values& values) {
    std::vector<double> list;
    for (const auto& [repeat, value] : values) {
        list.push_back(value);
    }
    return list;
}

std::vector<double> pairedDifferences(const Values& values, const Values& baseline) {
    std::vector<double> differences;
    for (const auto& [repeat, value] : values) {
        if (const auto found = baseline.find(repeat); found != baseline.end()) {
            differences.push_back(value - found->second);
        }
    }
    return differences;
}

} // namespace

Summary summarise(std::span<const double> values) {
    Summary s;
    s.n = values.size();
    for (const double value : values) {
        s.mean += value;
    }
    const auto n = static_cast<double>(s.n);
    s.mean /= n;
    if (s.n < 2) {
        return s;
    }
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - s.mean) * (value - s.mean);
    }
    s.sd = std::sqrt(squares / (n - 1.0));
    const double t = boost::math::quantile(students_t(n - 1.0), 0.5 + kConfidence / 2.0);
    s.low = s.mean - t * *s.sd / std::sqrt(n);
    s.high = s.mean + t * *s.sd / std::sqrt(n);
    return s;
}

Comparison comparePaired(std::span<const double> differences, double testToTrain, double margin) {
    const Summary s = summarise(differences);
    Comparison result;
    result.difference = s.mean;
    if (!s.sd) {
        return result;
    }
    const auto n = static_cast<double>(s.n);
    const double error = *s.sd * std::sqrt(1.0 / n + testToTrain);
    if (error == 0.0) { // All differences are equal: the tests have nothing to be uncertain about.
        result.pValue = s.mean == 0.0 ? 1.0 : 0.0;
        result.equivalenceP = std::fabs(s.mean) < margin ? 0.0 : 1.0;
        return result;
    }
    const students_t distribution(n - 1.0);
    const auto above = [&](double t) { return boost::math::cdf(boost::math::complement(distribution, t)); };
    result.pValue = 2.0 * above(std::fabs(s.mean) / error);
    result.equivalenceP = std::max(above((s.mean + margin) / error), above((margin - s.mean) / error));
    return result;
}

std::vector<SummaryRow> summariseRuns(const Plan& plan, std::span<const std::shared_ptr<const RunResult>> results) {
    std::vector<std::string> groups;
    for (const PlannedRun& run : plan.runs) {
        if (std::find(groups.begin(), groups.end(), run.group) == groups.end()) {
            groups.push_back(run.group);
        }
    }
    std::vector<SummaryRow> rows;
    for (const Metric& metric : metrics()) {
        std::map<std::string, Values> byGroup;
        int folds = 0;
        for (std::size_t i = 0; i < plan.runs.size(); ++i) {
            const PlannedRun& run = plan.runs[i];
            if (results[i] == nullptr || results[i]->status != RunStatus::Done) {
                continue;
            }
            if (const auto value = metric.value(*results[i])) {
                byGroup[run.group][{run.spec.fold.index, run.spec.training.seed}] = *value;
                folds = run.spec.fold.count;
            }
        }
        for (const std::string& group : groups) {
            if (byGroup[group].empty()) {
                continue;
            }
            SummaryRow row{group, std::string(metric.name), summarise(valuesOf(byGroup[group])), "", std::nullopt};
            if (metric.compared && group != groups.front()) {
                const auto differences = pairedDifferences(byGroup[group], byGroup[groups.front()]);
                if (!differences.empty()) {
                    row.baseline = groups.front();
                    row.comparison = comparePaired(differences, folds > 1 ? 1.0 / (folds - 1) : 0.0, kAccuracyMargin);
                }
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

} // namespace roundoff::experiment
