// SPDX-License-Identifier: GPL-3.0-or-later
// What narrow accumulators lose.
#include "core/experiment/diagnosis_checks.h"
#include "core/experiment/diagnosis_numbers.h"
#include "core/experiment/diagnosis_sentences.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

namespace roundoff::experiment {
namespace {

using namespace diagnosis_text;

// Of the additions. BF16 loses up to 16 % of them on MNIST, and learns as FP32 does.
constexpr Thresholds kStagnation{0.2, 0.5};
// Of the products that are not zero: as with gradients, most may be too small to matter.
constexpr Thresholds kLostProducts{0.5, 0.9};
// Sums that saturate are wrong by as much as they went beyond.
constexpr Thresholds kSaturatedSums{0.01, 0.05};
// What Wang et al. (2018) use for accumulators of 16 bits.
constexpr int kUsualChunk = 64;

Sentence advice(const nn::Accumulator& accumulator) {
    const bool chunks = accumulator.chunk == 0 || accumulator.chunk > kUsualChunk;
    return chunks ? Sentence{kTryWideAccumulatorOrChunks, {std::to_string(kUsualChunk)}}
                  : Sentence{kTryWideAccumulator, {}};
}

struct WorstLayer {
    const nn::LayerTelemetry* layer = nullptr;
    double share = 0.0;
};

// The layer with a narrow accumulator that has the largest share; none if it is zero in all.
template <typename F>
WorstLayer worstLayer(const Evidence& evidence, F share) {
    WorstLayer worst;
    for (const nn::LayerTelemetry& seen : evidence.total().layers) {
        if (evidence.narrowAccumulator(seen.layer) && share(seen) > worst.share) {
            worst = {&seen, share(seen)};
        }
    }
    return worst;
}

} // namespace

std::optional<WeighedDiagnosis> checkAccumulatorRange(const Evidence& evidence) {
    const auto nameOf = [](const nn::Accumulator& a) { return format::formatName(a.format); };
    const auto largestOf = [](const nn::Accumulator& a) { return settingText(format::maxFinite(a.format)); };
    if (evidence.fatalTrouble() == Trouble::AccumulatorOverflow) {
        const nn::FirstNonFinite& first = *evidence.fatalValue();
        const nn::Accumulator accumulator = *evidence.narrowAccumulator(first.layer);
        return WeighedDiagnosis{
            {Trouble::AccumulatorOverflow,
             {kFirstInAccumulator,
              {std::to_string(first.step), std::to_string(first.epoch), first.nan ? "NaN" : "infinity",
               std::to_string(first.layer), std::string(nn::operationName(first.operation)), nameOf(accumulator),
               largestOf(accumulator)}},
             advice(accumulator)},
            Weight::Cause};
    }
    const auto [worst, share] = worstLayer(evidence, [](const nn::LayerTelemetry& layer) {
        return shareOf(layer.accumulatorOverflowed, layer.additions + layer.accumulatorUnderflowed);
    });
    if (worst == nullptr) {
        return std::nullopt;
    }
    const nn::Accumulator accumulator = *evidence.narrowAccumulator(worst->layer);
    const format::Overflow overflow = accumulator.overflow.value_or(
        evidence.run().precision.overflow.value_or(format::defaultOverflow(accumulator.format)));
    const auto weight = overflow != format::Overflow::Saturate && evidence.troubled()
                            ? std::optional(Weight::Fatal)
                            : weigh(evidence, share, kSaturatedSums);
    if (!weight) {
        return std::nullopt;
    }
    return WeighedDiagnosis{
        {Trouble::AccumulatorOverflow,
         {kAccumulatorBeyondRange,
          {percentText(share), std::to_string(worst->layer), nameOf(accumulator), largestOf(accumulator)}},
         advice(accumulator)},
        *weight};
}

std::optional<WeighedDiagnosis> checkStagnation(const Evidence& evidence) {
    const WorstLayer sums = worstLayer(
        evidence, [](const nn::LayerTelemetry& layer) { return shareOf(layer.stagnated, layer.additions); });
    if (const auto weight = weigh(evidence, sums.share, kStagnation)) {
        const nn::Accumulator accumulator = *evidence.narrowAccumulator(sums.layer->layer);
        return WeighedDiagnosis{
            {Trouble::AccumulatorStagnation,
             {kStagnated,
              {percentText(sums.share), std::to_string(sums.layer->layer), format::formatName(accumulator.format)}},
             advice(accumulator)},
            *weight};
    }
    const WorstLayer products = worstLayer(evidence, [](const nn::LayerTelemetry& layer) {
        return shareOf(layer.accumulatorUnderflowed, layer.additions + layer.accumulatorUnderflowed);
    });
    if (const auto weight = weigh(evidence, products.share, kLostProducts)) {
        const nn::Accumulator accumulator = *evidence.narrowAccumulator(products.layer->layer);
        const auto smallest = evidence.limits(format::Format(accumulator.format)).smallest;
        return WeighedDiagnosis{{Trouble::AccumulatorStagnation,
                                 {kProductsLost,
                                  {percentText(products.share), std::to_string(products.layer->layer),
                                   format::formatName(accumulator.format), powerText(smallest.value_or(0.0))}},
                                 {kTryWideAccumulator, {}}},
                                *weight};
    }
    return std::nullopt;
}

} // namespace roundoff::experiment
