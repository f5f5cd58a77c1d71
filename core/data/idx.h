// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/bounded_read.h"

namespace roundoff::data {

/// The most values the IDX files of a data set may hold here together: 2^28, so 256 MiB, of which EMNIST's digits take
/// 210. A vector that grows to it takes 384 MiB for a moment.
inline constexpr std::uint64_t kMaxIdxValues = std::uint64_t{1} << 28U;

/// An array of unsigned bytes as an IDX file holds it.
///
/// IDX is the format of the MNIST files, described at http://yann.lecun.com/exdb/mnist/ ("The IDX file format"): two
/// zero bytes, the type (8 for unsigned bytes), the number of dimensions, each dimension as a 32-bit big-endian number,
/// then the values in row-major order.
struct IdxArray {
    std::vector<std::uint32_t> dimensions; ///< 1 to 4, each at least 1, slowest first.
    std::vector<std::uint8_t> values;      ///< As many as the product of the dimensions.

    bool operator==(const IdxArray&) const = default;
};

/// Reads an IDX file that is in memory.
/// @param fileName what errors call it.
/// @throws InputError if it is not an IDX file of unsigned bytes with 1 to 4 dimensions, none of them 0, or does not
///         have exactly the length that its header asks for.
[[nodiscard]] IdxArray parseIdx(std::span<const std::byte> bytes, std::string_view fileName);

/// Reads an IDX file, gzipped or not.
///
/// The header is read first, and no more is inflated than it asks for.
/// @param maxValues a header that asks for more values is refused.
/// @throws InputError as parseIdx and FileReader do.
[[nodiscard]] IdxArray readIdx(const std::filesystem::path& path, std::uint64_t maxValues = kMaxIdxValues);

/// The same from a stream of the file's bytes.
[[nodiscard]] IdxArray readIdx(const ReadFunction& file, std::string_view fileName, std::uint64_t maxValues);

/// The SHA-256, as 64 lower-case hexadecimal digits, of the uncompressed IDX file that holds this array. The format has
/// one encoding for an array, so this is the digest of the file that the array was read from.
[[nodiscard]] std::string idxDigest(const IdxArray& array);

} // namespace roundoff::data
