// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/claims.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/experiment/claim_checks.h"
#include "core/experiment/claim_sentences.h"

namespace roundoff::experiment {
namespace {

using namespace claim_check;
using namespace claim_text;

// The groups that a check is about: with its values on the other axes, and among those it names.
Groups groupsOf(const Check& check, const std::vector<RunGroup>& groups) {
    Groups chosen;
    for (const RunGroup& group : groups) {
        const auto matches = [&group](const auto& wanted) {
            const auto found = group.axisValues.find(wanted.first);
            return found != group.axisValues.end() && found->second == wanted.second;
        };
        if (!std::all_of(check.where.begin(), check.where.end(), matches)) {
            continue;
        }
        const auto along = group.axisValues.find(check.along);
        const auto isNamed = [&](const Json& value) {
            return check.among.empty() ||
                   std::find(check.among.begin(), check.among.end(), value) != check.among.end() ||
                   value == check.value;
        };
        if (check.along.empty() || (along != group.axisValues.end() && isNamed(along->second))) {
            chosen.push_back(&group);
        }
    }
    return chosen;
}

// Adds what is missing of the runs that a check is about.
// @return whether nothing is
bool tellMissing(const Check& check, const Groups& groups, Finding& finding) {
    bool whole = true;
    for (const RunGroup* group : groups) {
        const auto lacks = [&](const deploy::Deployment& deployment) {
            return std::any_of(group->runs.begin(), group->runs.end(), [&](const auto& run) {
                const auto& made = run.second->deployments;
                return std::none_of(made.begin(), made.end(),
                                    [&](const DeploymentResult& d) { return d.deployment == deployment; });
            });
        };
        const std::string planned = std::to_string(group->planned);
        if (group->diverged > 0) {
            finding.measured.push_back({kDiverged, {group->label, std::to_string(group->diverged), planned}});
        }
        const std::size_t ended = group->runs.size() + group->diverged;
        if (ended < group->planned) {
            finding.measured.push_back({kIncomplete, {group->label, std::to_string(group->runs.size()), planned}});
        }
        whole = whole && group->runs.size() == group->planned &&
                std::none_of(check.deployments.begin(), check.deployments.end(), lacks);
    }
    return whole;
}

std::string deploymentNames(const Check& check) {
    std::string names;
    for (const auto& deployment : check.deployments) {
        names += (names.empty() ? "" : ", ") + deployment.label();
    }
    return names;
}

std::string axisText(const std::optional<Json>& value) {
    return value ? axisValueText(*value) : std::string();
}

// A margin of a fraction, in percentage points.
std::string marginText(double margin) {
    return shortText(100.0 * margin);
}

} // namespace

std::string_view verdictName(Verdict verdict) {
    static constexpr std::array<std::string_view, 4> kNames{"confirmed", "undecided", "contradicted", "not tested"};
    return kNames.at(static_cast<std::size_t>(verdict));
}

Sentence criterion(const Check& check) {
    switch (check.kind) {
    case CheckKind::Equivalent:
        return isFraction(check.metric)
                   ? Sentence{kTestEquivalent, {axisText(check.value), marginText(check.margin)}}
                   : Sentence{kTestEquivalentPlain, {axisText(check.value), shortText(check.margin)}};
    case CheckKind::SameTime: return {kTestSameTime, {axisText(check.value), shortText(check.margin)}};
    case CheckKind::NotBelow: return {kTestNotBelow, {axisText(check.value), marginText(check.margin)}};
    case CheckKind::Less: return {kTestLess, {axisText(check.value), axisText(check.than)}};
    case CheckKind::Highest: return {kTestHighest, {axisText(check.value)}};
    case CheckKind::Lowest: return {kTestLowest, {axisText(check.value)}};
    case CheckKind::DeploymentEquivalent: return {kTestDeployment, {deploymentNames(check), marginText(check.margin)}};
    case CheckKind::DeploymentBetter:
        return {kTestBetter, {check.deployments.at(0).label(), check.deployments.at(1).label()}};
    case CheckKind::DeploymentSteady: return {kTestSteady, {deploymentNames(check), marginText(check.margin)}};
    case CheckKind::Within:
        if (!std::isfinite(check.high) && !isCount(check.metric)) {
            return {kTestAbove, {valueText(check.metric, check.low)}};
        }
        return {isCount(check.metric) ? kTestEach : kTestWithin,
                {valueText(check.metric, check.low), valueText(check.metric, check.high)}};
    }
    return {};
}

Finding checkClaim(const Claim& claim, const Plan& plan, std::span<const std::shared_ptr<const RunResult>> results) {
    const std::vector<RunGroup> all = groupRuns(plan, results);
    const Groups planned = groupsOf(claim.check, all);
    Groups groups;
    std::copy_if(planned.begin(), planned.end(), std::back_inserter(groups),
                 [](const RunGroup* group) { return !group->runs.empty(); });
    Finding finding;
    switch (claim.check.kind) {
    case CheckKind::Equivalent:
    case CheckKind::SameTime: finding = checkEquivalence(claim.check, groups); break;
    case CheckKind::NotBelow: finding = checkNotBelow(claim.check, groups); break;
    case CheckKind::Less: finding = checkLess(claim.check, groups); break;
    case CheckKind::Highest:
    case CheckKind::Lowest: finding = checkExtreme(claim.check, groups); break;
    case CheckKind::DeploymentEquivalent: finding = checkDeployments(claim.check, groups); break;
    case CheckKind::DeploymentBetter: finding = checkBetter(claim.check, groups); break;
    case CheckKind::DeploymentSteady: finding = checkSteady(claim.check, groups); break;
    case CheckKind::Within: finding = checkWithin(claim.check, groups); break;
    }
    if (groups.empty() || finding.measured.empty()) {
        finding.measured.push_back({kNoRuns, {}});
    }
    if (!tellMissing(claim.check, planned, finding) && finding.verdict == Verdict::Confirmed) {
        finding.verdict = Verdict::Undecided;
    }
    return finding;
}

} // namespace roundoff::experiment
