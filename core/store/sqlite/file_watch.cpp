// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/file_watch.h"

#include <sqlite3.h>

#include <system_error>

namespace roundoff::store::sqlite {

namespace fs = std::filesystem;

void FileWatch::remember(const fs::path& file, bool moved, std::int64_t version) {
    remembered_ = now(file, moved);
    version_ = version;
}

bool FileWatch::differs(const fs::path& file, bool moved) const {
    if (!remembered_) {
        return false;
    }
    Stamp seen = now(file, moved);
    if (!seen.time || !remembered_->time) { // Moved, or about to be: then that is what is told.
        seen.time = remembered_->time;
    }
    return seen != *remembered_;
}

std::optional<std::int64_t> FileWatch::version() const {
    return remembered_ ? std::optional(version_) : std::nullopt;
}

void FileWatch::setVersion(std::int64_t version) {
    version_ = version;
}

// Not the time of the last change of its entry, which moving it away and back is one of. SQLite has to be asked for
// what it has open: closing a file by other means drops its locks (fcntl(2)).
FileWatch::Stamp FileWatch::now(const fs::path& file, bool moved) const {
    constexpr int kHeaderBytes = 100;
    Stamp stamp;
    sqlite3_file* open = nullptr;
    if (sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&open)) == SQLITE_OK &&
        open != nullptr && open->pMethods != nullptr) {
        sqlite3_int64 bytes = 0;
        stamp.start.resize(kHeaderBytes);
        open->pMethods->xFileSize(open, &bytes);
        open->pMethods->xRead(open, stamp.start.data(), kHeaderBytes, 0); // Zeros where there are fewer.
        stamp.bytes = bytes;
    }
#ifdef _WIN32
    // Windows may tell when a file was written to only once it is closed.
    constexpr bool kTellsTime = false;
#else
    constexpr bool kTellsTime = true;
#endif
    if (kTellsTime && !moved) {
        std::error_code error;
        const fs::file_time_type time = fs::last_write_time(file, error);
        if (!error) {
            stamp.time = time;
        }
    }
    return stamp;
}

} // namespace roundoff::store::sqlite
