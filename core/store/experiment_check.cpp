// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/experiment_check.h"

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/store/experiment_rows.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

namespace fs = std::filesystem;

constexpr auto kMostTime = std::chrono::milliseconds(500);

/// Where things stand in the first 100 bytes (https://www.sqlite.org/fileformat2.html).
constexpr int kHeaderBytes = 100;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kWriteVersion = 18;
constexpr std::size_t kTextEncoding = 56;
constexpr std::size_t kUserVersion = 60;
constexpr std::size_t kApplication = 68;
constexpr std::uint32_t kUtf8 = 1;

/// Ends statements of a connection that take too many instructions of SQLite's machine, not too much time: a slow
/// computer is no reason to refuse a file.
class WorkLimit {
public:
    explicit WorkLimit(sqlite::Database& database) : handle_(database.handle()) {
        sqlite3_progress_handler(handle_, kInstructions, count, this);
    }
    ~WorkLimit() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }
    WorkLimit(const WorkLimit&) = delete;
    WorkLimit& operator=(const WorkLimit&) = delete;

    [[nodiscard]] bool over() const { return calls_ > kMostCalls; }

private:
    // Roundoff's own list of tables takes some hundred instructions.
    static constexpr int kInstructions = 20;
    static constexpr int kMostCalls = 500;

    static int count(void* limit) {
        auto* const self = static_cast<WorkLimit*>(limit);
        ++self->calls_;
        return self->over() ? 1 : 0;
    }

    sqlite3* handle_;
    int calls_ = 0;
};

/// Interrupts what a connection does when the time is over, and all that it does later.
class TimeLimit {
public:
    explicit TimeLimit(sqlite::Database& database) : timer_([this, handle = database.handle()] { watch(handle); }) {}
    ~TimeLimit() {
        {
            const std::lock_guard lock(mutex_);
            done_ = true;
        }
        changed_.notify_one();
        timer_.join();
    }
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;

    [[nodiscard]] bool over() const { return over_; }

private:
    // Not by a std::stop_token: libstdc++ 12 races with itself when a waiting thread is stopped.
    void watch(sqlite3* handle) {
        std::unique_lock lock(mutex_);
        auto wait = kMostTime;
        // An interruption ends what runs and not what begins later, so it is repeated.
        while (!changed_.wait_for(lock, wait, [this] { return done_; })) {
            over_ = true;
            sqlite3_interrupt(handle);
            wait = std::chrono::milliseconds(10);
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool done_ = false; ///< Under the mutex.
    std::atomic<bool> over_ = false;
    std::thread timer_; ///< Last: it begins when what it uses is there.
};

std::uint32_t bigEndian(const std::vector<std::byte>& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8U | std::to_integer<std::uint32_t>(bytes[at + i]);
    }
    return value;
}

fs::path companion(const fs::path& file, const char* suffix) {
    std::error_code error;
    fs::path path = fs::weakly_canonical(file, error); // SQLite follows links before it looks for them.
    if (error) {
        path = file;
    }
    path += suffix;
    return path;
}

/// @return whether it is there and holds anything
bool holdsAnything(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (!fs::exists(status)) {
        return false;
    }
    if (!fs::is_regular_file(status)) {
        throw InputError(data::displayPath(path) +
                         ": is not a file but stands where SQLite would keep one; remove it and try again");
    }
    const std::uintmax_t size = fs::file_size(path, error);
    return !error && size > 0;
}

/// A journal of several databases at once ends with the name of a file that SQLite deletes when it has rolled back,
/// wherever that is. Roundoff makes none such.
void requireNoForeignName(const fs::path& journal) {
    constexpr std::string_view kEndOfName{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};
    std::ifstream stream(journal, std::ios::binary);
    std::string end(kEndOfName.size(), '\0');
    if (stream.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end) &&
        stream.read(end.data(), static_cast<std::streamsize>(end.size())) && end == kEndOfName) {
        throw InputError(data::displayPath(journal) +
                         ": is not Roundoff's; remove it, or the folder, which is not safe");
    }
}

void requireTables(sqlite::Database& database, const Schema& schema) {
    const WorkLimit limit(database);
    try {
        const auto version = static_cast<std::size_t>(readVersion(database, schema));
        requireSchema(database, version <= schema.older.size() ? schema.older[version - 1].sql : schema.sql);
    } catch (const sqlite::DatabaseError&) {
        if (limit.over()) {
            throw sqlite::damaged(database.file(), "its list of tables is too long to be Roundoff's");
        }
        throw;
    }
}

/// @throws DatabaseError for the first fault that is found while there is time
void checkPages(sqlite::Database& database) {
    const TimeLimit limit(database);
    std::string fault;
    try {
        sqlite::Statement check = database.prepare("PRAGMA quick_check(1)");
        fault = check.step() ? check.text(0) : "it cannot be checked";
    } catch (const sqlite::DatabaseError&) {
        if (!limit.over()) {
            throw;
        }
    }
    // What it says when it is interrupted is not true: pages that it has not come to look unused.
    if (!limit.over() && fault != "ok") {
        throw sqlite::damaged(database.file(), fault.substr(0, 200));
    }
}

} // namespace

Companions companionsOf(const fs::path& file) {
    const fs::path journal = companion(file, "-journal");
    Companions found{holdsAnything(companion(file, "-wal")), holdsAnything(companion(file, "-shm")),
                     holdsAnything(journal)};
    if (found.journal) {
        requireNoForeignName(journal);
    }
    return found;
}

void removeCompanions(const fs::path& file) {
    for (const char* const suffix : {"-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        fs::remove(companion(file, suffix), ignored);
    }
}

bool hasExperimentHeader(sqlite::Database& database) {
    const std::vector<std::byte> start = database.start(kHeaderBytes);
    return std::memcmp(start.data(), kMagic.data(), kMagic.size()) == 0 &&
           bigEndian(start, kApplication) == kApplicationId;
}

bool saysWriteAhead(sqlite::Database& database) {
    return std::to_integer<int>(database.start(kHeaderBytes)[kWriteVersion]) == 2;
}

void requireExperimentHeader(sqlite::Database& database, const Schema& schema) {
    if (!hasExperimentHeader(database)) {
        throw InputError(data::displayPath(database.file()) +
                         ": is no experiment file; choose one that Roundoff has saved");
    }
    const std::vector<std::byte> start = database.start(kHeaderBytes);
    // A signed number.
    requireKnownVersion(database.file(), static_cast<std::int32_t>(bigEndian(start, kUserVersion)), schema);
    if (bigEndian(start, kTextEncoding) != kUtf8) {
        throw sqlite::damaged(database.file(), "its texts are not in UTF-8");
    }
}

void checkExperiment(sqlite::Database& database, const Schema& schema) {
    requireExperimentHeader(database, schema);
    requireTables(database, schema);
    checkPages(database);
    if (&schema == &experimentSchema() && readVersion(database, schema) == schema.version()) {
        static_cast<void>(readSpecifications(database)); // A file without one that can be read is of no use either.
    }
}

} // namespace roundoff::store
