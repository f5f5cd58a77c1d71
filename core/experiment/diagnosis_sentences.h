// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Texts of `diagnose`. Every one must stand in `diagnosisSentences()` too, or it stays English in every language.
namespace roundoff::experiment::diagnosis_text {

// The first value that is not finite: step, epoch, infinity or NaN, role, layer, operation, format, largest value.
inline constexpr const char* kFirstByRounding =
    "In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by rounding to %7, whose largest value "
    "is %8.";
inline constexpr const char* kFirstByRoundingSkipped =
    "In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by rounding to %7, whose largest value "
    "is %8. Loss scaling skipped the step.";
inline constexpr const char* kFirstByRoundingShare =
    "In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by rounding to %7, whose largest value "
    "is %8. Of all values looked at there, %9 were beyond it.";
inline constexpr const char* kFirstByArithmetic =
    "In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by the arithmetic itself, before any "
    "rounding.";
inline constexpr const char* kFirstByArithmeticSkipped =
    "In step %1 (epoch %2) the first %3 appeared: in the %4 of layer %5, in %6, by the arithmetic itself, before any "
    "rounding. Loss scaling skipped the step.";
inline constexpr const char* kFirstInAccumulator =
    "In step %1 (epoch %2) the first %3 appeared: in layer %4, in %5, where a sum left the range of its accumulator, "
    "%6, whose largest value is %7.";

// Adam's epsilon.
inline constexpr const char*
    kEpsilonZeroSince = "Adam's epsilon %1 is 0 in %2; from step %3 (epoch %4) on, layer %5 divides by zero.";
inline constexpr const char*
    kEpsilonZero = "Adam's epsilon %1 is 0 in %2; wherever the second moment is zero, a step divides by zero.";
inline constexpr const char*
    kNoEpsilonSince = "Adam's epsilon is 0; from step %1 (epoch %2) on, layer %3 divides by zero.";
inline constexpr const char* kEpsilonSmall =
    "In layer %1, %2 of the optimiser state became zero in %3; where the second moment did, a step is divided by "
    "Adam's epsilon %4 alone and becomes far too long.";
inline constexpr const char* kTryStateOrEpsilon = "Keep the optimiser state in FP32 or use epsilon %1.";
inline constexpr const char* kTryState = "Keep the optimiser state in FP32.";
inline constexpr const char* kTryEpsilon = "Use epsilon %1.";

// Ranges.
inline constexpr const char* kBeyondRange =
    "%1 of the %2 of layer %3 were beyond the largest value of %4, %5; first seen in step %6 (epoch %7).";
inline constexpr const char* kSaturated = "%1 of the %2 of layer %3 were beyond the largest value of %4, %5, and were "
                                          "set to it; first seen in step %6 (epoch "
                                          "%7).";
inline constexpr const char* kAccumulatorBeyondRange =
    "%1 of the additions in layer %2 left the range of their accumulator, %3, whose largest value is %4.";
inline constexpr const char* kTryRange = "Keep the %1 in a format with a larger range, such as %2.";
inline constexpr const char*
    kTryRangeOrSaturate = "Keep the %1 in a format with a larger range, such as %2, or let overflow saturate.";
inline constexpr const char* kTryRangeOrSmallerRate =
    "Keep the %1 in a format with a larger range, such as %2, or try a smaller learning rate than %3.";
inline constexpr const char* kTryRangeOrDynamicScale =
    "Keep the %1 in a format with a larger range, such as %2, or use dynamic loss scaling, which skips such steps.";

// The learning rate.
inline constexpr const char*
    kGradientsGrew = "Training blew up: the norm of the gradients rose from %1 in the first step to %2 in step %3.";
inline constexpr const char* kLossGrew = "Training blew up: the loss rose from %1 in the first step to %2 in step %3.";
inline constexpr const char* kTrySmallerRate = "Try a smaller learning rate than %1.";
inline constexpr const char*
    kTrySmallerRateOrClip = "Try a smaller learning rate than %1, or clip the norm of the gradients at %2.";
inline constexpr const char* kTryLargerRate = "Try a larger learning rate than %1.";

// Loss scaling.
inline constexpr const char* kSkippedSince =
    "Since step %1 every step was skipped, because gradients were infinite or NaN; the loss scale fell from %2 to %3.";
inline constexpr const char* kScaleFell =
    "%1 of the steps were skipped, because gradients were infinite or NaN; the loss scale fell from %2 to %3.";
inline constexpr const char*
    kScaleTooLarge = "%1 of the steps were skipped, because gradients, scaled by %2, were infinite or NaN.";
inline constexpr const char* kTryOtherScale = "Use a smaller loss scale than %1, or dynamic loss scaling.";
inline constexpr const char* kTryNoScale =
    "No scale helps, because it overflows at any: try a smaller learning rate than %1, or a format with a larger range "
    "for the activations and their gradients, such as %2.";
inline constexpr const char*
    kTrySmallerRateNotScale = "No scale helps, because it overflows at any: try a smaller learning rate than %1.";
inline constexpr const char* kTryRangeForGradients =
    "Keep the gradients and the activation gradients in a format with a larger range, such as %1.";

// Gradients that are too small.
inline constexpr const char*
    kUnderflow = "%1 of the %2 of layer %3 became zero, because %4 has nothing between 0 and %5.";
inline constexpr const char* kUnderflowShared = "%1 of the %2 of layer %3 became zero in %4.";
inline constexpr const char* kTryScaleOrFormat =
    "Scale the loss, dynamically or by %1, with which %2 of them would be large enough; or keep them in a format with "
    "smaller values, such as %3.";
inline constexpr const char* kTryScaleAndMasters =
    "Scale the loss, dynamically or by %1, with which %2 of them would be large enough, together with master weights "
    "in FP32, so that they stay so when the scale is divided out; or keep them in a format with smaller values, such "
    "as %3.";
inline constexpr const char* kTryLargerScale =
    "Scale the loss by %1 instead of %2, with which %3 of them would be large enough; or keep them in a format with "
    "smaller values, such as %4.";
inline constexpr const char* kTrySmallerValues = "Keep the %1 in a format with smaller values, such as %2.";
inline constexpr const char* kTryFinerGradients = "Keep the %1 in a wider format, such as %2.";

// Updates that change nothing.
inline constexpr const char*
    kSwallowed = "%1 of the updates of layer %2 changed nothing: the steps are too small for the %3 in %4.";
inline constexpr const char* kTryMastersOrStochastic =
    "Keep master weights in FP32, round the %1 stochastically, or try a larger learning rate than %2.";
inline constexpr const char* kTryMasters = "Keep master weights in FP32, or try a larger learning rate than %1.";

// Clipping.
inline constexpr const char*
    kNormClipped = "%1 of the steps were clipped: the norm of the gradients is %2 in the median, the threshold %3.";
inline constexpr const char* kValuesClipped = "%1 of the elements of the gradients were clipped to %2.";
inline constexpr const char* kTryThreshold = "Try a threshold of %1, which is that median.";
inline constexpr const char* kTryLargerThreshold = "Try a larger threshold, such as %1.";

// Accumulators.
inline constexpr const char* kStagnated =
    "%1 of the additions in layer %2 left the running sum as it was: in the accumulator, %3, it grew too large for "
    "what was added.";
inline constexpr const char* kProductsLost =
    "%1 of the products in layer %2 became zero in their accumulator, %3, which has nothing between 0 and %4.";
inline constexpr const char* kTryWideAccumulator = "Accumulate in FP32.";
inline constexpr const char* kTryWideAccumulatorOrChunks = "Accumulate in FP32, or in chunks of %1.";

// Without a cause that was seen.
inline constexpr const char*
    kStalled = "The loss went from %1 to %2, and nothing that was seen inside the network explains it.";
inline constexpr const char* kLost = "Of an accuracy of %1 on the training images %2 was left, and nothing that was "
                                     "seen inside the network explains it.";
inline constexpr const char*
    kUnexplained = "The loss is no finite number, and nothing that was seen inside the network explains it.";
inline constexpr const char* kTryOtherRate = "Try another learning rate than %1.";
inline constexpr const char* kTryFp32 =
    "Try the same in FP32, which tells whether the precision is to blame, and another learning rate than %1.";
inline constexpr const char* kTryTelemetry = "Switch telemetry on (training.telemetryStride) and run it again.";

} // namespace roundoff::experiment::diagnosis_text
