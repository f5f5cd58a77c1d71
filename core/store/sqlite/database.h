// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace roundoff::store::sqlite {

class FileWatch;
class Statement;

/// What SQLite could not do, as an InputError that names the file, what went wrong and what to do about it.
class DatabaseError : public InputError {
public:
    enum class Kind : std::uint8_t {
        OutOfSpace, ///< The disk is full, or a limit on the size of files is reached.
        Busy,       ///< Another program kept the file locked for longer than is waited.
        ReadOnly,   ///< It may be read but not written.
        Gone,       ///< It was moved, deleted, replaced or overwritten while it was open.
        Damaged,    ///< Its contents contradict themselves, or are no database at all.
        CannotOpen,
        Device, ///< Reading or writing failed for a reason of the system's.
        Other,
    };
    DatabaseError(const std::string& message, Kind kind) : InputError(message), kind_(kind) {}
    [[nodiscard]] Kind kind() const { return kind_; }

private:
    Kind kind_;
};

/// A connection to a database file. Not for several threads at once.
class Database {
public:
    enum class Mode : std::uint8_t {
        Create,    ///< For reading and writing; made if it is not there.
        ReadWrite, ///< One that is there.
        ReadOnly,  ///< Takes part in locking; what a killed program left in a rollback journal is not recovered.
        Looking,   ///< So, and in a write-ahead log that nobody has open without touching even its index.
        Immutable, ///< Reads the file alone, without locks and journals: nothing is created beside it.
    };

    /// Opens a file as input from a stranger: no function or view of its schema is trusted, no trigger fires, no other
    /// database can be attached, no page of it is mapped into memory, and nothing in it can be longer than
    /// `kMostBytes`. Nothing is read yet: what is no database is found out by the first statement.
    /// @throws DatabaseError if it cannot be opened
    Database(const std::filesystem::path& file, Mode mode);
    /// A database without a file.
    [[nodiscard]] static Database inMemory();
    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Of one value or row, which is more than the longest specification has. SQLite holds what a statement reads in
    /// memory before anybody can ask how long it is; tensors are read with a BlobReader.
    static constexpr int kMostBytes = 6'000'000;
    static constexpr std::size_t kMostTensorValues = 50'000'000; ///< As doubles they take 400 MB.
    static constexpr int kBusyMilliseconds = 4000;               ///< How long others are waited for.

    /// Runs statements that give no rows, or whose rows nobody wants, separated by semicolons.
    /// @throws DatabaseError
    void execute(const char* sql);
    /// @throws DatabaseError
    [[nodiscard]] Statement prepare(const char* sql);
    /// The integer in the first column of the first row.
    /// @throws DatabaseError if there is none
    [[nodiscard]] std::int64_t integer(const char* sql);

    [[nodiscard]] const std::filesystem::path& file() const { return *file_; }
    [[nodiscard]] std::int64_t lastRow() const;
    [[nodiscard]] sqlite3* handle() { return handle_; }
    /// Whether there is no file, or another one, where this one was opened. Files of Windows cannot be moved while they
    /// are open.
    [[nodiscard]] bool moved() const;
    /// Another number once another connection has changed the file, of this program or another.
    /// @throws DatabaseError
    [[nodiscard]] std::int64_t dataVersion();
    /// The first bytes of the file, whatever it holds; zeros behind its end. SQLite has to be asked for them: closing a
    /// file by other means drops the locks of every connection that this program has to it (fcntl(2)).
    /// @throws DatabaseError
    [[nodiscard]] std::vector<std::byte> start(int bytes);
    /// Lets the first transaction go over to a write-ahead log, if the file system can. Until then the file is
    /// untouched.
    void logAhead() { logAhead_ = true; }
    /// Leaves what is in the log there when the file is closed.
    void keepLog();

    /// From now on every change of the file has to be SQLite's, or it is found `overwritten`.
    void watch();
    /// Whether something other than SQLite has written to the file since it is watched. It must not be written to then:
    /// that would make one damaged file of two.
    [[nodiscard]] bool overwritten();
    /// Whether it has a write-ahead log now, made by itself or found.
    [[nodiscard]] bool writesAhead() const { return ahead_; }
    /// Puts what is in the log into the file, as far as readers let it and nobody has overwritten it.
    /// @param mode  of SQLite's: SQLITE_CHECKPOINT_PASSIVE, ...
    /// @return its result code
    int checkpoint(int mode);
    /// What went wrong last.
    [[nodiscard]] DatabaseError failure(int code) const;
    [[noreturn]] void fail(int code) const { throw failure(code); }

private:
    friend class Statement;
    friend class Transaction;
    void remember();
    void forget();
    void checkpointIfLong();
    Database(const std::filesystem::path& file, const std::string& address, int access);

