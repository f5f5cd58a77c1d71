// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/database.h"

#include <sqlite3.h>

#include <utility>

#include "core/store/sqlite/failures.h"

namespace roundoff::store::sqlite {
namespace {

/// Goes over to another journal, if there is one to go over to.
/// @return whether the database has a write-ahead log then
bool writesAhead(Database& database, const char* pragma) {
    Statement mode = database.prepare(pragma);
    return mode.step() && mode.text(0) == "wal";
}

bool writesAhead(Database& database, bool change) {
    if (change) {
        try {
            return writesAhead(database, "PRAGMA journal_mode=WAL");
        } catch (const DatabaseError&) {
            // Somebody reads just now, or the file system cannot: it works without, and the next failure is told.
        }
    }
    return writesAhead(database, "PRAGMA journal_mode");
}

} // namespace

Transaction::Transaction(Database& database, Durability durability) : database_(database) {
    if (database.moved()) {
        throw gone(database.file());
    }
    // Cannot be changed within a transaction. With a write-ahead log NORMAL does not wait for the disk, and is safe;
    // with a rollback journal a commit is its deletion, which only EXTRA waits for.
    const bool change = std::exchange(database.logAhead_, false);
    const std::int64_t version = change ? database.dataVersion() : 0;
    const bool ahead = writesAhead(database, change);
    if (change) {
        database.ownVersions_ += database.dataVersion() - version;
    }
    database.execute(!ahead                          ? "PRAGMA synchronous=EXTRA"
                     : durability == Durability::Now ? "PRAGMA synchronous=FULL"
                                                     : "PRAGMA synchronous=NORMAL");
    database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (open_ && sqlite3_get_autocommit(database_.handle()) == 0) {
        // Cannot fail in a way that matters: what was not committed is undone when the file is next opened at the
        // latest.
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    open_ = false;
}

} // namespace roundoff::store::sqlite
