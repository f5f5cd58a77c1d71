// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace roundoff::store {

/// The bytes of a file.
/// @throws InputError if it is missing, no file, unreadable or larger than `maxBytes`
[[nodiscard]] std::string readFile(const std::filesystem::path& file, std::size_t maxBytes);

/// Writes a file beside its place and renames it there, so that the place holds the old bytes or the new ones, never
/// some.
/// @throws InputError that names the file and the system's reason
void writeFile(const std::filesystem::path& file, std::span<const std::byte> bytes);
void writeFile(const std::filesystem::path& file, std::string_view text);

/// Makes a folder with its parents, or finds it there.
/// @throws InputError if it cannot be made or written to
void makeFolder(const std::filesystem::path& folder);

} // namespace roundoff::store
