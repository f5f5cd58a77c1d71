// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/diagnosis_sentences.h"

#include <array>

#include "core/experiment/diagnosis.h"

namespace roundoff::experiment {

std::string_view roleWords(nn::Role role) {
    static constexpr std::array<std::string_view, nn::kRoleCount> kWords{
        "weights", "master weights", "activations", "gradients", "activation gradients", "optimiser state"};
    return kWords.at(static_cast<std::size_t>(role));
}

const std::vector<std::string>& diagnosisSentences() {
    using namespace diagnosis_text;
    static const std::vector<std::string> kAll{kFirstByRounding,
                                               kFirstByRoundingSkipped,
                                               kFirstByRoundingShare,
                                               kFirstByArithmetic,
                                               kFirstByArithmeticSkipped,
                                               kFirstInAccumulator,
                                               kEpsilonZeroSince,
                                               kEpsilonZero,
                                               kNoEpsilonSince,
                                               kEpsilonSmall,
                                               kTryStateOrEpsilon,
                                               kTryState,
                                               kTryEpsilon,
                                               kBeyondRange,
                                               kSaturated,
                                               kAccumulatorBeyondRange,
                                               kTryRange,
                                               kTryRangeOrSaturate,
                                               kTryRangeOrSmallerRate,
                                               kTryRangeOrDynamicScale,
                                               kGradientsGrew,
                                               kLossGrew,
                                               kTrySmallerRate,
                                               kTrySmallerRateOrClip,
                                               kTryLargerRate,
                                               kSkippedSince,
                                               kScaleFell,
                                               kScaleTooLarge,
                                               kTryOtherScale,
                                               kTryNoScale,
                                               kTrySmallerRateNotScale,
                                               kTryRangeForGradients,
                                               kUnderflow,
                                               kUnderflowShared,
                                               kTryScaleOrFormat,
                                               kTryScaleAndMasters,
                                               kTryLargerScale,
                                               kTrySmallerValues,
                                               kTryFinerGradients,
                                               kSwallowed,
                                               kTryMastersOrStochastic,
                                               kTryMasters,
                                               kNormClipped,
                                               kValuesClipped,
                                               kTryThreshold,
                                               kTryLargerThreshold,
                                               kStagnated,
                                               kProductsLost,
                                               kTryWideAccumulator,
                                               kTryWideAccumulatorOrChunks,
                                               kStalled,
                                               kLost,
                                               kUnexplained,
                                               kTryOtherRate,
                                               kTryFp32,
                                               kTryTelemetry};
    return kAll;
}

const std::vector<std::string>& diagnosisWords() {
    static const std::vector<std::string> kAll = [] {
        std::vector<std::string> words{"infinity", "NaN"};
        for (const nn::Role role : nn::kRoles) {
            words.emplace_back(roleWords(role));
        }
        for (auto i = static_cast<int>(nn::TensorOperation::Input);
             i <= static_cast<int>(nn::TensorOperation::WeightRounding); ++i) {
            words.emplace_back(nn::operationName(static_cast<nn::TensorOperation>(i)));
        }
        return words;
    }();
    return kAll;
}

std::string_view troubleName(Trouble trouble) {
    static constexpr std::array<std::string_view, 11> kNames{"epsilon-underflow",
                                                             "loss-scale-collapse",
                                                             "activation-overflow",
                                                             "gradient-overflow",
                                                             "weight-overflow",
                                                             "gradient-underflow",
                                                             "swallowed-updates",
                                                             "clipping-always",
                                                             "accumulator-stagnation",
                                                             "accumulator-overflow",
                                                             "stalled"};
    static_assert(kNames.size() == static_cast<std::size_t>(Trouble::Stalled) + 1);
    return kNames.at(static_cast<std::size_t>(trouble));
}

} // namespace roundoff::experiment
