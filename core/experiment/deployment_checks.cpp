// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/experiment/claim_checks.h"
#include "core/experiment/claim_sentences.h"

namespace roundoff::experiment::claim_check {
namespace {

using namespace claim_text;

// The result of a deployment; null for a run that has it not.
const DeploymentResult* findDeployment(const RunResult& run, const deploy::Deployment& deployment) {
    const auto found = std::find_if(run.deployments.begin(), run.deployments.end(),
                                    [&](const DeploymentResult& d) { return d.deployment == deployment; });
    return found != run.deployments.end() ? &*found : nullptr;
}

double largestWeight(const RunResult& run) {
    double largest = 0.0;
    const auto weights = run.weights.load();
    for (const auto& tensor : weights->tensors) {
        if (!tensor.isBias()) {
            for (const double value : tensor.values) {
                largest = std::fmax(largest, std::fabs(value));
            }
        }
    }
    return largest;
}

std::optional<double> withinMetric(const RunResult& run, const std::string& metric,
                                   const deploy::Deployment* deployment) {
    if (metric == "max_abs_weight") {
        return run.weights != nullptr ? std::optional(largestWeight(run)) : std::nullopt;
    }
    if (deployment == nullptr) {
        return runMetric(run, metric);
    }
    const DeploymentResult* deployed = findDeployment(run, *deployment);
    if (deployed == nullptr) {
        return std::nullopt;
    }
    if (metric == "distinct_values") {
        return static_cast<double>(deployed->error.distinctValues);
    }
    if (metric == "bits_per_weight") {
        return deployed->error.bitsPerWeight;
    }
    return metric == "sqnr_db" ? deployed->error.signalToNoiseDb : deployed->test.accuracy;
}

// Whether the values, or their mean as far as it is known, lie within the bounds.
void addWithin(const Check& check, const std::string& name, const std::vector<double>& values, bool& all, bool& any,
               Finding& finding) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const std::string count = std::to_string(values.size());
    const auto text = [&](double value) { return valueText(check.metric, value); };
    if (isCount(check.metric) || (values.size() > 1 && *least == *most)) {
        const bool inside = *least >= check.low && *most <= check.high;
        all = all && inside;
        any = any || !inside;
        finding.measured.push_back(*least == *most ? Sentence{kValue, {name, text(*least), count}}
                                                   : Sentence{kRange, {name, text(*least), text(*most), count}});
        return;
    }
    const Summary s = summarise(values);
    if (!s.low) {
        all = false;
        finding.measured.push_back({kOneRun, {name, text(s.mean)}});
        return;
    }
    all = all && *s.low >= check.low && *s.high <= check.high;
    any = any || *s.high < check.low || *s.low > check.high;
    finding.measured.push_back({kInterval, {name, text(s.mean), count, text(*s.low), text(*s.high)}});
}

} // namespace

Finding checkDeployments(const Check& check, const Groups& groups) {
    Finding finding;
    Tally tally(groups.size() * check.deployments.size());
    for (const RunGroup* group : groups) {
        for (const deploy::Deployment& deployment : check.deployments) {
            std::vector<double> changes;
            for (const auto& [planned, result] : group->runs) {
                if (const DeploymentResult* deployed = findDeployment(*result, deployment)) {
                    changes.push_back(deployed->accuracyChange);
                }
            }
            if (changes.empty()) {
                continue;
            }
            const Comparison c = comparePaired(changes, testToTrain(group->folds), check.margin);
            finding.measured.push_back(comparisonSentence(deployment.label(), group->label, "test_accuracy", c));
            tally.add(c.equivalenceP, c.beyondP);
        }
    }
    finding.verdict = tally.verdict();
    return finding;
}

Finding checkBetter(const Check& check, const Groups& groups) {
    Finding finding;
    Tally tally(groups.size());
    for (const RunGroup* group : groups) {
        RepeatValues better;
        RepeatValues worse;
        for (const auto& [planned, result] : group->runs) {
            const DeploymentResult* first = findDeployment(*result, check.deployments.at(0));
            const DeploymentResult* second = findDeployment(*result, check.deployments.at(1));
            if (first != nullptr && second != nullptr) {
                better[repeatOf(*planned)] = first->test.accuracy;
                worse[repeatOf(*planned)] = second->test.accuracy;
            }
        }
        if (better.empty()) {
            continue;
        }
        const Comparison c = comparePaired(pairedDifferences(better, worse), testToTrain(group->folds), 0.0);
        finding.measured.push_back(
            pointsSentence(kBetter, check.deployments.at(0).label(), check.deployments.at(1).label(), c, c.pValue));
        tally.add(c.notBelowP, c.belowP);
    }
    finding.verdict = tally.verdict();
    return finding;
}

Finding checkSteady(const Check& check, const Groups& groups) {
    double largest = 0.0;
    const deploy::Deployment* worst = nullptr;
    for (const RunGroup* group : groups) {
        for (const auto& [planned, result] : group->runs) {
            for (const deploy::Deployment& deployment : check.deployments) {
                const DeploymentResult* deployed = findDeployment(*result, deployment);
                if (deployed != nullptr &&
                    (worst == nullptr || std::fabs(deployed->accuracyChange) > std::fabs(largest))) {
                    largest = deployed->accuracyChange;
                    worst = &deployment;
                }
            }
        }
    }
    if (worst == nullptr) {
        return {};
    }
    return {std::fabs(largest) <= check.margin ? Verdict::Confirmed : Verdict::Contradicted,
            {{kLargestChange, {pointsText(largest), worst->label()}}}};
}

Finding checkWithin(const Check& check, const Groups& groups) {
    std::vector<const deploy::Deployment*> deployments{nullptr};
    if (!check.deployments.empty()) {
        deployments.clear();
        for (const auto& deployment : check.deployments) {
            deployments.push_back(&deployment);
        }
    }
    Finding finding;
    bool all = true;
    bool any = false;
    for (const RunGroup* group : groups) {
        for (const deploy::Deployment* deployment : deployments) {
            std::vector<double> values;
            for (const auto& [planned, result] : group->runs) {
                if (const auto value = withinMetric(*result, check.metric, deployment)) {
                    values.push_back(*value);
                }
            }
            if (!values.empty()) {
                addWithin(check, deployment != nullptr ? deployment->label() : group->label, values, all, any, finding);
            }
        }
    }
    if (!finding.measured.empty()) {
        finding.verdict = any ? Verdict::Contradicted : all ? Verdict::Confirmed : Verdict::Undecided;
    }
    return finding;
}

} // namespace roundoff::experiment::claim_check
