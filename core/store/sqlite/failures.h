// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/store/sqlite/database.h"

namespace roundoff::store::sqlite {

/// What SQLite's result code means for a person.
/// @param connection  whose last failure it is; may be null
[[nodiscard]] DatabaseError failure(const std::filesystem::path& file, sqlite3* connection, int code);

/// Contents that cannot be, and how to go on.
[[nodiscard]] DatabaseError damaged(const std::filesystem::path& file, const std::string& what);

/// A file that somebody moved, deleted or replaced while it was open.
[[nodiscard]] DatabaseError gone(const std::filesystem::path& file);

} // namespace roundoff::store::sqlite
