// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/diagnosis_evidence.h"

#include <cmath>
#include <initializer_list>
#include <variant>

#include "core/format/binary_float.h"
#include "core/format/characteristics.h"
#include "core/format/names.h"
#include "core/nn/layer_precision.h"

namespace roundoff::experiment {
namespace {

using nn::TensorOperation;

nn::TelemetrySample totalOf(const std::vector<nn::TelemetrySample>& samples) {
    nn::TelemetrySample total;
    for (const nn::TelemetrySample& sample : samples) {
        total = total.roles.empty() && total.layers.empty() ? sample : nn::merged(total, sample);
    }
    return total;
}

bool isAccumulated(TensorOperation operation) {
    return operation == TensorOperation::Product || operation == TensorOperation::InputGradient ||
           operation == TensorOperation::WeightGradient;
}

// The first format of a short list that `isBetter`, of its limits. What has 8 bits is first offered another 8.
template <typename F>
std::optional<std::string> betterFormat(const format::TensorFormat& current, F isBetter) {
    const bool small = format::tensorCodeBits(current).value_or(16) <= 8;
    for (const format::BinaryFloat& candidate : {format::kFp8E5M2, format::kBf16, format::kFp32}) {
        if ((small || candidate != format::kFp8E5M2) && isBetter(candidate)) {
            return format::formatName(candidate);
        }
    }
    return std::nullopt;
}

// By how much a range has to be larger to be worth a change.
constexpr double kMuchLarger = 8.0;

} // namespace

FormatLimits limitsOf(const nn::PrecisionPolicy& policy, const format::TensorFormat& tensorFormat) {
    const format::Format* scalar = format::scalarFormat(tensorFormat);
    if (scalar == nullptr) {
        return {};
    }
    if (const auto* decimal = std::get_if<format::Decimal>(scalar)) {
        const double unit = std::pow(10.0, -decimal->digits);
        return {std::nullopt, unit, unit};
    }
    const format::Characteristics facts = format::characteristics(*scalar);
    const bool flushed = policy.subnormals == format::Subnormals::Flush && facts.minNormal;
    const auto smallest = flushed ? facts.minNormal : facts.minPositive;
    return {facts.max, facts.minNormal ? facts.minNormal : smallest, smallest};
}

std::optional<nn::RoleFormat> roleFormat(const nn::PrecisionPolicy& policy, int layer, nn::Role role) {
    const nn::RoleFormats formats = policy.formatsOf(nn::layerName(static_cast<std::size_t>(layer)));
    return formats[static_cast<std::size_t>(role)];
}

Evidence::Evidence(const RunSpec& run, const RunResult& result)
    : run_(run), result_(result), course_(courseOf(result)), total_(totalOf(result.telemetry)),
      lossScaling_(nn::effectiveKind(run.lossScaling, run.precision)) {}

std::optional<nn::Accumulator> Evidence::narrowAccumulator(int layer) const {
    const auto accumulator = run_.precision.accumulatorOf(nn::layerName(static_cast<std::size_t>(layer)));
    return accumulator && !accumulator->isNative() ? accumulator : std::nullopt;
}

nn::Role Evidence::updatedRole(int layer) const {
    return role(layer, nn::Role::MasterWeights) ? nn::Role::MasterWeights : nn::Role::Weights;
}

const nn::FirstNonFinite* Evidence::fatalValue() const {
    const auto& first = result_.firstNonFinite;
    return troubled() && first && !first->skipped ? &*first : nullptr;
}

std::optional<Trouble> Evidence::fatalTrouble() const {
    const nn::FirstNonFinite* first = fatalValue();
    if (first == nullptr) {
        return std::nullopt;
    }
    if (!first->rounding && isAccumulated(first->operation) && narrowAccumulator(first->layer)) {
        return Trouble::AccumulatorOverflow;
    }
    switch (first->operation) {
    case TensorOperation::Input:
    case TensorOperation::Product:
    case TensorOperation::Bias:
    case TensorOperation::Activation:
    case TensorOperation::Loss: return Trouble::ActivationOverflow;
    case TensorOperation::Division: return Trouble::EpsilonUnderflow;
    case TensorOperation::Update:
    case TensorOperation::WeightRounding: return Trouble::WeightOverflow;
    case TensorOperation::LossGradient:
    case TensorOperation::ActivationSlope:
    case TensorOperation::InputGradient:
    case TensorOperation::WeightGradient:
    case TensorOperation::BiasGradient:
    case TensorOperation::Unscale:
    case TensorOperation::Clip:
    case TensorOperation::FirstMoment: // What the optimiser keeps are sums and squares of gradients.
    case TensorOperation::SecondMoment: break;
    }
    return Trouble::GradientOverflow;
}

std::optional<Weight> weigh(const Evidence& evidence, double share, const Thresholds& thresholds) {
    if (share >= thresholds.strong) {
        return Weight::Strong;
    }
    return evidence.troubled() && share >= thresholds.slight ? std::optional(Weight::Slight) : std::nullopt;
}

std::optional<std::string> formatWithLargerRange(const format::TensorFormat& current, const FormatLimits& limits) {
    return betterFormat(current, [&](const format::BinaryFloat& candidate) {
        return limits.largest && format::maxFinite(candidate) > kMuchLarger * *limits.largest;
    });
}

std::optional<std::string> formatWithSmallerValues(const format::TensorFormat& current, const FormatLimits& limits) {
    return betterFormat(current, [&](const format::BinaryFloat& candidate) {
        return limits.smallest && format::minNormal(candidate) < *limits.smallest / kMuchLarger;
    });
}

double shareOf(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace roundoff::experiment
