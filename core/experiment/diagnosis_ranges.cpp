// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the range of its format: activations, gradients, weights.
#include <algorithm>
#include <initializer_list>

#include "core/experiment/diagnosis_checks.h"
#include "core/experiment/diagnosis_numbers.h"
#include "core/experiment/diagnosis_sentences.h"
#include "core/format/names.h"

namespace roundoff::experiment {
namespace {

using namespace diagnosis_text;
using nn::Role;

// Of saturated values: a format chosen to fit its tensor saturates one in thousands.
constexpr Thresholds kSaturation{0.01, 0.05};
// Times the first one. Gradients of a network that learns fluctuate and may rise at first, but not by so much; and a
// loss that is ten times that of guessing is that of weights which were flung far away.
constexpr double kGradientsGrow = 100.0;
constexpr double kLossGrows = 10.0;

// Whether values of a role go beyond the range of a format that has one of its own.
struct OutOfRange {
    const nn::RoleTelemetry* where = nullptr;
    double share = 0.0;
    bool lost = false; ///< Became infinite or NaN; else the largest value.
};

OutOfRange worstOutOfRange(const Evidence& evidence, std::initializer_list<Role> roles) {
    OutOfRange worst;
    for (const nn::RoleTelemetry& seen : evidence.total().roles) {
        const auto role = evidence.role(seen.layer, seen.role);
        // Scales that are computed from the tensor let its largest values saturate by design.
        const bool counts = std::find(roles.begin(), roles.end(), seen.role) != roles.end() && role &&
                            format::scalarFormat(role->format) != nullptr;
        const double share = shareOf(seen.counts.overflowed + seen.counts.saturated, seen.counts.values);
        if (counts && share > worst.share) {
            worst = {&seen, share, seen.counts.overflowed > 0};
        }
    }
    return worst;
}

// The first sample in which it was seen.
const nn::TelemetrySample* firstSample(const Evidence& evidence, const nn::RoleTelemetry& where) {
    for (const nn::TelemetrySample& sample : evidence.result().telemetry) {
        for (const nn::RoleTelemetry& seen : sample.roles) {
            if (seen.layer == where.layer && seen.role == where.role &&
                seen.counts.overflowed + seen.counts.saturated > 0) {
                return &sample;
            }
        }
    }
    return nullptr;
}

Sentence outOfRangeSentence(const Evidence& evidence, const OutOfRange& worst) {
    const auto role = evidence.role(worst.where->layer, worst.where->role);
    const nn::TelemetrySample* first = firstSample(evidence, *worst.where);
    return {worst.lost ? kBeyondRange : kSaturated,
            {percentText(worst.share), std::string(roleWords(worst.where->role)), std::to_string(worst.where->layer),
             format::tensorFormatName(role->format), settingText(evidence.limits(role->format).largest.value_or(0.0)),
             std::to_string(first == nullptr ? 0 : first->step), std::to_string(first == nullptr ? 0 : first->epoch)}};
}

// The first value that was not finite, and how many more there were if that was counted.
Sentence fatalSentence(const Evidence& evidence, const nn::FirstNonFinite& first) {
    Sentence sentence = firstNonFiniteSentence(evidence.run(), first);
    for (const nn::RoleTelemetry& seen : evidence.total().roles) {
        if (seen.layer == first.layer && seen.role == first.role && seen.counts.overflowed > 0 &&
            sentence.text == kFirstByRounding) {
            sentence.text = kFirstByRoundingShare;
            sentence.arguments.push_back(percentText(shareOf(seen.counts.overflowed, seen.counts.values)));
        }
    }
    return sentence;
}

Sentence rangeAdvice(const Evidence& evidence, int layer, Role where) {
    const std::string rate = settingText(evidence.run().optimiser.learningRate);
    const auto role = evidence.role(layer, where);
    const auto wider = role ? formatWithLargerRange(role->format, evidence.limits(role->format)) : std::nullopt;
    if (!wider) {
        return {kTrySmallerRate, {rate}}; // No format is to blame.
    }
    const std::string words(roleWords(where));
    const bool saturates = evidence.run().precision.overflowOf(*role) == format::Overflow::Saturate;
    if (where == Role::Activations && !saturates) {
        return {kTryRangeOrSaturate, {words, *wider}};
    }
    if ((where == Role::Gradients || where == Role::ActivationGradients) &&
        evidence.lossScaling() == nn::LossScalingKind::None) {
        return saturates ? Sentence{kTryRange, {words, *wider}} : Sentence{kTryRangeOrDynamicScale, {words, *wider}};
    }
    return {kTryRangeOrSmallerRate, {words, *wider, rate}};
}

std::optional<WeighedDiagnosis> checkRange(const Evidence& evidence, Trouble trouble,
                                           std::initializer_list<Role> roles) {
    if (evidence.fatalTrouble() == trouble) {
        const nn::FirstNonFinite& first = *evidence.fatalValue();
        return WeighedDiagnosis{
            {trouble, fatalSentence(evidence, first), rangeAdvice(evidence, first.layer, first.role)}, Weight::Cause};
    }
    const OutOfRange worst = worstOutOfRange(evidence, roles);
    if (worst.where == nullptr) {
        return std::nullopt;
    }
    const auto weight = worst.lost && evidence.troubled() ? std::optional(Weight::Fatal)
                                                          : weigh(evidence, worst.share, kSaturation);
    if (!weight) {
        return std::nullopt;
    }
    return WeighedDiagnosis{
        {trouble, outOfRangeSentence(evidence, worst), rangeAdvice(evidence, worst.where->layer, worst.where->role)},
        *weight};
}

std::optional<WeighedDiagnosis> checkGrowth(const Evidence& evidence) {
    if (!evidence.troubled()) {
        return std::nullopt;
    }
    const auto norm = growthOf(evidence.result(), &MetricPoint::gradientNorm);
    const auto loss = growthOf(evidence.result(), &MetricPoint::loss);
    const bool normGrew = norm && norm->largest > kGradientsGrow * norm->first;
    const bool lossGrew = loss && loss->largest > kLossGrows * loss->first;
    if (!normGrew && !lossGrew) {
        return std::nullopt;
    }
    const Growth& growth = normGrew ? *norm : *loss;
    const std::string rate = settingText(evidence.run().optimiser.learningRate);
    const bool canClip = evidence.run().clipping.kind == nn::ClippingKind::None && norm && norm->first > 0.0;
    return WeighedDiagnosis{{Trouble::WeightOverflow,
                             {normGrew ? kGradientsGrew : kLossGrew,
                              {measuredText(growth.first), measuredText(growth.largest), std::to_string(growth.step)}},
                             canClip ? Sentence{kTrySmallerRateOrClip, {rate, measuredText(norm->first)}}
                                     : Sentence{kTrySmallerRate, {rate}}},
                            evidence.course() == Course::Diverged ? Weight::Cause : Weight::Fatal};
}

} // namespace

Sentence firstNonFiniteSentence(const RunSpec& run, const nn::FirstNonFinite& first) {
    std::vector<std::string> arguments{std::to_string(first.step),     std::to_string(first.epoch),
                                       first.nan ? "NaN" : "infinity", std::string(roleWords(first.role)),
                                       std::to_string(first.layer),    std::string(nn::operationName(first.operation))};
    const auto role = roleFormat(run.precision, first.layer, first.role);
    const auto largest = role ? limitsOf(run.precision, role->format).largest : std::nullopt;
    if (!first.rounding || !largest) {
        return {first.skipped ? kFirstByArithmeticSkipped : kFirstByArithmetic, std::move(arguments)};
    }
    arguments.push_back(format::tensorFormatName(role->format));
    arguments.push_back(settingText(*largest));
    return {first.skipped ? kFirstByRoundingSkipped : kFirstByRounding, std::move(arguments)};
}

std::optional<WeighedDiagnosis> checkActivationRange(const Evidence& evidence) {
    return checkRange(evidence, Trouble::ActivationOverflow, {Role::Activations});
}

std::optional<WeighedDiagnosis> checkGradientRange(const Evidence& evidence) {
    // Steps whose gradients overflow are skipped under loss scaling; too many of them are the loss scale's trouble.
    return evidence.lossScaling() != nn::LossScalingKind::None && evidence.fatalTrouble() != Trouble::GradientOverflow
               ? std::nullopt
               : checkRange(evidence, Trouble::GradientOverflow,
                            {Role::Gradients, Role::ActivationGradients, Role::OptimiserState});
}

std::optional<WeighedDiagnosis> checkWeightRange(const Evidence& evidence) {
    const auto growth = checkGrowth(evidence);
    return growth ? growth : checkRange(evidence, Trouble::WeightOverflow, {Role::Weights, Role::MasterWeights});
}

} // namespace roundoff::experiment
