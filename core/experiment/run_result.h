// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deploy/deployment.h"
#include "core/experiment/sentence.h"
#include "core/nn/kept_weights.h"
#include "core/nn/telemetry.h"

namespace roundoff::nn {
struct BatchOutcome;
}

namespace roundoff::experiment {

enum class RunStatus : std::uint8_t { Done, Diverged, Stopped, Failed };

/// done, diverged, stopped, failed
[[nodiscard]] std::string_view statusName(RunStatus status);

/// Loss (mean over examples) and accuracy (fraction) on one set of images.
struct Evaluation {
    double loss = 0.0;
    double accuracy = 0.0;

    bool operator==(const Evaluation&) const = default;
};

/// The means of what a set of `count` images came to, at least 1.
[[nodiscard]] Evaluation makeEvaluation(const nn::BatchOutcome& outcome, std::size_t count);

/// One finished epoch. Times are wall-clock seconds of this thread's work.
struct EpochResult {
    int epoch = 0;                        ///< From 1.
    Evaluation training;                  ///< As the batches were seen, before each one's step.
    std::optional<Evaluation> validation; ///< With folds only.
    Evaluation test;
    double trainSeconds = 0.0;
    double evalSeconds = 0.0;
    double gradientNorm = 0.0;    ///< Mean pre-clip global norm of the steps that were not skipped.
    double clippedFraction = 0.0; ///< Mean over the steps: of elements (value clipping), of steps (norm clipping).
    double lossScale = 1.0;       ///< At the end of the epoch.
    std::int64_t skippedSteps = 0;

    bool operator==(const EpochResult&) const = default;
};

/// One step of training, as the live charts and the step log see it.
struct MetricPoint {
    std::uint32_t epoch = 0; ///< From 1.
    std::uint32_t step = 0;  ///< Global, from 1.
    std::uint32_t
        merged = 1; ///< How many steps this point is the mean of: more than one after an overflow of the ring.
    std::uint32_t skipped = 0; ///< How many of them were skipped.
    double loss = 0.0;
    double gradientNorm = 0.0;
    double clippedFraction = 0.0;
    double lossScale = 1.0;

    bool operator==(const MetricPoint&) const = default;
};

/// Two neighbouring points as one: means of the measurements, epoch, step and scale of the later one.
[[nodiscard]] MetricPoint merged(const MetricPoint& a, const MetricPoint& b);

struct DeploymentResult {
    deploy::Deployment deployment;
    Evaluation test;
    double accuracyChange = 0.0; ///< Against the trained weights as they are.
    deploy::WeightError error;

    bool operator==(const DeploymentResult&) const = default;
};

/// What goes wrong inside a network when formats are too narrow or settings do not fit them.
enum class Trouble : std::uint8_t {
    EpsilonUnderflow,      ///< Adam's epsilon is zero in the format of the optimiser state.
    LossScaleCollapse,     ///< Step after step is skipped, and the loss scale falls.
    ActivationOverflow,    ///< Activations leave their format's range.
    GradientOverflow,      ///< Gradients leave their format's range, without loss scaling that would skip the step.
    WeightOverflow,        ///< Weights leave their format's range, or the steps grow without bound.
    GradientUnderflow,     ///< Most gradients become zero.
    SwallowedUpdates,      ///< Most steps are too small to change their weight.
    ClippingAlways,        ///< Nearly every step is clipped.
    AccumulatorStagnation, ///< Running sums grow too large for what is added.
    AccumulatorOverflow,   ///< Running sums leave the accumulator's range.
    Stalled                ///< The loss does not fall, and none of the above explains it.
};

/// Why a run diverged or stalled, and what to try.
struct Diagnosis {
    Trouble trouble = Trouble::Stalled;
    Sentence what;
    Sentence advice;

    bool operator==(const Diagnosis&) const = default;
};

/// Everything that a run leaves behind; immutable once made.
struct RunResult {
    std::string id;
    RunStatus status = RunStatus::Failed;
    std::string reason; ///< Why it diverged or failed: one sentence; empty otherwise.
    std::vector<EpochResult> epochs;
    std::vector<MetricPoint> steps;             ///< Every step, or means of neighbouring ones (see `StepLog`).
    std::vector<nn::TelemetrySample> telemetry; ///< Of every `telemetryStride`-th step, or of neighbouring ones merged.
    std::vector<nn::ExponentTelemetry> exponents; ///< By epoch, layer and role.
    std::optional<nn::FirstNonFinite> firstNonFinite;
    std::vector<Diagnosis> diagnoses; ///< What matters most first; empty for a run without trouble.
    std::vector<DeploymentResult> deployments;
    nn::KeptWeights weights;   ///< Final; none if the run never began.
    std::string weightsDigest; ///< SHA-256; empty without weights.
    double trainSeconds = 0.0;
    double evalSeconds = 0.0; ///< After the epochs; the deployments, which differ in number, are not counted.
    bool nativeTime = false;  ///< Whether the CPU computed in the policy's formats, or emulated them.
};

} // namespace roundoff::experiment
