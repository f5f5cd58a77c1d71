// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/optimiser.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <utility>

#include "core/base/error.h"
#include "core/kernels/elementwise.h"
#include "core/kernels/reduce.h"
#include "core/nn/state_tensor.h"
#include "core/nn/store_tensor.h"
#include "core/nn/stepwise_operations.h"

namespace roundoff::nn {
namespace {

using kernels::Operation;

// Four spans of this many elements stay in the first-level cache between the sweeps of one update. It numbers the
// random bits of stepwise arithmetic, and so is part of the results.
constexpr std::size_t kPiece = 1024;
// Pieces that are worth another thread's while.
constexpr std::size_t kSharedPieces = 8;

} // namespace

template <typename T>
Optimiser<T>::Optimiser(const OptimiserSpec& spec, std::vector<Parameter<T>*> parameters) : spec_(spec) {
    const bool adam = spec.kind != OptimiserKind::Sgd;
    std::size_t scratch = 0;
    for (Parameter<T>* parameter : parameters) {
        const auto& values = parameter->values();
        const auto empty = [&values](bool needed) {
            return needed ? kernels::Matrix<T>(values.rows(), values.cols()) : kernels::Matrix<T>();
        };
        slots_.push_back({parameter, empty(adam || spec.momentum != 0.0), empty(adam)});
        if (!parameter->roundsByNumber()) {
            scratch = std::max(scratch, values.storage().size());
        }
    }
    if (scratch > 0) {
        scratch_ = kernels::Matrix<T>(1, scratch);
    }
}

template <typename T>
std::optional<FirstNonFinite> Optimiser<T>::step(const StepContext& context) {
    ++steps_;
    fault_.reset();
    if (spec_.kind != OptimiserKind::Sgd) {
        adam_ = adamFactors();
    }
    for (Slot& slot : slots_) {
        stepSlot(slot, context);
    }
    return fault_;
}

template <typename T>
void Optimiser<T>::save(TrainerState& state) const {
    state.optimiserSteps = steps_;
    for (const Slot& slot : slots_) {
        Slot::forEachPart(slot, [&](StatePart part, const kernels::Matrix<T>& matrix) {
            state.tensors.push_back(makeStateTensor<T>(slot.parameter->name(), part, matrix));
        });
    }
}

template <typename T>
void Optimiser<T>::restore(const TrainerState& state) {
    auto next = state.tensors.begin();
    for (Slot& slot : slots_) {
        Slot::forEachPart(slot, [&](StatePart part, kernels::Matrix<T>& matrix) {
            if (next == state.tensors.end() || next->parameter != slot.parameter->name() || next->part != part) {
                throw InputError("the state of " + slot.parameter->name() + " is missing; run it from the beginning");
            }
            restoreStateTensor<T>(*next, matrix);
            ++next;
        });
    }
    if (next != state.tensors.end()) {
        throw InputError("the state holds " + next->parameter +
                         ", which this network or its optimiser does not have; run it from the beginning");
    }
    steps_ = state.optimiserSteps;
}

template <typename T>
void Optimiser<T>::stepSlot(Slot& slot, const StepContext& context) {
    const std::size_t size = slot.parameter->updated().storage().size();
    if (!slot.parameter->roundsByNumber()) {
        const auto fault = stepRange(slot, 0, size, std::max<std::size_t>(size, 1), scratch_.storage(), context);
        fault_ = fault_ ? fault_ : fault;
        return;
    }
    std::mutex mutex;
    std::size_t earliest = size;
    std::optional<FirstNonFinite> found;
    // A probe looks at one piece after the other.
    kernels::ThreadTeam* const team = context.probe == nullptr ? context.team : nullptr;
    kernels::divide(team, size, kSharedPieces * kPiece, [&](std::size_t first, std::size_t last) {
        alignas(kernels::kRowAlignment) std::array<T, kPiece> scratch;
        const auto fault = stepRange(slot, first, last, kPiece, scratch, context);
        if (fault) {
            const std::lock_guard lock(mutex);
            if (first < earliest) {
                earliest = first;
                found = fault;
            }
        }
    });
    fault_ = fault_ ? fault_ : found;
}

template <typename T>
std::optional<FirstNonFinite> Optimiser<T>::stepRange(Slot& slot, std::size_t first, std::size_t last, std::size_t most,
                                                      std::span<T> scratch, const StepContext& context) {
    const std::span<T> weights = slot.parameter->updated().storage();
    const bool paddingIsLost = dividesByZero(slot.parameter->precision());
    std::optional<FirstNonFinite> fault;
    const auto part = [](std::span<T> all, std::size_t begin, std::size_t count) {
        return all.empty() ? all : all.subspan(begin, count);
    };
    for (; first < last; first += most) {
        const std::size_t count = std::min(most, last - first);
        const Piece piece{slot,
                          first,
                          weights.subspan(first, count),
                          slot.parameter->gradient().storage().subspan(first, count),
                          part(slot.state1.storage(), first, count),
                          part(slot.state2.storage(), first, count),
                          scratch.first(count),
                          context};
        if (context.probe != nullptr) {
            before_.assign(piece.weights.begin(), piece.weights.end());
        }
        stepPiece(piece);
        if (paddingIsLost) {
            clearPadding(piece);
        }
        slot.parameter->storeUpdated(first, count, context);
        if (context.probe != nullptr) {
            context.probe->seeUpdate<T>(slot.parameter->precision().layer(), direction(piece), before_, piece.weights);
        }
        if (watch_ && !fault && !kernels::allFinite<T>(piece.weights)) {
            fault = explain(piece);
        }
    }
    return fault;
}

// Whether 0 / 0 is what the padding comes to: epsilon, or the correction of the second moment, is 0.
template <typename T>
bool Optimiser<T>::dividesByZero(const LayerPrecision<T>& precision) const {
    return spec_.kind != OptimiserKind::Sgd && !(denominator(precision, T{0}) > T{0});
}

template <typename T>
void Optimiser<T>::clearPadding(const Piece& piece) const {
    const kernels::Matrix<T>& matrix = piece.slot.parameter->values();
    for (std::size_t i = 0; i < piece.weights.size(); ++i) {
        if ((piece.first + i) % matrix.stride() >= matrix.cols()) {
            piece.weights[i] = T{0};
        }
    }
}

// What is zero where the step is zero, apart from decay.
template <typename T>
std::span<const T> Optimiser<T>::direction(const Piece& piece) const {
    return piece.state1.empty() ? piece.gradient : piece.state1;
}

// Why the first weight of a piece that is not finite is none: from what stands in its place in the other tensors.
template <typename T>
FirstNonFinite Optimiser<T>::explain(const Piece& piece) const {
    const auto found = std::find_if(piece.weights.begin(), piece.weights.end(), [](T w) { return !std::isfinite(w); });
    const auto at = static_cast<std::size_t>(found - piece.weights.begin());
    const LayerPrecision<T>& precision = piece.slot.parameter->precision();
    const auto isFinite = [at](std::span<const T> values) { return values.empty() || std::isfinite(values[at]); };
    FirstNonFinite fault;
    fault.layer = precision.layer();
    fault.nan = std::isnan(*found);
    if (!isFinite(piece.gradient)) {
        fault.role = Role::Gradients;
        fault.operation = TensorOperation::WeightGradient;
    } else if (!isFinite(piece.state1) || !isFinite(piece.state2)) {
        const bool second = isFinite(piece.state1);
        fault.role = Role::OptimiserState;
        fault.operation = second ? TensorOperation::SecondMoment : TensorOperation::FirstMoment;
        fault.nan = std::isnan(second ? piece.state2[at] : piece.state1[at]);
        fault.rounding = !fault.nan && !precision[Role::OptimiserState].isIdentity();
    } else if (!piece.state2.empty() && !(denominator(precision, piece.state2[at]) > T{0})) {
        fault.role = Role::OptimiserState;
        fault.operation = TensorOperation::Division;
        fault.nan = std::isnan(piece.weights[at]); // 0 / 0
    } else {
        const Role updated = precision.hasMasterWeights() ? Role::MasterWeights : Role::Weights;
        fault.role = updated;
        fault.operation = TensorOperation::Update;
        fault.rounding = !fault.nan && !precision[updated].isIdentity();
    }
    return fault;
}

// What Adam divides by, as the arithmetic of the policy has it.
template <typename T>
T Optimiser<T>::denominator(const LayerPrecision<T>& precision, T secondMoment) const {
    const auto correction = static_cast<T>(std::sqrt(1.0 - std::pow(spec_.beta2, static_cast<double>(steps_))));
    const auto epsilon = static_cast<T>(spec_.epsilon);
    if (!precision.stepwise()) {
        return std::sqrt(secondMoment) / correction + epsilon;
    }
    const auto& round = precision[Role::OptimiserState].scalar();
    const T root = round.nearest(std::sqrt(secondMoment));
    return round.nearest(round.nearest(root / round.nearest(correction)) + round.nearest(epsilon));
}

template <typename T>
void Optimiser<T>::stepPiece(const Piece& piece) {
    const bool stepwise = piece.slot.parameter->precision().stepwise();
    if (spec_.kind == OptimiserKind::Sgd) {
        stepwise ? stepStepwiseSgd(piece) : stepFusedSgd(piece);
    } else {
        stepwise ? stepStepwiseAdam(piece) : stepFusedAdam(piece);
    }
}

// Whether the state is kept as it is computed, with nobody looking: then the weights can be updated in the same sweep.
template <typename T>
bool Optimiser<T>::keepsState(const Piece& piece) {
    return piece.context.probe == nullptr && piece.slot.parameter->precision()[Role::OptimiserState].isIdentity();
}

template <typename T>
void Optimiser<T>::storeState(const Piece& piece, kernels::Matrix<T>& state, TensorUse use) {
    const Parameter<T>& parameter = *piece.slot.parameter;
    const StoredTensor tensor{Role::OptimiserState,
                              use == TensorUse::State1 ? TensorOperation::FirstMoment : TensorOperation::SecondMoment,
                              tensorId(parameter.id(), use), parameter.channels()};
    if (parameter.roundsByNumber()) {
        storePiece<T>(parameter.precision(), tensor, state.view(), piece.first, piece.weights.size(), piece.context);
    } else {
        storeTensor<T>(parameter.precision(), tensor, state.view(), piece.context);
    }
}

template <typename T>
void Optimiser<T>::stepFusedSgd(const Piece& piece) {
    std::span<const T> direction = piece.gradient;
    if (spec_.weightDecay != 0.0) {
        kernels::addDecay<T>(piece.gradient, piece.weights, static_cast<T>(spec_.weightDecay), piece.scratch);
        direction = piece.scratch;
    }
    if (spec_.momentum != 0.0 && keepsState(piece)) {
        kernels::stepMomentum<T>(direction, static_cast<T>(spec_.momentum), static_cast<T>(spec_.learningRate),
                                 piece.state1, piece.weights);
        return;
    }
    if (spec_.momentum != 0.0) {
        kernels::accumulateMomentum<T>(direction, static_cast<T>(spec_.momentum), piece.state1);
        storeState(piece, piece.slot.state1, TensorUse::State1);
        direction = piece.state1;
    }
    kernels::descend<T>(direction, static_cast<T>(spec_.learningRate), piece.weights);
}

template <typename T>
void Optimiser<T>::stepFusedAdam(const Piece& piece) {
    std::span<const T> gradient = piece.gradient;
    const bool decoupled = spec_.kind == OptimiserKind::AdamW;
    if (!decoupled && spec_.weightDecay != 0.0) {
        kernels::addDecay<T>(piece.gradient, piece.weights, static_cast<T>(spec_.weightDecay), piece.scratch);
        gradient = piece.scratch;
    }
    if (keepsState(piece)) {
        kernels::stepAdam<T>(gradient, adam_, piece.state1, piece.state2, piece.weights);
        return;
    }
    kernels::accumulateMoments<T>(gradient, adam_, piece.state1, piece.state2);
    storeState(piece, piece.slot.state1, TensorUse::State1);
    storeState(piece, piece.slot.state2, TensorUse::State2);
    kernels::descendAdam<T>(piece.state1, piece.state2, adam_, piece.weights);
}

template <typename T>
kernels::AdamFactors<T> Optimiser<T>::adamFactors() const {
    const auto t = static_cast<double>(steps_);
    const bool decoupled = spec_.kind == OptimiserKind::AdamW;
    return {.beta1 = static_cast<T>(spec_.beta1),
            .beta2 = static_cast<T>(spec_.beta2),
            .rate = static_cast<T>(spec_.learningRate / (1.0 - std::pow(spec_.beta1, t))),
            .correction = static_cast<T>(std::sqrt(1.0 - std::pow(spec_.beta2, t))),
            .epsilon = static_cast<T>(spec_.epsilon),
            .keep = static_cast<T>(decoupled ? 1.0 - spec_.learningRate * spec_.weightDecay : 1.0)};
}

template <typename T>
void Optimiser<T>::stepStepwiseSgd(const Piece& piece) {
    StepwiseOperations<T> state(*piece.slot.parameter, piece.first, piece.context);
    std::span<const T> direction = piece.gradient;
    if (spec_.weightDecay != 0.0) {
        state(Operation::Multiply, piece.weights, state.constant(spec_.weightDecay), piece.scratch);
        state(Operation::Add, piece.scratch, piece.gradient, piece.scratch);
        direction = piece.scratch;
    }
    if (spec_.momentum != 0.0) {
        state(Operation::Multiply, piece.state1, state.constant(spec_.momentum), piece.state1);
        state.store(TensorOperation::FirstMoment, piece.state1, direction, piece.state1);
        direction = piece.state1;
    }
    state(Operation::Multiply, direction, state.constant(spec_.learningRate), piece.scratch);
    kernels::apply<T>(Operation::Subtract, piece.weights, std::span<const T>(piece.scratch), piece.weights);
}

template <typename T>
void Optimiser<T>::stepStepwiseAdam(const Piece& piece) {
    StepwiseOperations<T> state(*piece.slot.parameter, piece.first, piece.context);
    const std::span<T> t = piece.scratch;
    // The gradients are not needed after this step: decay is added where they are.
    const std::span<T> gradient = piece.gradient;
    const bool decoupled = spec_.kind == OptimiserKind::AdamW;
    if (spec_.weightDecay != 0.0) {
        if (decoupled) {
            state.scaleWeights(piece.weights, 1.0 - spec_.learningRate * spec_.weightDecay);
        } else {
            state(Operation::Multiply, piece.weights, state.constant(spec_.weightDecay), t);
            state(Operation::Add, gradient, t, gradient);
        }
    }
    state(Operation::Multiply, piece.state1, state.constant(spec_.beta1), piece.state1);
    state(Operation::Multiply, gradient, state.constant(1.0 - spec_.beta1), t);
    state.store(TensorOperation::FirstMoment, piece.state1, t, piece.state1);

    state(Operation::Multiply, piece.state2, state.constant(spec_.beta2), piece.state2);
    state(Operation::Multiply, gradient, gradient, t);
    state(Operation::Multiply, t, state.constant(1.0 - spec_.beta2), t);
    state.store(TensorOperation::SecondMoment, piece.state2, t, piece.state2);

    const auto steps = static_cast<double>(steps_);
    std::copy(piece.state2.begin(), piece.state2.end(), t.begin());
    state.squareRoot(t);
    state(Operation::Divide, t, state.constant(std::sqrt(1.0 - std::pow(spec_.beta2, steps))), t);
    state(Operation::Add, t, state.constant(spec_.epsilon), t);
    state(Operation::Divide, piece.state1, t, t);
    state(Operation::Multiply, t, state.constant(spec_.learningRate / (1.0 - std::pow(spec_.beta1, steps))), t);
    kernels::apply<T>(Operation::Subtract, piece.weights, std::span<const T>(t), piece.weights);
}

template class Optimiser<float>;
template class Optimiser<double>;

} // namespace roundoff::nn
