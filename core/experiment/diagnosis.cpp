// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/diagnosis.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/experiment/diagnosis_checks.h"
#include "core/experiment/diagnosis_numbers.h"
#include "core/experiment/diagnosis_sentences.h"
#include "core/experiment/run_execution.h"

namespace roundoff::experiment {
namespace {

using namespace diagnosis_text;

using Test = std::optional<WeighedDiagnosis> (*)(const Evidence&);

// Causes before what follows from them: findings of one weight keep this order.
constexpr std::array<Test, 10> kChecks{
    checkEpsilon,   checkWeightRange,       checkAccumulatorRange, checkActivationRange,  checkGradientRange,
    checkLossScale, checkGradientUnderflow, checkStagnation,       checkSwallowedUpdates, checkClipping};

} // namespace

std::optional<WeighedDiagnosis> checkStall(const Evidence& evidence) {
    const RunResult& result = evidence.result();
    const std::string rate = settingText(evidence.run().optimiser.learningRate);
    Sentence what{kUnexplained, {}};
    Sentence advice{isNative(evidence.run().precision) ? kTryOtherRate : kTryFp32, {rate}};
    if (evidence.course() == Course::Diverged) {
        if (isNative(evidence.run().precision)) {
            advice = {kTrySmallerRate, {rate}};
        } else if (evidence.run().training.telemetryStride == 0) {
            advice = {kTryTelemetry, {}};
        }
        return WeighedDiagnosis{{Trouble::Stalled, what, advice}, Weight::Slight};
    }
    const auto trend = lossTrend(result);
    if (evidence.course() != Course::Stalled || !trend) {
        return std::nullopt;
    }
    const auto best = std::max_element(
        result.epochs.begin(), result.epochs.end(),
        [](const EpochResult& a, const EpochResult& b) { return a.training.accuracy < b.training.accuracy; });
    const double last = result.epochs.back().training.accuracy;
    constexpr double kWorthTelling = 0.2;
    what = best->training.accuracy - last > kWorthTelling
               ? Sentence{kLost, {percentText(best->training.accuracy), percentText(last)}}
               : Sentence{kStalled, {measuredText(trend->first), measuredText(trend->last)}};
    return WeighedDiagnosis{{Trouble::Stalled, what, advice}, Weight::Slight};
}

std::vector<Diagnosis> diagnose(const RunSpec& run, const RunResult& result) {
    if (result.status == RunStatus::Failed) {
        return {};
    }
    const Evidence evidence(run, result);
    std::vector<WeighedDiagnosis> findings;
    for (const Test check : kChecks) {
        if (auto found = check(evidence)) {
            findings.push_back(*std::move(found));
        }
    }
    if (findings.empty()) {
        if (auto found = checkStall(evidence)) {
            findings.push_back(*std::move(found));
        }
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const WeighedDiagnosis& a, const WeighedDiagnosis& b) { return a.weight < b.weight; });
    const bool explained = !findings.empty() && findings.front().weight <= Weight::Fatal;
    std::vector<Diagnosis> diagnoses;
    for (WeighedDiagnosis& finding : findings) {
        // What is slight may explain a run that nothing else does; beside a fatal finding its advice only misleads.
        if (!explained || finding.weight != Weight::Slight) {
            diagnoses.push_back(std::move(finding.diagnosis));
        }
    }
    return diagnoses;
}

} // namespace roundoff::experiment
