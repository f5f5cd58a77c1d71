// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/failures.h"

#include <sqlite3.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "core/data/display_text.h"

namespace roundoff::store::sqlite {
namespace {

namespace fs = std::filesystem;
using Kind = DatabaseError::Kind;

DatabaseError error(const fs::path& file, const std::string& what, Kind kind) {
    return {data::displayPath(file) + ": " + what, kind};
}

/// Reasons of the system's for which there is no room left, whatever SQLite makes of them.
bool isOutOfSpace(int reason) {
#ifdef _WIN32
    return reason == 39 || reason == 112; // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
#else
    return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
#endif
}

/// Why the system failed last. The connection knows of the last call of all, and a file of the last one of its own.
int reasonOf(sqlite3* connection) {
    int reason = sqlite3_system_errno(connection);
    for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
        int last = 0;
        sqlite3_file* file = nullptr;
        if (sqlite3_file_control(connection, "main", which, static_cast<void*>(&file)) == SQLITE_OK &&
            file != nullptr && file->pMethods != nullptr &&
            file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &last) == SQLITE_OK &&
            (reason == 0 || isOutOfSpace(last))) {
            reason = last;
        }
    }
    return reason;
}

} // namespace

DatabaseError damaged(const fs::path& file, const std::string& what) {
    return error(file, "is damaged: " + data::displayText(what) + "; open a copy of it that was kept elsewhere",
                 Kind::Damaged);
}

DatabaseError gone(const fs::path& file) {
    return error(file, "was moved, deleted or replaced while it was open; save the experiment under a name of its own",
                 Kind::Gone);
}

DatabaseError failure(const fs::path& file, sqlite3* connection, int code) {
    const std::string told = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    // Kept from the last failure of the system's, so it says something only about failures that are the system's.
    const int reason = connection != nullptr ? reasonOf(connection) : 0;
    const std::string system = reason != 0 ? std::system_category().message(reason) : std::string(sqlite3_errstr(code));
    switch (code & 0xff) { // The primary code; see https://www.sqlite.org/rescode.html.
    case SQLITE_FULL:
        return error(file, "cannot be written: the disk is full; free some space or save it elsewhere",
                     Kind::OutOfSpace);
    case SQLITE_IOERR:
        if (isOutOfSpace(reason)) {
            return error(file, "cannot be written: " + system + "; free some space or save it elsewhere",
                         Kind::OutOfSpace);
        }
        if (code == SQLITE_IOERR_CORRUPTFS) {
            return damaged(file, system);
        }
        return error(file, "the disk failed: " + system + "; look after the disk, or save the experiment elsewhere",
                     Kind::Device);
    case SQLITE_CANTOPEN:
        return error(file, "cannot be opened: " + system + "; choose a place that can be read and written",
                     Kind::CannotOpen);
    case SQLITE_PERM:
    case SQLITE_READONLY:
        if (code == SQLITE_READONLY_DBMOVED) {
            return gone(file);
        }
        return error(file, "may not be written; save the experiment elsewhere", Kind::ReadOnly);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return error(file, "another program is using it; close it there and try again", Kind::Busy);
    case SQLITE_NOTADB:
        return error(file, "is no experiment file, or damaged at its beginning; choose a file that Roundoff has saved",
                     Kind::Damaged);
    case SQLITE_CORRUPT: return damaged(file, told);
    case SQLITE_NOMEM:
        return error(file, "there is not enough memory for it; close other programs and try again", Kind::Other);
    case SQLITE_TOOBIG: return error(file, "a value is too large for it; make the network smaller", Kind::Other);
    default:
        return error(file, "cannot be used: " + data::displayText(told) + "; save the experiment elsewhere",
                     Kind::Other);
    }
}

} // namespace roundoff::store::sqlite
