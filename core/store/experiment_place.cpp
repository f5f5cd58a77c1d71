// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/experiment_place.h"

#include <sqlite3.h>

#include <functional>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/store/durable_file.h"
#include "core/store/experiment_check.h"
#include "core/store/experiment_connection.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

namespace fs = std::filesystem;
using Mode = sqlite::Database::Mode;

/// Where a new file is made: hidden beside its place, on the same disk, by a name that whoever holds the place's lock
/// may use.
fs::path unfinished(const fs::path& file) {
    std::error_code error;
    fs::path real = fs::weakly_canonical(file, error);
    if (error) {
        real = file;
    }
    fs::path name = ".";
    name += real.filename();
    name += ".part";
    return real.parent_path() / name;
}

std::shared_ptr<const FileLock> lockFor(const fs::path& file) {
    FileLock::Outcome outcome = FileLock::Outcome::Impossible;
    std::string why;
    std::shared_ptr<const FileLock> lock = FileLock::take(file, outcome, why);
    if (lock == nullptr) {
        throw InputError(data::displayPath(file) + ": cannot be written: " + why +
                         (outcome == FileLock::Outcome::Held ? "; close it there or choose another name"
                                                             : "; choose another folder"));
    }
    return lock;
}

/// Makes the place ready for another file. What a killed program left in the log of the one that is there belongs to
/// that one: it is put into it first, because until the very end it may be the one that stays.
void freePlace(const fs::path& file) {
    std::error_code error;
    if (const Companions left = companionsOf(file); (left.log || left.journal) && fs::is_regular_file(file, error)) {
        try {
            sqlite::Database old(file, Mode::ReadWrite);
            old.execute("PRAGMA journal_mode=DELETE");
        } catch (const sqlite::DatabaseError&) {
            // Damaged, and about to be replaced, which is what somebody asked for.
        }
    }
    removeCompanions(file);
}

/// SQLite names the file that is being made; people know the one that it will be.
std::string renamed(std::string message, const fs::path& from, const fs::path& to) {
    const std::string name = data::displayPath(from);
    if (message.starts_with(name)) {
        message.replace(0, name.size(), data::displayPath(to));
    }
    return message;
}

/// @param make  writes the whole of the new file
void publish(const fs::path& file, const std::function<void(const fs::path&)>& make) {
    const fs::path temporary = unfinished(file);
    removeUnfinished(file);
    try {
        make(temporary);
        freePlace(file);
        std::error_code error;
        const fs::path real = fs::weakly_canonical(file, error); // A link stays one.
        replaceFile(temporary, error ? file : real);
    } catch (const sqlite::DatabaseError& failed) {
        removeUnfinished(file);
        throw sqlite::DatabaseError(renamed(failed.what(), temporary, file), failed.kind());
    } catch (...) {
        removeUnfinished(file);
        throw;
    }
}

/// Nothing can be lost by it: nobody has seen the file yet, so a crash needs no journal.
sqlite::Database newDatabase(const fs::path& file) {
    sqlite::Database database(file, Mode::Create);
    database.execute("PRAGMA journal_mode=MEMORY");
    return database;
}

void copyPages(sqlite::Database& from, const fs::path& to) {
    sqlite::Database copy = newDatabase(to);
    copy.execute("PRAGMA synchronous=FULL");
    sqlite3_backup* const backup = sqlite3_backup_init(copy.handle(), "main", from.handle(), "main");
    if (backup == nullptr) {
        copy.fail(sqlite3_extended_errcode(copy.handle()));
    }
    const int stepped = sqlite3_backup_step(backup, -1);
    if (const int code = sqlite3_backup_finish(backup); code != SQLITE_OK || stepped != SQLITE_DONE) {
        copy.fail(code != SQLITE_OK ? code : stepped);
    }
}

/// The pages of a file with a write-ahead log say that it has one.
void leaveOneFile(const fs::path& file) {
    sqlite::Database database(file, Mode::ReadWrite);
    database.execute("PRAGMA journal_mode=DELETE");
}

} // namespace

void removeUnfinished(const fs::path& file) {
    const fs::path temporary = unfinished(file);
    std::error_code ignored;
    fs::remove(temporary, ignored);
    removeCompanions(temporary);
}

std::unique_ptr<ExperimentConnection> createExperiment(const fs::path& file,
                                                       const std::function<void(sqlite::Database&)>& fill) {
    const std::shared_ptr<const FileLock> lock = lockFor(file);
    publish(file, [&](const fs::path& temporary) {
        sqlite::Database database = newDatabase(temporary);
        sqlite::Transaction transaction(database);
        createSchema(database);
        fill(database);
        transaction.commit();
    });
    return openLocked(file, lock);
}

void requireAnotherPlace(const ExperimentConnection& original, const fs::path& file) {
    if (original.lock() != nullptr && original.lock()->guards(file)) {
        throw InputError(data::displayPath(file) + ": is the experiment itself; choose another name");
    }
}

std::unique_ptr<ExperimentConnection> copyExperiment(ExperimentConnection& original, const fs::path& file) {
    const bool sameName = original.lock() != nullptr && original.lock()->guards(file);
    if (!original.database().moved()) {
        requireAnotherPlace(original, file);
    }
    const std::shared_ptr<const FileLock> lock = sameName ? original.lock() : lockFor(file);
    publish(file, [&](const fs::path& temporary) {
        copyPages(original.database(), temporary);
        leaveOneFile(temporary);
    });
    return openLocked(file, lock);
}

} // namespace roundoff::store
