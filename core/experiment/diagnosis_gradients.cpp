// SPDX-License-Identifier: GPL-3.0-or-later
// Gradients that are too small for their format, and the loss scale that should help.
#include <algorithm>
#include <cmath>

#include "core/experiment/diagnosis_checks.h"
#include "core/experiment/diagnosis_numbers.h"
#include "core/experiment/diagnosis_sentences.h"
#include "core/format/names.h"

namespace roundoff::experiment {
namespace {

using namespace diagnosis_text;
using nn::ExponentHistogram;
using nn::Role;

// Of the gradients that are not zero. Where the network is right already they are tiny, and many may be lost without
// harm.
constexpr Thresholds kLostGradients{0.5, 0.9};

// Of the steps. In its growth interval of 2,000 steps a scale that has settled skips one.
constexpr double kSkippedShare = 0.2;
// More than it takes to come down from the usual first scale of 2^16 to one.
constexpr std::uint64_t kFewestSkipped = 20;
// A scale that does any good keeps this part of the gradients above the smallest value.
constexpr double kKept = 0.95;

bool isGradient(Role role) {
    return role == Role::Gradients || role == Role::ActivationGradients;
}

int exponentOf(std::size_t bin) {
    return ExponentHistogram::kLowest + static_cast<int>(bin);
}

// All epochs of one role of one layer.
ExponentHistogram exponentsOf(const Evidence& evidence, int layer, Role role) {
    ExponentHistogram all;
    for (const nn::ExponentTelemetry& seen : evidence.result().exponents) {
        if (seen.layer == layer && seen.role == role) {
            all += seen.histogram;
        }
    }
    return all;
}

// By how many powers of two all gradients may grow before one leaves its format's range.
int room(const Evidence& evidence) {
    int least = ExponentHistogram::kHighest - ExponentHistogram::kLowest;
    for (const nn::ExponentTelemetry& seen : evidence.result().exponents) {
        const auto role = isGradient(seen.role) ? evidence.role(seen.layer, seen.role) : std::nullopt;
        const auto largest = role ? evidence.limits(role->format).largest : std::nullopt;
        if (!largest) {
            continue;
        }
        for (std::size_t bin = ExponentHistogram::kBins; bin > 0; --bin) {
            if (seen.histogram.counts[bin - 1] > 0) {
                // One less, because later gradients may be larger than those that were looked at.
                least = std::min(least, std::ilogb(*largest) - exponentOf(bin - 1) - 1);
                break;
            }
        }
    }
    return least;
}

struct SuggestedScale {
    int exponent = 0; ///< Of the factor on the gradients as they are.
    double kept = 0.0;
};

// The smallest power of two that keeps enough of the gradients, or the largest that the range has room for. Nothing if
// there is none, or it would change little.
std::optional<SuggestedScale> suggestedScale(const Evidence& evidence, const nn::RoleTelemetry& lost, double smallest) {
    const ExponentHistogram histogram = exponentsOf(evidence, lost.layer, lost.role);
    const auto total = static_cast<double>(histogram.total());
    if (total == 0.0) {
        return std::nullopt;
    }
    const int bottom = std::ilogb(smallest);
    const auto keptWith = [&](int exponent) {
        double kept = 0.0;
        for (std::size_t bin = 0; bin < ExponentHistogram::kBins; ++bin) {
            kept += exponentOf(bin) + exponent >= bottom ? static_cast<double>(histogram.counts[bin]) : 0.0;
        }
        return kept / total;
    };
    const int most = room(evidence);
    int exponent = 1;
    while (exponent < most && keptWith(exponent) < kKept) {
        ++exponent;
    }
    constexpr double kWorthwhile = 0.5; // Of what is lost.
    const double kept = keptWith(exponent);
    if (most < 1 || 1.0 - kept > kWorthwhile * (1.0 - keptWith(0))) {
        return std::nullopt;
    }
    return SuggestedScale{exponent, kept};
}

Sentence underflowAdvice(const Evidence& evidence, const nn::RoleTelemetry& lost) {
    const format::TensorFormat tensorFormat = evidence.role(lost.layer, lost.role)->format;
    const FormatLimits limits = evidence.limits(tensorFormat);
    const std::string words(roleWords(lost.role));
    const auto other = formatWithSmallerValues(tensorFormat, limits);
    if (!limits.smallest || !other) {
        return {kTryFinerGradients, {words, limits.smallest ? "FP64" : "FP32"}};
    }
    const auto scale = suggestedScale(evidence, lost, *limits.smallest);
    const auto kind = evidence.lossScaling();
    if (!scale || kind == nn::LossScalingKind::Dynamic) {
        return {kTrySmallerValues, {words, *other}};
    }
    const double factor = std::ldexp(1.0, scale->exponent);
    if (kind == nn::LossScalingKind::Static) {
        const double now = evidence.run().lossScaling.scale;
        return {kTryLargerScale, {powerText(now * factor), powerText(now), percentText(scale->kept), *other}};
    }
    // Without master weights the gradients are kept in their own format after the scale has been divided out.
    const bool masters = evidence.updatedRole(lost.layer) == Role::MasterWeights;
    return {masters ? kTryScaleOrFormat : kTryScaleAndMasters, {powerText(factor), percentText(scale->kept), *other}};
}

struct Skipped {
    std::uint64_t steps = 0;
    std::uint64_t skipped = 0;
    std::uint32_t since = 0; ///< The first of those that were skipped to the end; 0 if the last was not.
};

Skipped skippedSteps(const RunResult& result) {
    Skipped found;
    bool toTheEnd = false;
    for (const MetricPoint& point : result.steps) {
        found.steps += point.merged;
        found.skipped += point.skipped;
        const bool all = point.skipped == point.merged;
        if (all && !toTheEnd) {
            found.since = point.step - point.merged + 1;
        }
        toTheEnd = all;
    }
    if (!toTheEnd) {
        found.since = 0;
    }
    return found;
}

} // namespace

std::optional<WeighedDiagnosis> checkGradientUnderflow(const Evidence& evidence) {
    const nn::RoleTelemetry* worst = nullptr;
    double share = 0.0;
    for (const nn::RoleTelemetry& seen : evidence.total().roles) {
        const double lost = shareOf(seen.counts.underflowed, seen.counts.values - seen.counts.zero);
        if (isGradient(seen.role) && evidence.role(seen.layer, seen.role) && lost > share) {
            worst = &seen;
            share = lost;
        }
    }
    const auto weight = weigh(evidence, share, kLostGradients);
    if (worst == nullptr || !weight) {
        return std::nullopt;
    }
    const format::TensorFormat tensorFormat = evidence.role(worst->layer, worst->role)->format;
    Sentence what{kUnderflowShared,
                  {percentText(share), std::string(roleWords(worst->role)), std::to_string(worst->layer),
                   format::tensorFormatName(tensorFormat)}};
    if (const auto smallest = evidence.limits(tensorFormat).smallest) {
        what.text = kUnderflow;
        what.arguments.push_back(powerText(*smallest));
    }
    return WeighedDiagnosis{{Trouble::GradientUnderflow, what, underflowAdvice(evidence, *worst)}, *weight};
}

std::optional<WeighedDiagnosis> checkLossScale(const Evidence& evidence) {
    const auto kind = evidence.lossScaling();
    if (kind == nn::LossScalingKind::None || evidence.result().steps.empty()) {
        return std::nullopt;
    }
    const Skipped skipped = skippedSteps(evidence.result());
    const double share = shareOf(skipped.skipped, skipped.steps);
    const double first = evidence.result().steps.front().lossScale;
    const double last = evidence.result().steps.back().lossScale;
    if (skipped.skipped < kFewestSkipped || (share < kSkippedShare && last >= 1.0)) {
        return std::nullopt;
    }
    const Weight weight = evidence.troubled() ? Weight::Fatal : Weight::Strong;
    if (kind == nn::LossScalingKind::Static) {
        const std::string scale = powerText(evidence.run().lossScaling.scale);
        return WeighedDiagnosis{
            {Trouble::LossScaleCollapse, {kScaleTooLarge, {percentText(share), scale}}, {kTryOtherScale, {scale}}},
            weight};
    }
    const bool forGood = skipped.since > 0 && skipped.steps - skipped.since >= kFewestSkipped;
    const Sentence what = forGood ? Sentence{kSkippedSince,
                                             {std::to_string(skipped.since), powerText(first), powerText(last)}}
                                  : Sentence{kScaleFell, {percentText(share), powerText(first), powerText(last)}};
    // The format of the last layer's, where the gradients begin.
    const auto role = evidence.role(evidence.layers(), Role::ActivationGradients);
    const auto wider = role ? formatWithLargerRange(role->format, evidence.limits(role->format)) : std::nullopt;
    const std::string rate = settingText(evidence.run().optimiser.learningRate);
    Sentence advice{kTrySmallerRateNotScale, {rate}};
    if (wider) {
        advice = last < 1.0 ? Sentence{kTryNoScale, {rate, *wider}} : Sentence{kTryRangeForGradients, {*wider}};
    }
    return WeighedDiagnosis{{Trouble::LossScaleCollapse, what, advice}, weight};
}

} // namespace roundoff::experiment
