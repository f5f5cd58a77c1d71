// SPDX-License-Identifier: GPL-3.0-or-later
// What the optimiser makes of the gradients: Adam's epsilon, clipping, updates that change nothing.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/experiment/diagnosis_checks.h"
#include "core/experiment/diagnosis_numbers.h"
#include "core/experiment/diagnosis_sentences.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

namespace roundoff::experiment {
namespace {

using namespace diagnosis_text;
using nn::Role;

// Of the updates. BF16 loses half of them on MNIST, and learns nearly as FP32 does, because the large ones matter.
constexpr Thresholds kSwallowedUpdates{0.5, 0.9};
// Of the steps, for the norm; and of the elements, for values.
constexpr double kStepsClipped = 0.95;
constexpr Thresholds kElementsClipped{0.5, 0.9};
// Of the optimiser state: a second moment that is lost makes its step too long, and a few of these do harm.
constexpr double kStateLost = 0.01;
// Much more than this and Adam is plain gradient descent.
constexpr double kLargestUsefulEpsilon = 1e-3;

bool isAdam(const RunSpec& run) {
    return run.optimiser.kind != nn::OptimiserKind::Sgd;
}

bool isWide(const format::TensorFormat& tensorFormat) {
    const auto* binary = format::scalarFormatOf<format::BinaryFloat>(tensorFormat);
    return binary != nullptr && format::contains(*binary, format::kFp32);
}

// As stepwise arithmetic rounds constants.
double roundedConstant(const Evidence& evidence, const format::Format& format, double value) {
    return format::quantise(
        {format, format::Rounding::NearestEven, format::defaultOverflow(format), evidence.run().precision.subnormals},
        value);
}

// The power of ten at the smallest normal value or above, and of the size of the root of what is lost of a second
// moment: then a step without one is about as long as others.
double usefulEpsilon(const FormatLimits& limits) {
    const double normal = std::ceil(std::log10(*limits.smallestNormal));
    const double root = std::round(std::log10(std::sqrt(*limits.smallest / 2.0)));
    return std::pow(10.0, std::max(normal, root));
}

Sentence epsilonAdvice(const Evidence& evidence, const format::TensorFormat& state) {
    const FormatLimits limits = evidence.limits(state);
    const bool wide = isWide(state);
    constexpr double kUsual = 1e-8;
    const double epsilon = wide || !limits.smallest ? kUsual : usefulEpsilon(limits);
    if (wide) {
        return {kTryEpsilon, {settingText(epsilon)}};
    }
    const bool helps = epsilon <= kLargestUsefulEpsilon && epsilon > evidence.run().optimiser.epsilon;
    return helps ? Sentence{kTryStateOrEpsilon, {settingText(epsilon)}} : Sentence{kTryState, {}};
}

// The optimiser state's scalar format in a layer; null if its values share scales.
std::optional<format::Format> stateFormat(const Evidence& evidence, int layer) {
    const auto role = evidence.role(layer, Role::OptimiserState);
    const format::Format* scalar = role ? format::scalarFormat(role->format) : nullptr;
    return scalar == nullptr ? std::nullopt : std::optional(*scalar);
}

std::optional<WeighedDiagnosis> checkDivision(const Evidence& evidence) {
    if (evidence.fatalTrouble() != Trouble::EpsilonUnderflow) {
        return std::nullopt;
    }
    const nn::FirstNonFinite& first = *evidence.fatalValue();
    const auto state = stateFormat(evidence, first.layer);
    const double epsilon = evidence.run().optimiser.epsilon;
    const std::string step = std::to_string(first.step);
    const std::string epoch = std::to_string(first.epoch);
    const std::string layer = std::to_string(first.layer);
    Sentence what = firstNonFiniteSentence(evidence.run(), first);
    if (epsilon == 0.0) {
        what = {kNoEpsilonSince, {step, epoch, layer}};
    } else if (state && evidence.run().precision.arithmetic == nn::Arithmetic::Stepwise &&
               roundedConstant(evidence, *state, epsilon) == 0.0) {
        what = {kEpsilonZeroSince, {settingText(epsilon), format::formatName(*state), step, epoch, layer}};
    }
    const Sentence advice = state ? epsilonAdvice(evidence, *state) : Sentence{kTryState, {}};
    return WeighedDiagnosis{{Trouble::EpsilonUnderflow, what, advice}, Weight::Cause};
}

// Stepwise arithmetic rounds the constant itself.
std::optional<WeighedDiagnosis> checkRoundedEpsilon(const Evidence& evidence) {
    const double epsilon = evidence.run().optimiser.epsilon;
    if (evidence.run().precision.arithmetic != nn::Arithmetic::Stepwise || epsilon == 0.0) {
        return std::nullopt;
    }
    for (int layer = 1; layer <= evidence.layers(); ++layer) {
        const auto state = stateFormat(evidence, layer);
        if (state && roundedConstant(evidence, *state, epsilon) == 0.0) {
            return WeighedDiagnosis{{Trouble::EpsilonUnderflow,
                                     {kEpsilonZero, {settingText(epsilon), format::formatName(*state)}},
                                     epsilonAdvice(evidence, *state)},
                                    evidence.troubled() ? Weight::Fatal : Weight::Strong};
        }
    }
    return std::nullopt;
}

// Second moments that are lost leave epsilon alone in the denominator.
std::optional<WeighedDiagnosis> checkLostMoments(const Evidence& evidence) {
    if (!evidence.troubled()) {
        return std::nullopt;
    }
    for (const nn::RoleTelemetry& seen : evidence.total().roles) {
        const auto state = seen.role == Role::OptimiserState ? stateFormat(evidence, seen.layer) : std::nullopt;
        const auto smallest = state ? evidence.limits(*state).smallest : std::nullopt;
        const double lost = shareOf(seen.counts.underflowed, seen.counts.values - seen.counts.zero);
        const double epsilon = evidence.run().optimiser.epsilon;
        constexpr double kFarTooLong = 10.0; // A step, against one with the second moment.
        if (lost >= kStateLost && smallest && kFarTooLong * epsilon < std::sqrt(*smallest / 2.0)) {
            return WeighedDiagnosis{
                {Trouble::EpsilonUnderflow,
                 {kEpsilonSmall,
                  {std::to_string(seen.layer), percentText(lost), format::formatName(*state), settingText(epsilon)}},
                 epsilonAdvice(evidence, *state)},
                evidence.course() == Course::Diverged ? Weight::Cause : Weight::Fatal};
        }
    }
    return std::nullopt;
}

// The norms of the steps that were taken.
double medianNorm(const RunResult& result) {
    std::vector<double> norms;
    for (const MetricPoint& point : result.steps) {
        if (std::isfinite(point.gradientNorm)) {
            norms.push_back(point.gradientNorm);
        }
    }
    if (norms.empty()) {
        return 0.0;
    }
    const auto middle = norms.begin() + static_cast<std::ptrdiff_t>(norms.size() / 2);
    std::nth_element(norms.begin(), middle, norms.end());
    return *middle;
}

// Of the steps that were not skipped, which have none.
double meanClipped(const RunResult& result) {
    double clipped = 0.0;
    double taken = 0.0;
    for (const MetricPoint& point : result.steps) {
        clipped += point.clippedFraction * point.merged;
        taken += static_cast<double>(point.merged) - static_cast<double>(point.skipped);
    }
    return taken > 0.0 ? clipped / taken : 0.0;
}

} // namespace

std::optional<WeighedDiagnosis> checkEpsilon(const Evidence& evidence) {
    if (!isAdam(evidence.run())) {
        return std::nullopt;
    }
    if (auto found = checkDivision(evidence)) {
        return found;
    }
    if (auto found = checkRoundedEpsilon(evidence)) {
        return found;
    }
    return checkLostMoments(evidence);
}

std::optional<WeighedDiagnosis> checkSwallowedUpdates(const Evidence& evidence) {
    const nn::LayerTelemetry* worst = nullptr;
    double share = 0.0;
    for (const nn::LayerTelemetry& seen : evidence.total().layers) {
        const double swallowed = shareOf(seen.swallowed, seen.updates);
        if (evidence.role(seen.layer, evidence.updatedRole(seen.layer)) && swallowed > share) {
            worst = &seen;
            share = swallowed;
        }
    }
    const auto weight = weigh(evidence, share, kSwallowedUpdates);
    if (worst == nullptr || !weight) {
        return std::nullopt;
    }
    const Role updated = evidence.updatedRole(worst->layer);
    const nn::RoleFormat role = *evidence.role(worst->layer, updated);
    const bool stochastic = evidence.run().precision.roundingOf(role) == format::Rounding::Stochastic;
    const bool wide = isWide(role.format);
    // Stochastic rounding leaves most weights where they are by design, and is right in the mean; in FP32 what is
    // swallowed is a millionth of the weight.
    if ((stochastic || wide) && !evidence.troubled()) {
        return std::nullopt;
    }
    const std::string words(roleWords(updated));
    const std::string rate = settingText(evidence.run().optimiser.learningRate);
    Sentence advice{kTryMastersOrStochastic, {words, rate}};
    if (wide) {
        advice = {kTryLargerRate, {rate}};
    } else if (stochastic) {
        advice = {kTryMasters, {rate}};
    }
    return WeighedDiagnosis{
        {Trouble::SwallowedUpdates,
         {kSwallowed, {percentText(share), std::to_string(worst->layer), words, format::tensorFormatName(role.format)}},
         advice},
        *weight};
}

std::optional<WeighedDiagnosis> checkClipping(const Evidence& evidence) {
    const nn::ClippingSpec& clipping = evidence.run().clipping;
    const double share = meanClipped(evidence.result());
    const std::string threshold = settingText(clipping.threshold);
    if (clipping.kind == nn::ClippingKind::Norm && share >= kStepsClipped) {
        const std::string median = measuredText(medianNorm(evidence.result()));
        return WeighedDiagnosis{{Trouble::ClippingAlways,
                                 {kNormClipped, {percentText(share), median, threshold}},
                                 {kTryThreshold, {median}}},
                                Weight::Strong};
    }
    if (clipping.kind == nn::ClippingKind::Value) {
        constexpr double kLarger = 10.0;
        if (const auto weight = weigh(evidence, share, kElementsClipped)) {
            return WeighedDiagnosis{{Trouble::ClippingAlways,
                                     {kValuesClipped, {percentText(share), threshold}},
                                     {kTryLargerThreshold, {settingText(kLarger * clipping.threshold)}}},
                                    *weight};
        }
    }
    return std::nullopt;
}

} // namespace roundoff::experiment
