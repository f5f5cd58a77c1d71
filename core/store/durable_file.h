// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace roundoff::store {

/// Waits until the bytes of a file are on the disk. Not for a database that is open: closing the file here would drop
/// SQLite's locks on it.
/// @throws InputError that names `shown`, with the system's reason
void syncFile(const std::filesystem::path& file, const std::filesystem::path& shown);

/// Puts a finished file in the place of another, which is there before or after, never neither: all of its bytes are on
/// the disk first, and its new name when this returns.
/// @throws InputError that names the target; the temporary file is still there then
void replaceFile(const std::filesystem::path& temporary, const std::filesystem::path& target);

/// Waits until the names in the folder of a file are on the disk, where the file system can.
void syncFolderOf(const std::filesystem::path& file);

} // namespace roundoff::store
