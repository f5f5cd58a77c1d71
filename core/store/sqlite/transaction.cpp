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
    if (database.moved() || database.overwritten()) {
        throw gone(database.file());
    }
    // Cannot be changed within a transaction. With a write-ahead log NORMAL does not wait for the disk, and is safe;
    // with a rollback journal a commit is its deletion, which only EXTRA waits for.
    const bool change = std::exchange(database.logAhead_, false);
    const std::int64_t version = change ? database.dataVersion() : 0;
    if (change) {
        database.forget(); // Until it has begun: going over to the log writes to the file.
    }
    database.ahead_ = writesAhead(database, change);
    if (change) {
        database.ownVersions_ += database.dataVersion() - version;
    }
    database.execute(!database.ahead_                ? "PRAGMA synchronous=EXTRA"
                     : durability == Durability::Now ? "PRAGMA synchronous=FULL"
                                                     : "PRAGMA synchronous=NORMAL");
    if (!database.ahead_ || change) {
        begin();
    } else {
        database.execute("BEGIN IMMEDIATE");
    }
}

void Transaction::begin() {
    database_.execute("BEGIN IMMEDIATE");
    try {
        database_.remember(); // What was left of a transaction that failed has been undone by now.
    } catch (...) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

Transaction::~Transaction() {
    if (open_ && sqlite3_get_autocommit(database_.handle()) == 0) {
        // Cannot fail in a way that matters: what was not committed is undone when the file is next opened at the
        // latest.
        const int code = sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        if (!database_.ahead_) { // Pages of it may have been in the file already.
            code == SQLITE_OK ? database_.remember() : database_.forget();
        }
    }
}

void Transaction::commit() {
    if (!database_.ahead_) {
        database_.forget(); // The file itself is written.
    }
    database_.execute("COMMIT");
    open_ = false;
    if (database_.ahead_) {
        database_.checkpointIfLong();
    } else {
        database_.remember();
    }
}

} // namespace roundoff::store::sqlite
