// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/store/experiment_schema.h"
#include "core/store/file_lock.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

/// An experiment file that is open: found sound, of the newest version, and locked against other writers.
///
/// While it can be written it has a write-ahead log beside it (`-wal`, `-shm`). A commit is then one write and no wait
/// for the disk; whoever looks in from the sqlite3 shell or pandas while runs train neither waits nor makes them wait;
/// and a kill or a power cut leaves the last commit or one before it, never half of one. Closing puts all of it into
/// the one file and goes back to a rollback journal, so that what is copied, sent or burnt on a disk is a single plain
/// file.
///
/// - Killed: the log stays, and is put into the file when it is next opened for writing.
/// - Copied by hand while it is open: the copy is without what is in the log, and is only sound if no checkpoint was
///   running. `settle()` makes the log empty. Save As copies properly.
/// - Read-only folder, or disk: read in place, without locks and without a file beside it.
/// - Overwritten in place by another program: not written to any more, see `sqlite::Database::overwritten`.
/// - Network drives without shared memory: SQLite refuses the log there, and a rollback journal is used.
class ExperimentConnection {
public:
    ExperimentConnection(sqlite::Database database, std::shared_ptr<const FileLock> lock, std::string whyReadOnly);
    /// Closes the file. Statements of its database have to be gone by then.
    ~ExperimentConnection();
    ExperimentConnection(const ExperimentConnection&) = delete;
    ExperimentConnection& operator=(const ExperimentConnection&) = delete;

    [[nodiscard]] sqlite::Database& database() { return database_; }
    [[nodiscard]] const std::filesystem::path& file() const { return database_.file(); }
    [[nodiscard]] bool writable() const { return lock_ != nullptr; }
    /// One sentence without a full stop; empty if it can be written or was only wanted for reading.
    [[nodiscard]] const std::string& whyReadOnly() const { return whyReadOnly_; }
    [[nodiscard]] const std::shared_ptr<const FileLock>& lock() const { return lock_; }

    /// Puts the log into the file and waits for the disk, as far as readers let it: the file alone is complete then.
    /// For what a person was told is saved, and for the end of a sweep.
    /// @throws DatabaseError
    void settle();

private:
    void leaveAlone();

    std::shared_ptr<const FileLock> lock_; ///< Null if it can only be read. First: let go of once the file is closed.
    std::string whyReadOnly_;
    sqlite::Database database_;
};

/// Opens an experiment file. Before it is believed, and before anything is written, it is looked at without being
/// touched: its header, its version, its tables, and for half a second its pages. What is read from it later is checked
/// by SQLite page by page.
/// @param writing  whether to write, where that is possible
/// @throws InputError if there is none, it is damaged, of a later version, or no experiment file; it is untouched then
[[nodiscard]] std::unique_ptr<ExperimentConnection> openExperiment(const std::filesystem::path& file, bool writing,
                                                                   const Schema& schema = experimentSchema());

/// Opens a file for writing whose lock is held already.
/// @throws InputError
[[nodiscard]] std::unique_ptr<ExperimentConnection> openLocked(const std::filesystem::path& file,
                                                               std::shared_ptr<const FileLock> lock);

/// Makes an experiment file: its tables, and what `fill` writes, in one transaction. What was at that place is replaced
/// once the new file is complete.
/// @throws InputError, also if another program writes to what is there
[[nodiscard]] std::unique_ptr<ExperimentConnection>
createExperiment(const std::filesystem::path& file, const std::function<void(sqlite::Database&)>& fill);

/// Copies an open file to another place, and opens it there for writing. At that place there is what was there before
/// or the whole copy, whenever the program ends. It may be the place of the original, if somebody has removed that.
/// @throws InputError, also if another program writes to what is there
[[nodiscard]] std::unique_ptr<ExperimentConnection> copyExperiment(ExperimentConnection& original,
                                                                   const std::filesystem::path& file);

/// @throws InputError if it is the place of a file that is open for writing
void requireAnotherPlace(const ExperimentConnection& original, const std::filesystem::path& file);

/// Whether a file begins as an experiment file of any version does. Reads it by way of SQLite: a file that is open here
/// must not be opened and closed by other means, which would drop SQLite's locks on it (fcntl(2)).
[[nodiscard]] bool beginsAsExperiment(const std::filesystem::path& file);

} // namespace roundoff::store
