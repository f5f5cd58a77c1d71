// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/experiment_connection.h"

#include <sqlite3.h>

#include <optional>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/store/experiment_check.h"
#include "core/store/experiment_place.h"
#include "core/store/files.h"

namespace roundoff::store {
namespace {

namespace fs = std::filesystem;
using Kind = sqlite::DatabaseError::Kind;
using Mode = sqlite::Database::Mode;

/// How long closing and settling wait for readers.
constexpr int kPatienceMilliseconds = 200;
constexpr const char* kBytesOfLog = "8388608"; ///< To which a log is cut back where readers have made it longer.

std::unique_ptr<ExperimentConnection> forReading(sqlite::Database database, const std::string& why) {
    return std::make_unique<ExperimentConnection>(std::move(database), nullptr, why);
}

/// Looks at what a killed program left in the log, without a change to either file.
/// @return whether that can be done; if the log has no index, SQLite would have to make one
bool lookAtLog(const fs::path& file, const Schema& schema) {
    try {
        sqlite::Database looking(file, Mode::Looking);
        checkExperiment(looking, schema);
    } catch (const sqlite::DatabaseError& error) {
        if (error.kind() == Kind::CannotOpen || error.kind() == Kind::ReadOnly) {
            return false;
        }
        throw;
    }
    return true;
}

[[noreturn]] void failUnclosed(const fs::path& file, const char* suffix, const std::string& why) {
    fs::path companion = file.filename();
    companion += suffix;
    throw InputError(data::displayPath(file) + ": was not closed properly and cannot be put right here (" + why +
                     "); copy it and " + data::displayPath(companion) + " to a folder that can be written");
}

/// Nobody writes to it, and here it cannot be written or need not be.
std::unique_ptr<ExperimentConnection> openForReading(const fs::path& file, sqlite::Database untouched,
                                                     const Companions& companions, const std::string& why,
                                                     const Schema& schema) {
    if (companions.journal) {
        failUnclosed(file, "-journal", why);
    }
    if (companions.log) {
        if (!companions.logIndex || !lookAtLog(file, schema)) {
            failUnclosed(file, "-wal", why);
        }
        return forReading(sqlite::Database(file, why.empty() ? Mode::ReadOnly : Mode::Looking), why);
    }
    checkExperiment(untouched, schema);
    if (readVersion(untouched, schema) < schema.version()) {
        // Older tables are read as what they become.
        throw InputError(data::displayPath(file) + ": is of an older version and cannot be brought up to date here" +
                         (why.empty() ? std::string() : " (" + why + ")") +
                         "; copy it to a folder that can be written");
    }
    // Where nobody can write, or where SQLite would make a log: without locks. Otherwise so that others may begin to
    // write.
    if (!why.empty() || saysWriteAhead(untouched)) {
        untouched.watch(); // What SQLite remembers of it would be mixed with what replaces it.
        return forReading(std::move(untouched), why);
    }
    return forReading(sqlite::Database(file, Mode::ReadOnly), why);
}

std::unique_ptr<ExperimentConnection> openForWriting(const fs::path& file, std::shared_ptr<const FileLock> lock,
                                                     bool checked, const Schema& schema) {
    sqlite::Database database(file, Mode::ReadWrite);
    // The first statement puts right what a killed program left.
    const int version = readVersion(database, schema);
    database.watch();
    if (!checked) {
        checkExperiment(database, schema);
    }
    if (version < schema.version()) {
        migrate(database, schema);
    }
    database.logAhead();
    std::string limit = "PRAGMA journal_size_limit=";
    limit += kBytesOfLog;
    database.execute(limit.c_str());
    removeUnfinished(file);
    return std::make_unique<ExperimentConnection>(std::move(database), std::move(lock), std::string());
}

} // namespace

ExperimentConnection::ExperimentConnection(sqlite::Database database, std::shared_ptr<const FileLock> lock,
                                           std::string whyReadOnly)
    : lock_(std::move(lock)), whyReadOnly_(std::move(whyReadOnly)), database_(std::move(database)) {}

ExperimentConnection::~ExperimentConnection() {
    if (lock_ == nullptr) {
        return;
    }
    try {
        if (database_.overwritten()) {
            leaveAlone();
            return;
        }
        if (database_.moved()) {
            // Another file may be there by now, and SQLite takes any log of that name for its own.
            database_.keepLog();
            if (lock_.use_count() == 1) {
                removeCompanions(file());
            }
            return;
        }
        sqlite3_busy_timeout(database_.handle(), kPatienceMilliseconds);
        database_.execute("PRAGMA journal_mode=DELETE");
    } catch (const std::exception&) {
        // Somebody is reading, or the disk is full: the log stays, and belongs to the file like the rest of it.
        return;
    }
}

// The log belongs to a file that is no more. Left where it is, it would be put into the foreign one.
void ExperimentConnection::leaveAlone() {
    const fs::path path = file();
    const bool hadLog = database_.writesAhead();
    database_.keepLog();
    {
        const sqlite::Database closing(std::move(database_)); // Before its log is removed, which some systems ask for.
    }
    if (hadLog && lock_.use_count() == 1) {
        removeCompanions(path);
    }
}

void ExperimentConnection::settle() {
    sqlite3_busy_timeout(database_.handle(), kPatienceMilliseconds);
    const int code = database_.checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
    std::optional<sqlite::DatabaseError> failure;
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY && (code & 0xff) != SQLITE_LOCKED) {
        failure = database_.failure(code);
    }
    sqlite3_busy_timeout(database_.handle(), sqlite::Database::kBusyMilliseconds);
    if (failure) {
        throw sqlite::DatabaseError(*failure);
    }
}

std::unique_ptr<ExperimentConnection> openExperiment(const fs::path& file, bool writing, const Schema& schema) {
    static_cast<void>(fileSize(file)); // Throws for what is no file, and for what opening would wait at for ever.
    const Companions companions = companionsOf(file);
    sqlite::Database untouched(file, Mode::Immutable);
    requireExperimentHeader(untouched, schema);

    FileLock::Outcome outcome = FileLock::Outcome::Impossible;
    std::string why;
    std::shared_ptr<const FileLock> lock = writing ? FileLock::take(file, outcome, why) : nullptr;
    if (outcome == FileLock::Outcome::Held) {
        sqlite::Database database(file, Mode::ReadOnly);
        checkExperiment(database, schema);
        return forReading(std::move(database), why);
    }
    if (lock == nullptr) {
        return openForReading(file, std::move(untouched), companions, why, schema);
    }
    bool checked = false;
    if (companions.log && !companions.journal) {
        checked = companions.logIndex && lookAtLog(file, schema);
    } else if (!companions.journal) {
        checkExperiment(untouched, schema);
        checked = true;
    }
    try {
        return openForWriting(file, std::move(lock), checked, schema);
    } catch (const sqlite::DatabaseError& error) {
        if (error.kind() != Kind::ReadOnly && error.kind() != Kind::CannotOpen) {
            throw;
        }
    }
    return openForReading(file, std::move(untouched), companions, "the file may not be written", schema);
}

std::unique_ptr<ExperimentConnection> openLocked(const fs::path& file, std::shared_ptr<const FileLock> lock) {
    return openForWriting(file, std::move(lock), true, experimentSchema());
}

bool beginsAsExperiment(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        return false;
    }
    try {
        sqlite::Database database(file, Mode::Immutable);
        return hasExperimentHeader(database);
    } catch (const sqlite::DatabaseError&) {
        return false;
    }
}

} // namespace roundoff::store
