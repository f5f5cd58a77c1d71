// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roundoff::store {

/// The most bytes that reading a file of weights may take of memory, and so that its tensors may have.
inline constexpr std::size_t kMaxSafetensorsBytes = 512'000'000;

/// The most bytes that a header may have. Those of networks here have some thousand; the reference implementation
/// stops at 100 million, which in memory would be twenty times as much.
inline constexpr std::size_t kMaxHeaderBytes = std::size_t{4} << 20U;

/// A type of numbers in a safetensors file: "F32" has 4 bytes.
struct Dtype {
    std::string_view name;
    std::size_t bytes = 0;
};

/// One tensor of a file; its bytes are data[begin] to data[end - 1].
struct SafetensorsEntry {
    std::string name;
    std::string dtype;
    std::vector<std::size_t> shape;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The texts of a file's `__metadata__`, by key; all else in there is left out.
using SafetensorsMetadata = std::map<std::string, std::string, std::less<>>;

/// What a file says of its tensors, checked: shapes fit their bytes, and those follow each other without overlaps and
/// gaps up to the file's end.
struct SafetensorsHeader {
    SafetensorsMetadata metadata;
    std::vector<SafetensorsEntry> tensors; ///< In the order of their bytes.
    std::string_view data;                 ///< The bytes after the header, a part of those that were read.
};

/// The first bytes of a file: its head and perhaps more.
/// @throws InputError if it cannot be read
[[nodiscard]] std::string readSafetensorsStart(const std::filesystem::path& file);

/// The bytes of a file, after its header was found to speak of exactly as many as there are: what is no such file, is
/// cut or too large is refused without reading all of it.
/// @throws InputError if it cannot be read, or its header is not as the format says
[[nodiscard]] std::string readSafetensorsBytes(const std::filesystem::path& file, std::size_t maxBytes);

/// The head of a file on disk, which says exactly as many bytes as there are; its `data` are left there.
/// @param start  its first bytes
/// @param[out] dataBegin  where they begin
/// @throws InputError as below
[[nodiscard]] SafetensorsHeader readSafetensorsHead(const std::filesystem::path& file, std::string_view start,
                                                    std::span<const Dtype> dtypes, std::uint64_t& dataBegin);

/// Reads the head of a file: 8 bytes of header length, little-endian; a JSON object of names with dtype, shape and
/// data_offsets.
/// @param source  a file's name, for messages
/// @param dtypes  those that the caller can read
/// @throws InputError if anything is not as the format says, or a tensor has another dtype
[[nodiscard]] SafetensorsHeader readSafetensorsHeader(std::string_view bytes, std::string_view source,
                                                      std::span<const Dtype> dtypes);

/// The metadata alone; the tensors are not looked at.
/// @throws InputError if the file has no header
[[nodiscard]] SafetensorsMetadata readSafetensorsMetadata(std::string_view bytes, std::string_view source);

/// The head of a file with these tensors, up to where their bytes begin. They begin at a multiple of 8.
/// @param metadata  in this order; left out if there is none
[[nodiscard]] std::string writeSafetensorsHeader(std::span<const std::pair<std::string, std::string>> metadata,
                                                 std::span<const SafetensorsEntry> tensors);

/// Adds the low bytes of a number, the lowest first.
void appendLittleEndian(std::string& out, std::uint64_t value, std::size_t bytes);

/// The number of which these are the low bytes, at most 8.
[[nodiscard]] std::uint64_t readLittleEndian(std::string_view bytes);

} // namespace roundoff::store
