// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/store/sqlite/database.h"

namespace roundoff::store {

/// Marks a database as Roundoff's ("ROFF"), where `file` and SQLite look for it.
inline constexpr std::uint32_t kApplicationId = 0x524F4646;

/// What a version of the file that is no longer written was like, and how it becomes the next one's.
struct OlderSchema {
    const char* sql;                                ///< Its tables, as `Schema::sql`.
    std::function<void(sqlite::Database&)> migrate; ///< In the transaction of the whole migration.
};

/// The tables of the newest version, which is the number of older ones plus 1.
struct Schema {
    const char* sql; ///< CREATE statements; what a file holds has to equal them to the letter.
    std::vector<OlderSchema> older;

    [[nodiscard]] int version() const { return static_cast<int>(older.size()) + 1; }
};

/// Of experiment files.
[[nodiscard]] const Schema& experimentSchema();

/// Makes the tables in an empty database, in a transaction of the caller's.
void createSchema(sqlite::Database& database, const Schema& schema = experimentSchema());

/// @throws InputError if a version is later than what is known here, or none
void requireKnownVersion(const std::filesystem::path& file, std::int64_t version, const Schema& schema);

/// The version of a file.
/// @throws InputError if it is later than what is known here, or none
[[nodiscard]] int readVersion(sqlite::Database& database, const Schema& schema = experimentSchema());

/// Nothing in a file is asked before its tables, views and indices are known to be those that Roundoff makes, and
/// nothing else: a view, trigger, virtual table or generated column of a stranger would be a program that runs here.
/// @throws DatabaseError
void requireSchema(sqlite::Database& database, const char* sql);

/// Brings a file up to date, step by step in one transaction: it is of the newest version then, or as it was.
/// @throws DatabaseError
void migrate(sqlite::Database& database, const Schema& schema = experimentSchema());

} // namespace roundoff::store
