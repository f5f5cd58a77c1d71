// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "core/nn/evaluation.h"
#include "core/nn/gradient_clipping.h"
#include "core/nn/loss_scaler.h"
#include "core/nn/optimiser.h"
#include "core/nn/step_probe.h"
#include "core/nn/trainer_state.h"

namespace roundoff::nn {

/// What one step of training did.
struct StepOutcome {
    double loss = 0.0; ///< Mean over the batch, before the step; unscaled.
    std::size_t correct = 0;
    double gradientNorm = 0.0; ///< Pre-clip global norm of the unscaled gradients; not finite if the step was skipped.
    double clippedFraction = 0.0;
    double lossScale = 1.0; ///< That this step used.
    bool skipped = false;
    /// Where this step met its first infinity or NaN, if it was watched and is the first such step, or the first that
    /// was skipped; its `step` is the step in the epoch.
    std::optional<FirstNonFinite> firstNonFinite;
};

/// What a trainer needs to know of a run.
struct TrainerSpec {
    NetworkSpec network;
    OptimiserSpec optimiser;
    PrecisionPolicy precision;
    LossScalingSpec lossScaling;
    ClippingSpec clipping;
    Loss loss = Loss::CrossEntropy;
    std::size_t batchSize = 64;
    std::uint64_t seed = 1;
    bool watch = false;   ///< Look for the first infinity or NaN: see `StepOutcome::firstNonFinite`.
    unsigned threads = 1; ///< That share every step and evaluation. They change no bit.
};

/// Trains one network: scale the loss, backward, unscale once, look for non-finite gradients, clip, step or skip,
/// update the scale. Containers are hidden behind this interface.
class Trainer {
public:
    /// @throws InputError if the policy cannot be computed
    [[nodiscard]] static std::unique_ptr<Trainer> make(const TrainerSpec& spec, const Examples& training,
                                                       std::size_t classes);

    Trainer() = default;
    Trainer(const Trainer&) = delete;
    Trainer& operator=(const Trainer&) = delete;
    virtual ~Trainer() = default;

    /// One step on the examples of a batch, at most `batchSize` of them.
    /// @param epoch  from 1
    /// @param step  in the epoch, from 0
    /// @param probe  sees what is computed, or null; it changes no bit
    virtual StepOutcome step(const Examples& examples, std::span<const std::uint32_t> batch, std::uint32_t epoch,
                             std::uint32_t step, StepProbe* probe = nullptr) = 0;

    /// Loss sum and right answers; see `nn::evaluate`.
    [[nodiscard]] virtual BatchOutcome evaluate(const Examples& examples, std::span<const std::uint32_t> indices,
                                                std::uint32_t epoch, const std::function<bool()>& goOn) = 0;

    [[nodiscard]] virtual WeightSnapshot weights() const = 0;
    /// @throws InputError if they are not this network's
    virtual void setWeights(const WeightSnapshot& weights) = 0;

    /// All that later steps depend on; training that goes on from it has the same bits as training that never stopped.
    [[nodiscard]] virtual TrainerState state() const = 0;
    /// @throws InputError if it is not a state of this network, optimiser and policy; training has to begin anew then
    virtual void restore(const TrainerState& state) = 0;

    /// The scale that the next step will use.
    [[nodiscard]] virtual double lossScale() const = 0;
};

} // namespace roundoff::nn