    std::shared_ptr<const std::filesystem::path> file_; ///< Shared with statements, which outlive a move.
    sqlite3* handle_ = nullptr;
    bool logAhead_ = false;
    std::int64_t ownVersions_ = 0; ///< How often this one's going over to the log looked like somebody else's change.
    bool ahead_ = false;
    std::unique_ptr<int> framesInLog_; ///< After the last commit; where SQLite's callback finds it after a move too.
    std::unique_ptr<FileWatch> watch_; ///< Null until it is watched.
};

/// Lets rows with tensors be written, which are longer than any that statements read.
class WritingTensors {
public:
    explicit WritingTensors(Database& database);
    ~WritingTensors();
    WritingTensors(const WritingTensors&) = delete;
    WritingTensors& operator=(const WritingTensors&) = delete;
    WritingTensors(WritingTensors&&) = delete;
    WritingTensors& operator=(WritingTensors&&) = delete;

    /// @throws DatabaseError if a tensor has more values than are read back
    void requireReadable(std::size_t values) const;

private:
    Database& database_;
};

/// One compiled statement. Parameters count from 1, columns from 0.
class Statement {
public:
    /// @throws DatabaseError if it cannot be compiled
    Statement(Database& database, const char* sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds all parameters in order: integers, doubles (infinities as such; NaN as NULL, which is what SQLite makes of
    /// it), texts, bytes, nullopt and nullptr as NULL. Texts and bytes have to live until the statement is done.
    template <typename... Values>
    Statement& bind(const Values&... values) {
        reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }

    /// Goes to the next row. @return false behind the last
    /// @throws DatabaseError
    bool step();
    /// Runs a statement that gives no rows.
    /// @throws DatabaseError
    void run();
    void reset();

    /// Values of the current row.
    /// @throws DatabaseError if the column holds another type; files of strangers hold anything anywhere
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::int64_t integer(int column, std::int64_t low, std::int64_t high) const; ///< Within bounds.
    [[nodiscard]] double real(int column) const;                      ///< NULL is NaN, an integer its value.
    [[nodiscard]] std::string text(int column) const;                 ///< Whatever bytes there are; not always UTF-8.
    [[nodiscard]] std::span<const std::byte> bytes(int column) const; ///< Valid until the next step.
    [[nodiscard]] bool isNull(int column) const;

private:
    template <std::integral T>
    void bindOne(int index, T value) {
        if (!std::in_range<std::int64_t>(value)) {
            failTooLarge();
        }
        bindInteger(index, static_cast<std::int64_t>(value));
    }
    void bindOne(int index, bool value) { bindInteger(index, value ? 1 : 0); }
    void bindOne(int index, double value);
    void bindOne(int index, std::string_view value);
    void bindOne(int index, const std::string& value) { bindOne(index, std::string_view(value)); }
    void bindOne(int index, const char* value) { bindOne(index, std::string_view(value)); }
    void bindOne(int index, std::span<const std::byte> value);
    void bindOne(int index, const std::vector<std::byte>& value) { bindOne(index, std::span(value)); }
    void bindOne(int index, std::nullptr_t);
    void bindOne(int index, std::nullopt_t) { bindOne(index, nullptr); }
    template <typename T>
    void bindOne(int index, const std::optional<T>& value) {
        if (value) {
            bindOne(index, *value);
        } else {
            bindOne(index, nullptr);
        }
    }
    void bindInteger(int index, std::int64_t value);
    void check(int code) const;
    [[noreturn]] void fail(int code) const;
    [[noreturn]] void failTooLarge() const;
    [[noreturn]] void failType(int column, const char* wanted) const;

    std::shared_ptr<const std::filesystem::path> file_;
    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
};

/// A transaction for writing; what is not committed is undone at the end of the scope.
class Transaction {
public:
    /// How soon a commit outlives a power cut. It outlives the program, however that ends, in both cases.
    enum class Durability : std::uint8_t {
        Soon, ///< With the next checkpoint of the write-ahead log; costs no wait for the disk.
        Now,  ///< Once commit() has returned.
    };

    /// @throws DatabaseError; of the kind Gone if the file is no longer where it was, where nobody finds what is
    /// written, or if somebody has overwritten it
    explicit Transaction(Database& database, Durability durability = Durability::Soon);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    /// @throws DatabaseError if nothing of it is in the file
    void commit();

private:
    void begin();

    Database& database_;
    bool open_ = true;
};

} // namespace roundoff::store::sqlite
