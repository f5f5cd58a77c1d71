// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/nn/precision_policy.h"

namespace roundoff::nn {

/// What computed the values of a tensor.
enum class TensorOperation : std::uint8_t {
    Input,           ///< Pixels looked up in the table of inputs.
    Product,         ///< Inputs times weights.
    Bias,            ///< Product plus bias.
    Activation,      ///< The non-linearity.
    Loss,            ///< The loss of an example.
    LossGradient,    ///< The gradient of the loss with respect to the outputs.
    ActivationSlope, ///< The gradient through the non-linearity.
    InputGradient,   ///< The gradient through the product, toward the input.
    WeightGradient,  ///< The gradient of the weights.
    BiasGradient,    ///< The gradient of the biases.
    Unscale,         ///< Gradients over the loss scale.
    Clip,            ///< Gradients brought within the threshold.
    FirstMoment,     ///< SGD's velocity, Adam's mean of the gradients.
    SecondMoment,    ///< Adam's mean of the squared gradients.
    Division,        ///< Adam's quotient of the moments: its denominator was zero.
    Update,          ///< Weights minus the step.
    WeightRounding   ///< Weights rounded from the master weights.
};

/// In words that complete "in ...": "the product of inputs and weights".
[[nodiscard]] std::string_view operationName(TensorOperation operation);

/// What rounding did to the values of a tensor; sums over tensors and steps with `+=`. Formats with shared scales have
/// no range of their own: of them no value is subnormal or saturated here.
struct RoundingCounts {
    std::uint64_t values = 0;
    std::uint64_t underflowed = 0; ///< Not zero before, zero after.
    std::uint64_t subnormal = 0;   ///< After rounding, below the format's smallest normal value.
    std::uint64_t overflowed = 0;  ///< Finite before, infinite or NaN after.
    std::uint64_t saturated = 0;   ///< Beyond the largest finite value before, finite after.
    std::uint64_t nonFinite = 0;   ///< Infinite or NaN after, whatever it was before.
    std::uint64_t zero = 0;        ///< Zero before: neither signal nor loss.
    std::uint64_t nanReplaced = 0; ///< NaN before, a number after: the format has no NaN.

    RoundingCounts& operator+=(const RoundingCounts& other);
    bool operator==(const RoundingCounts&) const = default;
};

/// How many values have which power of two: value v counts at floor(log2 |v|), those beyond either end at the end.
/// Zeros, infinities and NaNs do not count.
struct ExponentHistogram {
    static constexpr int kLowest = -96;
    static constexpr int kHighest = 63;
    static constexpr std::size_t kBins = kHighest - kLowest + 1;

    std::array<std::uint32_t, kBins> counts{};

    [[nodiscard]] std::uint64_t total() const;
    ExponentHistogram& operator+=(const ExponentHistogram& other);
    bool operator==(const ExponentHistogram&) const = default;
};

/// One role of one layer over the sampled steps of a span of time.
struct RoleTelemetry {
    int layer = 1; ///< From 1.
    Role role = Role::Weights;
    RoundingCounts counts;
    double signal = 0.0; ///< Sum of squares of the container's values, where they and the noise are finite.
    double noise = 0.0;  ///< Sum of squares of what rounding changed.

    /// 10 log10(signal / noise) in dB; infinite if nothing changed, nothing without any signal.
    [[nodiscard]] std::optional<double> signalToNoiseDb() const;
    bool operator==(const RoleTelemetry&) const = default;
};

/// What else is told of a layer.
struct LayerTelemetry {
    int layer = 1; ///< From 1.
    /// Root mean square over the sampled steps of the norm of the unscaled gradients, before clipping.
    double gradientNorm = 0.0;
    std::uint64_t updates = 0;   ///< Weights and biases whose step was not zero.
    std::uint64_t swallowed = 0; ///< Of these, those that did not change.
    std::uint64_t additions = 0; ///< Additions to a running sum of a narrow accumulator, of products that are not zero.
    std::uint64_t stagnated = 0; ///< Of these, those that left the sum as it was.
    std::uint64_t accumulatorUnderflowed = 0; ///< Products that were not zero, but became it.
    std::uint64_t accumulatorOverflowed = 0;  ///< Sums and products that left the accumulator's range.

    bool operator==(const LayerTelemetry&) const = default;
};

/// What was seen in one sampled step, or in several neighbouring ones.
struct TelemetrySample {
    std::uint32_t epoch = 0;          ///< From 1.
    std::uint32_t step = 0;           ///< Global, from 1; of several steps the last.
    std::uint32_t sampled = 1;        ///< How many steps were looked at.
    std::vector<RoleTelemetry> roles; ///< By layer, then role; roles without a tensor are missing.
    std::vector<LayerTelemetry> layers;

    bool operator==(const TelemetrySample&) const = default;
};

/// Two neighbouring samples of one run as one.
[[nodiscard]] TelemetrySample merged(const TelemetrySample& a, const TelemetrySample& b);

/// Exponents of one role of one layer over the sampled steps of an epoch, before rounding.
struct ExponentTelemetry {
    std::uint32_t epoch = 0;
    int layer = 1;
    Role role = Role::Weights;
    ExponentHistogram histogram;

    bool operator==(const ExponentTelemetry&) const = default;
};

/// The first infinity or NaN of a run.
struct FirstNonFinite {
    std::uint32_t epoch = 0;
    std::uint32_t step = 0; ///< Global, from 1.
    int layer = 1;
    Role role = Role::Weights;
    TensorOperation operation = TensorOperation::Product;
    bool nan = false;      ///< NaN, else an infinity.
    bool rounding = false; ///< The container's value was finite: rounding to the role's format made it so.
    bool skipped = false;  ///< Loss scaling skipped the step, so the run went on.

    bool operator==(const FirstNonFinite&) const = default;
};

} // namespace roundoff::nn
