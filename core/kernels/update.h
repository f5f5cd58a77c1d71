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
template <typename T>
void accumulateMomentum(std::span<const T> gradient, T momentum, std::span<T> velocity);

/// weights -= rate * direction
template <typename T>
void descend(std::span<const T> direction, T rate, std::span<T> weights);

/// moment1 = beta1 * moment1 + (1 - beta1) * g and moment2 = beta2 * moment2 + (1 - beta2) * g^2
/// (Kingma, Ba: Adam: a method for stochastic optimization, ICLR 2015, algorithm 1).
template <typename T>
void accumulateMoments(std::span<const T> gradient, T beta1, T beta2, std::span<T> moment1, std::span<T> moment2);

/// weights = weights * keep - rate * moment1 / (sqrt(moment2) / correction + epsilon)
/// @param rate  the learning rate over 1 - beta1^t
/// @param correction  sqrt(1 - beta2^t)
/// @param keep  1 - learningRate * weightDecay for AdamW (Loshchilov, Hutter: Decoupled weight decay regularization,
/// ICLR
///              2019), 1 for Adam
template <typename T>
void descendAdam(std::span<const T> moment1, std::span<const T> moment2, T rate, T correction, T epsilon, T keep,
                 std::span<T> weights);

} // namespace roundoff::kernels
