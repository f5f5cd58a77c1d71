// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <boost/math/distributions/students_t.hpp>

#include "core/experiment/repeats.h"

namespace roundoff::experiment {
namespace {

using boost::math::students_t;

constexpr double kConfidence = 0.95;

struct Metric {
    std::string_view name;
    bool compared; // Times of emulated formats are not.
};

constexpr std::array<Metric, 5> kMetrics{{{"test_accuracy", true},
                                          {"validation_accuracy", true},
                                          {"train_loss", false},
                                          {"train_seconds", false},
                                          {"eval_seconds", false}}};

// What the runs of a group came to after each deployment, against the same runs as they were trained.
void appendDeployments(const RunGroup& group, std::vector<SummaryRow>& rows) {
    std::vector<std::string> names;                                      // in the order of the specification
    std::map<std::string, std::pair<RepeatValues, RepeatValues>> byName; // accuracies, changes
    for (const auto& [planned, result] : group.runs) {
        for (const DeploymentResult& deployed : result->deployments) {
            const std::string name = deployed.deployment.label();
            auto& [accuracies, changes] = byName[name];
            if (accuracies.empty()) {
                names.push_back(name);
            }
            accuracies[repeatOf(*planned)] = deployed.test.accuracy;
            changes[repeatOf(*planned)] = deployed.accuracyChange;
        }
    }
    for (const std::string& name : names) {
        const auto& [accuracies, changes] = byName[name];
        rows.push_back({group.label + ", deployed as " + name, "test_accuracy", summarise(valuesOf(accuracies)),
                        group.label, comparePaired(valuesOf(changes), testToTrain(group.folds), kAccuracyMargin),
                        true});
    }
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
        result.low = s.mean;
        result.high = s.mean;
        // A difference of equal steps of a ten-thousandth is no proof of one: only without any it is said that there is
        // none.
        result.pValue = s.mean == 0.0 ? std::optional(1.0) : std::nullopt;
        result.equivalenceP = std::fabs(s.mean) < margin ? 0.0 : 1.0;
        result.beyondP = std::fabs(s.mean) > margin ? 0.0 : 1.0;
        result.notBelowP = s.mean > -margin ? 0.0 : 1.0;
        result.belowP = s.mean < -margin ? 0.0 : 1.0;
        return result;
    }
    const students_t distribution(n - 1.0);
    const auto above = [&](double t) { return boost::math::cdf(boost::math::complement(distribution, t)); };
    const double t = boost::math::quantile(distribution, 0.5 + kConfidence / 2.0);
    result.low = s.mean - t * error;
    result.high = s.mean + t * error;
    result.pValue = 2.0 * above(std::fabs(s.mean) / error);
    result.equivalenceP = std::max(above((s.mean + margin) / error), above((margin - s.mean) / error));
    result.beyondP = above((std::fabs(s.mean) - margin) / error) + above((std::fabs(s.mean) + margin) / error);
    result.notBelowP = above((s.mean + margin) / error);
    result.belowP = above((-margin - s.mean) / error);
    return result;
}

std::vector<SummaryRow> summariseRuns(const Plan& plan, std::span<const std::shared_ptr<const RunResult>> results) {
    const std::vector<RunGroup> groups = groupRuns(plan, results);
    std::vector<SummaryRow> rows;
    for (const Metric& metric : kMetrics) {
        for (const RunGroup& group : groups) {
            const RepeatValues values = group.values(metric.name);
            if (values.empty()) {
                continue;
            }
            SummaryRow row{group.label, std::string(metric.name), summarise(valuesOf(values)), "", std::nullopt, false};
            if (metric.compared && &group != &groups.front()) {
                const auto differences = pairedDifferences(values, groups.front().values(metric.name));
                if (!differences.empty()) {
                    row.baseline = groups.front().label;
                    row.comparison = comparePaired(differences, testToTrain(group.folds), kAccuracyMargin);
                }
            }
            rows.push_back(std::move(row));
        }
        if (metric.name == "test_accuracy") {
            for (const RunGroup& group : groups) {
                appendDeployments(group, rows);
            }
        }
    }
    return rows;
}

} // namespace roundoff::experiment
