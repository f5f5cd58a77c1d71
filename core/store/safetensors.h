// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/nn/weights.h"

namespace roundoff::store {

/// The safetensors format (version 0.x): 8 bytes of header length, little-endian; a JSON header of names with dtype,
/// shape and data_offsets; the tensors' bytes, little-endian. Weights from a double container are written as F64, all
/// others as F32.
[[nodiscard]] std::string toSafetensors(const nn::WeightSnapshot& weights);

/// The most values that are read, which is known before any is: as doubles they stay within `kMaxSafetensorsBytes`.
inline constexpr std::size_t kMaxSafetensorsValues = 50'000'000;

/// Reads tensors of dtype F64, F32, F16 or BF16, in the order of their offsets; each becomes doubles.
/// @param source  a file's name, for messages
/// @throws InputError if anything is not as the format says: lengths, offsets that overlap or leave gaps, shapes that
/// do not
///         fit the bytes, an unknown dtype
[[nodiscard]] nn::WeightSnapshot fromSafetensors(std::string_view bytes, std::string_view source);

/// The same of a file, tensor by tensor: it takes no more memory than its values do.
[[nodiscard]] nn::WeightSnapshot readSafetensors(const std::filesystem::path& file);
/// @param start  its first bytes, with all of the head
[[nodiscard]] nn::WeightSnapshot readSafetensors(const std::filesystem::path& file, std::string_view start);

} // namespace roundoff::store
