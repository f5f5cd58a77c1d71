// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/format/tensor_format.h"
#include "core/nn/weights.h"

namespace roundoff::deploy {

/// Rounds weights to a format whose values share scales, tensor by tensor; biases are tensors like the others, one row
/// each. In a container of floats the products of codes and scales are rounded to FP32 once more, as an FP32 network
/// would unpack them.
/// @param format  no scalar one
/// @param seed  of stochastic rounding
void roundToSharedScales(const format::TensorFormat& format, format::Rounding rounding, std::uint64_t seed,
                         nn::WeightSnapshot& weights);

/// Bits that all tensors take in a format whose values share scales: codes, scales and zero points.
/// @param format  no scalar one
[[nodiscard]] std::size_t storedBits(const format::TensorFormat& format, const nn::WeightSnapshot& weights);

} // namespace roundoff::deploy
