// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_optimiser.h"

#include <algorithm>
#include <cmath>

namespace roundoff::tests {
namespace {

using nn::OptimiserKind;
using nn::Role;
using nn::TensorUse;

// Training updates so many places at a time.
constexpr std::uint64_t kPiece = 1024;

// Rounds what the elementary operations on one weight give, in the format of the tensor that they compute. Of a piece
// of `count` places from `first` on, operation n takes random number 16 * first + n * count + place - first.
template <typename T>
class OperationRounder {
public:
    OperationRounder(const LearnedTensor<T>& parameter, std::size_t i, const StepPlace& place)
        : state_((*parameter.precision)[Role::OptimiserState]), weights_(parameter.precision->updated()),
          stream_(place.stream(parameter.id, TensorUse::Scratch)) {
        const std::uint64_t at = parameter.values.place(i);
        const std::uint64_t first = at / kPiece * kPiece;
        next_ = 16 * first + at - first;
        count_ = std::min(kPiece, parameter.values.places() - first);
    }

    T operator()(T value) { return state_.rounded(value, nextRandom()); }
    [[nodiscard]] T constant(double value) const { return state_.constant(static_cast<T>(value)); }

    /// A weight times a constant is a weight again.
    T decayed(T weight, double factor) {
        return weights_.rounded(weight * weights_.constant(static_cast<T>(factor)), nextRandom());
    }

private:
    std::uint32_t nextRandom() {
        const std::uint64_t number = next_;
        next_ += count_;
        return stream_.at(number);
    }

    const RoleRounding<T>& state_;
    const RoleRounding<T>& weights_;
    format::RandomStream stream_;
    std::uint64_t next_;
    std::uint64_t count_;
};

} // namespace

template <typename T>
OptimiserReference<T>::OptimiserReference(const nn::OptimiserSpec& spec, long steps, const StepPlace& place)
    : spec_(spec), place_(place), rate_(spec.learningRate), correction_(1.0), keep_(1.0) {
    if (spec.kind != OptimiserKind::Sgd) {
        const auto t = static_cast<double>(steps);
        rate_ = spec.learningRate / (1.0 - std::pow(spec.beta1, t));
        correction_ = std::sqrt(1.0 - std::pow(spec.beta2, t));
    }
    if (spec.kind == OptimiserKind::AdamW) {
        keep_ = 1.0 - spec.learningRate * spec.weightDecay;
    }
}

template <typename T>
void OptimiserReference<T>::operator()(LearnedTensor<T>& parameter) const {
    const bool stepwise = parameter.precision->stepwise;
    if (spec_.kind == OptimiserKind::Sgd) {
        stepwise ? stepStepwiseSgd(parameter) : stepFusedSgd(parameter);
    } else {
        stepwise ? stepStepwiseAdam(parameter) : stepFusedAdam(parameter);
    }
    parameter.store(place_);
}

template <typename T>
void OptimiserReference<T>::stepFusedSgd(LearnedTensor<T>& parameter) const {
    const auto decay = static_cast<T>(spec_.weightDecay);
    const auto momentum = static_cast<T>(spec_.momentum);
    std::vector<T>& w = parameter.updated().values;
    std::vector<T>& velocity = parameter.state1.values;
    std::vector<T> direction = parameter.gradient.values;
    for (std::size_t i = 0; i < w.size(); ++i) {
        direction[i] = spec_.weightDecay != 0.0 ? direction[i] + decay * w[i] : direction[i];
    }
    if (spec_.momentum != 0.0) {
        for (std::size_t i = 0; i < w.size(); ++i) {
            velocity[i] = momentum * velocity[i] + direction[i];
        }
        (*parameter.precision)[Role::OptimiserState](parameter.state1, place_.stream(parameter.id, TensorUse::State1));
        direction = velocity;
    }
    for (std::size_t i = 0; i < w.size(); ++i) {
        w[i] -= static_cast<T>(rate_) * direction[i];
    }
}

template <typename T>
void OptimiserReference<T>::stepFusedAdam(LearnedTensor<T>& parameter) const {
    const auto decay = static_cast<T>(spec_.kind == OptimiserKind::Adam ? spec_.weightDecay : 0.0);
    const auto beta1 = static_cast<T>(spec_.beta1);
    const auto beta2 = static_cast<T>(spec_.beta2);
    std::vector<T>& w = parameter.updated().values;
    std::vector<T>& m = parameter.state1.values;
    std::vector<T>& v = parameter.state2.values;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const T given = parameter.gradient.values[i];
        const T g = decay != 0 ? given + decay * w[i] : given;
        m[i] = beta1 * m[i] + (T{1} - beta1) * g;
        v[i] = beta2 * v[i] + (T{1} - beta2) * (g * g);
    }
    const auto& round = (*parameter.precision)[Role::OptimiserState];
    round(parameter.state1, place_.stream(parameter.id, TensorUse::State1));
    round(parameter.state2, place_.stream(parameter.id, TensorUse::State2));
    for (std::size_t i = 0; i < w.size(); ++i) {
        const T denominator = std::sqrt(v[i]) / static_cast<T>(correction_) + static_cast<T>(spec_.epsilon);
        w[i] = w[i] * static_cast<T>(keep_) - static_cast<T>(rate_) * (m[i] / denominator);
    }
}

template <typename T>
void OptimiserReference<T>::stepStepwiseSgd(LearnedTensor<T>& parameter) const {
    Tensor<T>& w = parameter.updated();
    for (std::size_t i = 0; i < w.values.size(); ++i) {
        OperationRounder<T> round(parameter, i, place_);
        T direction = parameter.gradient.values[i];
        if (spec_.weightDecay != 0.0) {
            const T decay = round(w.values[i] * round.constant(spec_.weightDecay));
            direction = round(decay + direction);
        }
        if (spec_.momentum != 0.0) {
            T& velocity = parameter.state1.values[i];
            velocity = round(velocity * round.constant(spec_.momentum));
            velocity = round(velocity + direction);
            direction = velocity;
        }
        w.values[i] -= round(direction * round.constant(rate_));
    }
}

template <typename T>
void OptimiserReference<T>::stepStepwiseAdam(LearnedTensor<T>& parameter) const {
    Tensor<T>& w = parameter.updated();
    for (std::size_t i = 0; i < w.values.size(); ++i) {
        OperationRounder<T> round(parameter, i, place_);
        T g = parameter.gradient.values[i];
        T& m = parameter.state1.values[i];
        T& v = parameter.state2.values[i];
        if (spec_.weightDecay != 0.0 && spec_.kind == OptimiserKind::AdamW) {
            w.values[i] = round.decayed(w.values[i], keep_);
        } else if (spec_.weightDecay != 0.0) {
            const T decay = round(w.values[i] * round.constant(spec_.weightDecay));
            g = round(g + decay);
        }
        m = round(m * round.constant(spec_.beta1));
        const T first = round(g * round.constant(1.0 - spec_.beta1));
        m = round(m + first);
        v = round(v * round.constant(spec_.beta2));
        const T square = round(g * g);
        const T second = round(square * round.constant(1.0 - spec_.beta2));
        v = round(v + second);
        T t = round(std::sqrt(v));
        t = round(t / round.constant(correction_));
        t = round(t + round.constant(spec_.epsilon));
        t = round(m / t);
        t = round(t * round.constant(rate_));
        w.values[i] -= t;
    }
}

template class OptimiserReference<float>;
template class OptimiserReference<double>;

} // namespace roundoff::tests
