// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/database.h"

#include <sqlite3.h>

#include <new>
#include <string_view>

#include "core/store/sqlite/failures.h"
#include "core/store/sqlite/file_watch.h"

namespace roundoff::store::sqlite {
namespace {

namespace fs = std::filesystem;

// Of all connections together. Only the keys of an index that a stranger made can be longer than values may be.
constexpr sqlite3_int64 kMostMemory = 500'000'000;

constexpr int kPagesOfLog = 1000; // Of 4 KiB, after which it is put into the file.

/// An address that SQLite takes, with every character escaped that means something in one.
std::string addressOf(const fs::path& file, std::string_view options) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const std::u8string path = fs::absolute(file).generic_u8string();
    std::string address = "file://";
    if (path.empty() || path.front() != u8'/') {
        address += '/'; // C:/..., which follows an empty host name.
    }
    for (const char8_t c : path) {
        const auto code = static_cast<unsigned char>(c);
        if (code <= 0x20 || code >= 0x7f || c == u8'%' || c == u8'?' || c == u8'#') {
            address += '%';
            address += kHex[code >> 4U];
            address += kHex[code & 15U];
        } else {
            address += static_cast<char>(c);
        }
    }
    return address.append(options);
}

std::string_view optionsOf(Database::Mode mode) {
    switch (mode) {
    case Database::Mode::Create: return "?mode=rwc";
    case Database::Mode::ReadWrite: return "?mode=rw";
    case Database::Mode::ReadOnly: return "?mode=ro";
    case Database::Mode::Looking: return "?mode=ro&readonly_shm=1";
    case Database::Mode::Immutable: return "?mode=ro&immutable=1";
    }
    return "?mode=ro";
}

/// What no file may do to the program that reads it (https://www.sqlite.org/security.html).
void defend(sqlite3* handle) {
    for (const auto& [option, value] : {
             std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
             std::pair{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
             std::pair{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
             std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
             std::pair{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
             std::pair{SQLITE_DBCONFIG_DQS_DML, 0},
             std::pair{SQLITE_DBCONFIG_DQS_DDL, 0},
         }) {
        sqlite3_db_config(handle, option, value, nullptr); // A version that lacks one lacks what it turns off.
    }
    for (const auto& [limit, value] : {
             std::pair{SQLITE_LIMIT_LENGTH, Database::kMostBytes},
             std::pair{SQLITE_LIMIT_SQL_LENGTH, 20'000},
             std::pair{SQLITE_LIMIT_COLUMN, 100},
             std::pair{SQLITE_LIMIT_EXPR_DEPTH, 100},
             std::pair{SQLITE_LIMIT_COMPOUND_SELECT, 10},
             std::pair{SQLITE_LIMIT_VDBE_OP, 100'000},
             std::pair{SQLITE_LIMIT_FUNCTION_ARG, 20},
             std::pair{SQLITE_LIMIT_ATTACHED, 0},
             std::pair{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
             std::pair{SQLITE_LIMIT_VARIABLE_NUMBER, 200},
             std::pair{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
             std::pair{SQLITE_LIMIT_WORKER_THREADS, 0},
         }) {
        sqlite3_limit(handle, limit, value);
    }
}

} // namespace

Database::Database(const fs::path& file, Mode mode)
    : Database(file, addressOf(file, optionsOf(mode)),
               mode == Mode::Create      ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
               : mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE
                                         : SQLITE_OPEN_READONLY) {}

Database Database::inMemory() {
    return {fs::path("(in memory)"), ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
}

Database::Database(const fs::path& file, const std::string& address, int access)
    : file_(std::make_shared<const fs::path>(file)) {
    static const sqlite3_int64 before = sqlite3_hard_heap_limit64(kMostMemory);
    static_cast<void>(before);
    const int code = sqlite3_open_v2(address.c_str(), &handle_, access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                                     nullptr);
    try {
        if (handle_ == nullptr) {
            throw std::bad_alloc();
        }
        sqlite3_extended_result_codes(handle_, 1);
        if (code != SQLITE_OK) {
            fail(code);
        }
        // A file that may only be read is opened for reading where writing was asked for.
        if (access != SQLITE_OPEN_READONLY && sqlite3_db_readonly(handle_, "main") != 0) {
            fail(SQLITE_READONLY);
        }
        sqlite3_busy_timeout(handle_, kBusyMilliseconds);
        defend(handle_);
        if (access == SQLITE_OPEN_READONLY) {
            keepLog();
        }
        execute("PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY");
    } catch (...) {
        sqlite3_close_v2(handle_);
        throw;
    }
}

Database::~Database() {
    sqlite3_close_v2(handle_); // With the last of its statements.
}

Database::Database(Database&& other) noexcept
    : file_(std::move(other.file_)), handle_(std::exchange(other.handle_, nullptr)), logAhead_(other.logAhead_),
      ownVersions_(other.ownVersions_), ahead_(other.ahead_), framesInLog_(std::move(other.framesInLog_)),
      watch_(std::move(other.watch_)) {}

Database& Database::operator=(Database&& other) noexcept {
    if (this != &other) {
        sqlite3_close_v2(handle_);
        file_ = std::move(other.file_);
        handle_ = std::exchange(other.handle_, nullptr);
        logAhead_ = other.logAhead_;
        ownVersions_ = other.ownVersions_;
        ahead_ = other.ahead_;
        framesInLog_ = std::move(other.framesInLog_);
        watch_ = std::move(other.watch_);
    }
    return *this;
}

void Database::execute(const char* sql) {
    if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) {
        fail(code);
    }
}

Statement Database::prepare(const char* sql) {
    return {*this, sql};
}

std::int64_t Database::integer(const char* sql) {
    Statement statement = prepare(sql);
    if (!statement.step()) {
        throw damaged(*file_, std::string("there is no answer to ") + sql);
    }
    return statement.integer(0);
}

std::int64_t Database::lastRow() const {
    return sqlite3_last_insert_rowid(handle_);
}

bool Database::moved() const {
    int answer = 0;
    return sqlite3_file_control(handle_, "main", SQLITE_FCNTL_HAS_MOVED, &answer) == SQLITE_OK && answer != 0;
}

std::int64_t Database::dataVersion() {
    return integer("PRAGMA data_version") - ownVersions_;
}

std::vector<std::byte> Database::start(int bytes) {
    sqlite3_file* file = nullptr;
    std::vector<std::byte> start(static_cast<std::size_t>(bytes));
    int code = sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    if (code == SQLITE_OK && file != nullptr && file->pMethods != nullptr) {
        code = file->pMethods->xRead(file, start.data(), bytes, 0);
    }
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) {
        fail(code);
    }
    return start;
}

void Database::keepLog() {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Database::watch() {
    watch_ = std::make_unique<FileWatch>(handle_);
    framesInLog_ = std::make_unique<int>(0);
    // In the place of SQLite's own callback, which would put the log into a file whoever has written to that.
    const auto count = [](void* frames, sqlite3*, const char*, int number) {
        *static_cast<int*>(frames) = number;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(handle_, count, framesInLog_.get());
    Statement mode = prepare("PRAGMA journal_mode");
    ahead_ = mode.step() && mode.text(0) == "wal"; // As a program left it that was killed.
    mode.reset();
    remember();
}

void Database::remember() {
    if (watch_ != nullptr) {
        watch_->remember(*file_, moved(), ahead_ ? dataVersion() : 0);
    }
}

void Database::forget() {
    if (watch_ != nullptr) {
        watch_->forget();
    }
}

bool Database::overwritten() {
    if (watch_ == nullptr) {
        return false;
    }
    const bool differs = watch_->differs(*file_, moved());
    if (!ahead_) {
        return differs;
    }
    // With a log, another connection of SQLite's writes to the file only what has been committed, and it can be told.
    try {
        const std::int64_t version = dataVersion();
        if (differs && version == watch_->version()) {
            return true;
        }
        if (differs) {
            watch_->remember(*file_, moved(), version);
        } else {
            watch_->setVersion(version);
        }
        return false;
    } catch (const DatabaseError&) {
        return differs;
    }
}

int Database::checkpoint(int mode) {
    if (overwritten()) {
        throw gone(*file_);
    }
    const int code = sqlite3_wal_checkpoint_v2(handle_, "main", mode, nullptr, nullptr);
    if (watch_ != nullptr) {
        // As far as it has come: a log that is only in part in the file is still the whole of it.
        try {
            remember();
        } catch (const DatabaseError&) {
            forget();
        }
    }
    return code;
}

void Database::checkpointIfLong() {
    if (framesInLog_ != nullptr && std::exchange(*framesInLog_, 0) >= kPagesOfLog) {
        try {
            checkpoint(SQLITE_CHECKPOINT_PASSIVE);
        } catch (const DatabaseError&) {
            // What was committed is in the log, and whatever is wrong is told by the next transaction.
        }
    }
}

WritingTensors::WritingTensors(Database& database) : database_(database) {
    constexpr int kBesideThem = 1000; // The row's other columns.
    constexpr int kMost = static_cast<int>(Database::kMostTensorValues * sizeof(double)) + kBesideThem;
    sqlite3_limit(database.handle(), SQLITE_LIMIT_LENGTH, kMost);
}

WritingTensors::~WritingTensors() {
    sqlite3_limit(database_.handle(), SQLITE_LIMIT_LENGTH, Database::kMostBytes);
}

void WritingTensors::requireReadable(std::size_t values) const {
    if (values > Database::kMostTensorValues) {
        database_.fail(SQLITE_TOOBIG);
    }
}

DatabaseError Database::failure(int code) const {
    return sqlite::failure(*file_, handle_, code);
}

} // namespace roundoff::store::sqlite
