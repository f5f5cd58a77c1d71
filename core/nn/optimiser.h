// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/kernels/update.h"
#include "core/nn/parameter.h"
#include "core/nn/specs.h"
#include "core/nn/telemetry.h"
#include "core/nn/trainer_state.h"

namespace roundoff::nn {

/// Updates parameters from their gradients: SGD with momentum, Adam and AdamW as torch.optim computes them. State is
/// kept in the format of the optimiser state, the updated weights in that of the master weights, or the weights if
/// there are none.
/// @tparam T  the container
template <typename T>
class Optimiser {
public:
    Optimiser(const OptimiserSpec& spec, std::vector<Parameter<T>*> parameters);

    /// One step along the gradients as they are now.
    /// @return where a weight became infinite or NaN, the first in layer order; looked for only if `watch` was set.
    ///         Neither epoch nor step is filled in
    std::optional<FirstNonFinite> step(const StepContext& context);

    /// Puts the parameters' tensors and its own into a state, or takes them from one.
    /// @throws InputError if the state is of another network, optimiser or policy
    void save(TrainerState& state) const;
    void restore(const TrainerState& state);

    /// Whether to look for weights that become infinite or NaN, at about one percent of a step's time.
    void setWatch(bool watch) { watch_ = watch; }

private:
    struct Slot {
        Parameter<T>* parameter;
        kernels::Matrix<T> state1; ///< Velocity, or first moment.
        kernels::Matrix<T> state2; ///< Second moment.

        /// Calls f(part, matrix) for all that lasts from step to step.
        template <typename Self, typename F>
        static void forEachPart(Self& slot, F f) {
            f(StatePart::Weights, slot.parameter->values());
            if (slot.parameter->precision().hasMasterWeights()) {
                f(StatePart::MasterWeights, slot.parameter->updated());
            }
            if (slot.state1.rows() != 0) {
                f(StatePart::FirstMoment, slot.state1);
            }
            if (slot.state2.rows() != 0) {
                f(StatePart::SecondMoment, slot.state2);
            }
        }
    };
    // Elements [first, first + count) of one parameter.
    struct Piece {
        Slot& slot;
        std::size_t first;
        std::span<T> weights;
        std::span<T> gradient;
        std::span<T> state1;
        std::span<T> state2;
        std::span<T> scratch;
        const StepContext& context;
    };

    void stepSlot(Slot& slot, const StepContext& context);
    /// Elements [first, last) of the storage, in pieces of at most `most` elements.
    /// @return where the first of them became infinite or NaN
    std::optional<FirstNonFinite> stepRange(Slot& slot, std::size_t first, std::size_t last, std::size_t most,
                                            std::span<T> scratch, const StepContext& context);
    [[nodiscard]] bool dividesByZero(const LayerPrecision<T>& precision) const;
    void clearPadding(const Piece& piece) const;
    [[nodiscard]] std::span<const T> direction(const Piece& piece) const;
    [[nodiscard]] FirstNonFinite explain(const Piece& piece) const;

    void stepPiece(const Piece& piece);
    void stepFusedSgd(const Piece& piece);
    void stepFusedAdam(const Piece& piece);
    void stepStepwiseSgd(const Piece& piece);
    void stepStepwiseAdam(const Piece& piece);
    void storeState(const Piece& piece, kernels::Matrix<T>& state, TensorUse use);
    [[nodiscard]] static bool keepsState(const Piece& piece);
    [[nodiscard]] kernels::AdamFactors<T> adamFactors() const;
    [[nodiscard]] T denominator(const LayerPrecision<T>& precision, T secondMoment) const;

    OptimiserSpec spec_;
    std::vector<Slot> slots_;
    kernels::Matrix<T> scratch_; // for tensors that are not taken piece by piece
    std::vector<T> before_;      // of a piece, for the probe
    bool watch_ = false;
    std::optional<FirstNonFinite> fault_; // of the step
    std::int64_t steps_ = 0;
    kernels::AdamFactors<T> adam_{}; // of the step
};

} // namespace roundoff::nn
