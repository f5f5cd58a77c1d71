// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/store/experiment_schema.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

/// What SQLite has beside a file that is open, or that a killed program left there. None of it is read here.
struct Companions {
    bool log = false;      ///< A write-ahead log that is not empty.
    bool logIndex = false; ///< Its index.
    bool journal = false;  ///< A rollback journal that is not empty.
};

/// @throws InputError if one of them is no regular file, or would make SQLite delete a file elsewhere
[[nodiscard]] Companions companionsOf(const std::filesystem::path& file);
/// Of a file that nobody has open.
void removeCompanions(const std::filesystem::path& file);

/// Whether the first bytes say that this is an experiment file of whatever version.
/// @throws DatabaseError if it cannot be read
[[nodiscard]] bool hasExperimentHeader(sqlite::Database& database);

/// The first thing that is asked of a file of unknown origin.
/// @throws InputError if it is no experiment file, or says that it is of a later version
void requireExperimentHeader(sqlite::Database& database, const Schema& schema);

/// Whether the file itself, without a log, says that it has one.
[[nodiscard]] bool saysWriteAhead(sqlite::Database& database);

/// Checks that a file is one of Roundoff's, of a version that is known, with exactly its tables, and not damaged. The
/// time for all that is limited: of a file of some hundred megabytes or more not every page is looked at.
/// @throws InputError
void checkExperiment(sqlite::Database& database, const Schema& schema);

} // namespace roundoff::store
