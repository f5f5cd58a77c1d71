// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/optimiser.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/kernels/elementwise.h"
#include "core/kernels/update.h"

namespace roundoff::nn {
namespace {

using kernels::Operation;

// Four spans of this many elements stay in the first-level cache between the sweeps of one update.
constexpr std::size_t kPiece = 1024;

} // namespace

template <typename T>
Optimiser<T>::Optimiser(const OptimiserSpec& spec, std::vector<Parameter<T>*> parameters)
    : spec_(spec), scratch_(1, kPiece) {
    const bool adam = spec.kind != OptimiserKind::Sgd;
    for (Parameter<T>* parameter : parameters) {
        const auto& values = parameter->values();
        const auto empty = [&values](bool needed) {
            return needed ? kernels::Matrix<T>(values.rows(), values.cols()) : kernels::Matrix<T>();
        };
        slots_.push_back({parameter, empty(adam || spec.momentum != 0.0), empty(adam)});
    }
}

template <typename T>
void Optimiser<T>::step(const StepKey& key) {
    ++steps_;
    for (Slot& slot : slots_) {
        const std::span<T> weights = slot.parameter->updated().storage();
        const auto part = [](std::span<T> all, std::size_t first, std::size_t count) {
            return all.empty() ? all : all.subspan(first, count);
        };
        for (std::size_t first = 0; first < weights.size(); first += kPiece) {
            const std::size_t count = std::min(kPiece, weights.size() - first);
            stepPiece({slot, first, weights.subspan(first, count),
                       slot.parameter->gradient().storage().subspan(first, count),
                       part(slot.state1.storage(), first, count), part(slot.state2.storage(), first, count),
                       scratch_.storage().first(count), key});
            slot.parameter->storeUpdated(first, count, key);
        }
    }
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

template <typename T>
void Optimiser<T>::roundState(const Piece& piece, std::span<T> state, TensorUse use) {
    piece.slot.parameter->precision()[Role::OptimiserState](
        state, roundingStream(piece.key, tensorId(piece.slot.parameter->id(), use)), piece.first);
}

template <typename T>
void Optimiser<T>::stepFusedSgd(const Piece& piece) {
    std::span<const T> direction = piece.gradient;
    if (spec_.weightDecay != 0.0) {
        kernels::addDecay<T>(piece.gradient, piece.weights, static_cast<T>(spec_.weightDecay), piece.scratch);
        direction = piece.scratch;
    }
    if (spec_.momentum != 0.0) {
        kernels::accumulateMomentum<T>(direction, static_cast<T>(spec_.momentum), piece.state1);
        roundState(piece, piece.state1, TensorUse::State1);
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
    kernels::accumulateMoments<T>(gradient, static_cast<T>(spec_.beta1), static_cast<T>(spec_.beta2), piece.state1,
                                  piece.state2);
    roundState(piece, piece.state1, TensorUse::State1);
    roundState(piece, piece.state2, TensorUse::State2);
    const auto t = static_cast<double>(steps_);
    const double rate = spec_.learningRate / (1.0 - std::pow(spec_.beta1, t));
    const double correction = std::sqrt(1.0 - std::pow(spec_.beta2, t));
    const double keep = decoupled ? 1.0 - spec_.learningRate * spec_.weightDecay : 1.0;
    kernels::descendAdam<T>(piece.state1, piece.state2, static_cast<T>(rate), static_cast<T>(correction),
                            static_cast<T>(spec_.epsilon), static_cast<T>(keep), piece.weights);
}

namespace {

// Elementary operations, each followed by a rounding, on pieces of one parameter.
template <typename T>
class Stepwise {
public:
    Stepwise(const kernels::SpanQuantiser<T>& quantiser, const StepKey& key, std::uint32_t tensor, std::size_t first)
        : quantiser_(quantiser), stream_(roundingStream(key, tensor)), drawn_(first << kOperationBits) {}

    /// A constant as the format holds it.
    [[nodiscard]] T constant(double value) const { return quantiser_.nearest(static_cast<T>(value)); }

    template <typename B>
    void operator()(Operation op, std::span<const T> a, B b, std::span<T> out) {
        if constexpr (std::is_same_v<B, T>) {
            kernels::apply<T>(op, a, b, out);
        } else {
            kernels::apply<T>(op, a, std::span<const T>(b), out);
        }
        round(out);
    }

    void squareRoot(std::span<T> x) {
        kernels::apply<T>(kernels::Function::SquareRoot, x);
        round(x);
    }

private:
    static constexpr unsigned kOperationBits = 4; // Up to 16 roundings of each element in one step.

    void round(std::span<T> x) {
        quantiser_(x, stream_, drawn_);
        drawn_ += x.size();
    }

    const kernels::SpanQuantiser<T>& quantiser_;
    format::RandomStream stream_;
    std::uint64_t drawn_;
};

} // namespace

template <typename T>
void Optimiser<T>::stepStepwiseSgd(const Piece& piece) {
    const auto& parameter = *piece.slot.parameter;
    Stepwise<T> state(parameter.precision()[Role::OptimiserState], piece.key,
                      tensorId(parameter.id(), TensorUse::Scratch), piece.first);
    std::span<const T> direction = piece.gradient;
    if (spec_.weightDecay != 0.0) {
        state(Operation::Multiply, piece.weights, state.constant(spec_.weightDecay), piece.scratch);
        state(Operation::Add, piece.scratch, piece.gradient, piece.scratch);
        direction = piece.scratch;
    }
    if (spec_.momentum != 0.0) {
        state(Operation::Multiply, piece.state1, state.constant(spec_.momentum), piece.state1);
        state(Operation::Add, piece.state1, direction, piece.state1);
        direction = piece.state1;
    }
    state(Operation::Multiply, direction, state.constant(spec_.learningRate), piece.scratch);
    kernels::apply<T>(Operation::Subtract, piece.weights, std::span<const T>(piece.scratch), piece.weights);
}

template <typename T>
void Optimiser<T>::stepStepwiseAdam(const Piece& piece) {
    const auto& parameter = *piece.slot.parameter;
    Stepwise<T> state(parameter.precision()[Role::OptimiserState], piece.key,
                      tensorId(parameter.id(), TensorUse::Scratch), piece.first);
    const std::span<T> t = piece.scratch;
    // The gradients are not needed after this step: decay is added where they are.
    const std::span<T> gradient = piece.gradient;
    const bool decoupled = spec_.kind == OptimiserKind::AdamW;
    if (spec_.weightDecay != 0.0) {
        if (decoupled) {
            state(Operation::Multiply, piece.weights, state.constant(1.0 - spec_.learningRate * spec_.weightDecay),
                  piece.weights);
        } else {
            state(Operation::Multiply, piece.weights, state.constant(spec_.weightDecay), t);
            state(Operation::Add, gradient, t, gradient);
        }
    }
    state(Operation::Multiply, piece.state1, state.constant(spec_.beta1), piece.state1);
    state(Operation::Multiply, gradient, state.constant(1.0 - spec_.beta1), t);
    state(Operation::Add, piece.state1, t, piece.state1);

    state(Operation::Multiply, piece.state2, state.constant(spec_.beta2), piece.state2);
    state(Operation::Multiply, gradient, gradient, t);
    state(Operation::Multiply, t, state.constant(1.0 - spec_.beta2), t);
    state(Operation::Add, piece.state2, t, piece.state2);

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
