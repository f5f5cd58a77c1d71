// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/nn/parameter.h"

namespace roundoff::nn {

/// Kaiming-uniform start with a = sqrt(5), as PyTorch's linear layers have it: every weight and bias is uniform in
/// +-1 / sqrt(fan-in), fan-in being the inputs of the layer (He et al.: Delving deep into rectifiers, ICCV 2015).
/// @param weightAndBias  of one layer: a weight [outputs, inputs], then a bias [outputs]
template <typename T>
void initialiseKaimingUniform(std::span<Parameter<T>> weightAndBias, std::uint64_t seed);

} // namespace roundoff::nn
