// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/nn/parameter.h"
#include "core/nn/specs.h"

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
    void step(const StepKey& key);

private:
    struct Slot {
        Parameter<T>* parameter;
        kernels::Matrix<T> state1; ///< Velocity, or first moment.
        kernels::Matrix<T> state2; ///< Second moment.
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
        const StepKey& key;
    };

    void stepPiece(const Piece& piece);
    void stepFusedSgd(const Piece& piece);
    void stepFusedAdam(const Piece& piece);
    void stepStepwiseSgd(const Piece& piece);
    void stepStepwiseAdam(const Piece& piece);
    void roundState(const Piece& piece, std::span<T> state, TensorUse use);

    OptimiserSpec spec_;
    std::vector<Slot> slots_;
    kernels::Matrix<T> scratch_;
    long steps_ = 0;
};

} // namespace roundoff::nn
