// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace roundoff::store {

/// The bytes of a file.
/// @throws InputError if it is missing, no regular file, unreadable or larger than `maxBytes`
[[nodiscard]] std::string readFile(const std::filesystem::path& file, std::size_t maxBytes);

/// The first bytes of a file, or all if it has no more.
/// @throws InputError if it is missing, no regular file or unreadable
[[nodiscard]] std::string readStart(const std::filesystem::path& file, std::size_t bytes);

/// How many bytes a file has.
/// @throws InputError if it is missing or no regular file
[[nodiscard]] std::uintmax_t fileSize(const std::filesystem::path& file);

/// Writes a file beside its place and renames it there, so that the place holds the old bytes or the new ones, never
/// some. It is on the disk when this returns.
/// @throws InputError that names the file and the system's reason
void writeFile(const std::filesystem::path& file, std::span<const std::byte> bytes);
void writeFile(const std::filesystem::path& file, std::string_view text);

/// Makes a folder with its parents, or finds it there.
/// @throws InputError if it cannot be made or written to
void makeFolder(const std::filesystem::path& folder);

} // namespace roundoff::store
