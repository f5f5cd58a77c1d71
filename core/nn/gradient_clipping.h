// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/nn/parameter.h"
#include "core/nn/specs.h"
#include "core/nn/telemetry.h"

namespace roundoff::nn {

/// What clipping saw and did in one step.
struct ClippingOutcome {
    double norm = 0.0;            ///< Global norm before clipping: the norm of the norms of the tensors.
    double clippedFraction = 0.0; ///< Of the elements, for clipping by value; 0 or 1 for clipping by norm.
};

/// Clips the gradients as torch.nn.utils.clip_grad_norm_ (all times min(1, threshold / (norm + 1e-6))) and
/// clip_grad_value_ (each into
/// +-threshold) do, and rounds the result to the format that the gradients are kept in.
template <typename T>
ClippingOutcome clipGradients(const ClippingSpec& spec, std::span<Parameter<T>* const> parameters,
                              const StepContext& context);

/// Rounds a gradient that is unscaled or clipped to where it is kept: in the master weights' format if there are any,
/// since that is what it will be added to, else in the gradients'.
template <typename T>
void storeUnscaledGradient(Parameter<T>& parameter, TensorOperation operation, TensorUse use,
                           const StepContext& context);

} // namespace roundoff::nn
