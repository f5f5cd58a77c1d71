// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace roundoff::kernels {

// The steps of the optimisers in the container T (float or double), split where a value is stored: a caller that keeps
// its state in a narrower format rounds between them. Products and sums are not fused. Spans of one call have equal
// sizes.

/// out = gradient + decay * weights (L2 regularisation as in torch.optim.SGD and Adam).
template <typename T>
void addDecay(std::span<const T> gradient, std::span<const T> weights, T decay, std::span<T> out);

/// velocity = momentum * velocity + gradient
/// @param momentum  in [0, 1]
template <typename T>
void accumulateMomentum(std::span<const T> gradient, T momentum, std::span<T> velocity);

/// weights -= rate * direction
template <typename T>
void descend(std::span<const T> direction, T rate, std::span<T> weights);

/// Momentum and descent in one go, for a velocity that is not rounded between them: the bits are those of both calls.
template <typename T>
void stepMomentum(std::span<const T> gradient, T momentum, T rate, std::span<T> velocity, std::span<T> weights);

/// What Adam multiplies and divides by in one step.
template <typename T>
struct AdamFactors {
    T beta1; ///< In [0, 1], as beta2 is.
    T beta2;
    T rate;       ///< The learning rate over 1 - beta1^t.
    T correction; ///< sqrt(1 - beta2^t)
    T epsilon;
    T keep; ///< 1 - learningRate * weightDecay for AdamW (Loshchilov, Hutter: Decoupled weight decay regularization,
            ///< ICLR 2019), 1 for Adam.
};

/// moment1 = beta1 * moment1 + (1 - beta1) * g and moment2 = beta2 * moment2 + (1 - beta2) * g^2
/// (Kingma, Ba: Adam: a method for stochastic optimization, ICLR 2015, algorithm 1).
template <typename T>
void accumulateMoments(std::span<const T> gradient, const AdamFactors<T>& factors, std::span<T> moment1,
                       std::span<T> moment2);

/// weights = weights * keep - rate * moment1 / (sqrt(moment2) / correction + epsilon)
template <typename T>
void descendAdam(std::span<const T> moment1, std::span<const T> moment2, const AdamFactors<T>& factors,
                 std::span<T> weights);

/// Moments and descent in one go, for moments that are not rounded between them: the bits are those of both calls.
template <typename T>
void stepAdam(std::span<const T> gradient, const AdamFactors<T>& factors, std::span<T> moment1, std::span<T> moment2,
              std::span<T> weights);

} // namespace roundoff::kernels
