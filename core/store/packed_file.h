// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/deploy/packed_weights.h"
#include "core/nn/weights.h"

namespace roundoff::store {

/// Packed weights as a safetensors file, which any reader of that format opens: one U8 tensor `codes`, and all that is
/// needed to unpack it as texts in `__metadata__`:
///
///     packed_weights  1, the version of this layout
///     number_format   DEC3
///     base, exponent  10 and -3: a weight is significand * base^exponent; of decimals, fixed point and integers only
///     container       F32 or F64: the precision that this product is rounded to
///     bits            width of a code
///     lowest, highest, negative_zero
///                     of decimals: code 0 is the lowest significand; `true` if code highest - lowest + 1 is a -0
///     tensors         names and shapes in the order of the codes: [{"name":"layer1.weight","shape":[128,784]},...]
///     sha256          of the texts above, each with a line feed after it, and the codes
[[nodiscard]] std::string toPackedFile(const deploy::PackedWeights& packed);

/// Reads such a file back. Nothing is reserved on the word of the file: its codes are as many as its shapes say.
/// @param source  the file's name, for messages
/// @throws InputError if anything is not as described, the digest included
[[nodiscard]] deploy::PackedWeights fromPackedFile(std::string_view bytes, std::string_view source);

/// @throws InputError if it cannot be written
void writePackedFile(const std::filesystem::path& file, const deploy::PackedWeights& packed);
[[nodiscard]] deploy::PackedWeights readPackedFile(const std::filesystem::path& file);

/// The weights of a packed file.
[[nodiscard]] nn::WeightSnapshot readPackedWeights(const std::filesystem::path& file);

/// The weights of a safetensors file, unpacked if they are packed.
[[nodiscard]] nn::WeightSnapshot readWeights(const std::filesystem::path& file);

} // namespace roundoff::store
