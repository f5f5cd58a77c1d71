// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/database.h"

#include <sqlite3.h>

#include <array>
#include <limits>
#include <string_view>

#include "core/store/sqlite/failures.h"

namespace roundoff::store::sqlite {

Statement::Statement(Database& database, const char* sql) : file_(database.file_), connection_(database.handle_) {
    check(sqlite3_prepare_v3(connection_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement::Statement(Statement&& other) noexcept
    : file_(std::move(other.file_)), connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    if (this != &other) {
        sqlite3_finalize(statement_);
        file_ = std::move(other.file_);
        connection_ = other.connection_;
        statement_ = std::exchange(other.statement_, nullptr);
    }
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        // The error is the connection's last one: taken before resetting, which ends what the statement holds.
        DatabaseError error = code == SQLITE_TOOBIG && sqlite3_stmt_readonly(statement_) != 0
                                  ? damaged(*file_, "a value is longer than any that Roundoff writes")
                                  : failure(*file_, connection_, code);
        sqlite3_reset(statement_);
        throw error;
    }
    return code == SQLITE_ROW;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_); // Gives the error of the last step again, which was told then.
}

std::int64_t Statement::integer(int column) const {
    if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER) {
        failType(column, "a whole number");
    }
    return sqlite3_column_int64(statement_, column);
}

std::int64_t Statement::integer(int column, std::int64_t low, std::int64_t high) const {
    const std::int64_t value = integer(column);
    if (value < low || value > high) {
        const std::string range = "from " + std::to_string(low) + " to " + std::to_string(high);
        throw damaged(*file_, std::string(sqlite3_column_name(statement_, column)) + " is " + std::to_string(value) +
                                  ", which is not " + range);
    }
    return value;
}

double Statement::real(int column) const {
    switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_NULL: return std::numeric_limits<double>::quiet_NaN();
    case SQLITE_INTEGER:
    case SQLITE_FLOAT: return sqlite3_column_double(statement_, column);
    default: failType(column, "a number");
    }
}

std::string Statement::text(int column) const {
    if (sqlite3_column_type(statement_, column) != SQLITE_TEXT) {
        failType(column, "a text");
    }
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (text == nullptr) {
        fail(SQLITE_NOMEM);
    }
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::span<const std::byte> Statement::bytes(int column) const {
    if (sqlite3_column_type(statement_, column) != SQLITE_BLOB) {
        failType(column, "bytes");
    }
    const void* data = sqlite3_column_blob(statement_, column); // Null if there are none.
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    if (data == nullptr && size > 0) {
        fail(SQLITE_NOMEM);
    }
    return {static_cast<const std::byte*>(data), size};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Statement::bindInteger(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_, index, value));
}

void Statement::bindOne(int index, double value) {
    check(sqlite3_bind_double(statement_, index, value));
}

void Statement::bindOne(int index, std::string_view value) {
    // A null pointer would be NULL, not an empty text.
    check(sqlite3_bind_text64(statement_, index, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Statement::bindOne(int index, std::span<const std::byte> value) {
    check(value.empty() ? sqlite3_bind_zeroblob(statement_, index, 0)
                        : sqlite3_bind_blob64(statement_, index, value.data(), value.size(), SQLITE_STATIC));
}

void Statement::bindOne(int index, std::nullptr_t /*none*/) {
    check(sqlite3_bind_null(statement_, index));
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) {
        fail(code);
    }
}

void Statement::fail(int code) const {
    throw failure(*file_, connection_, code);
}

void Statement::failTooLarge() const {
    fail(SQLITE_TOOBIG);
}

void Statement::failType(int column, const char* wanted) const {
    constexpr std::array kTypes{"", "a whole number", "a number", "a text", "bytes", "nothing"};
    const int type = sqlite3_column_type(statement_, column);
    throw damaged(*file_, std::string(sqlite3_column_name(statement_, column)) + " holds " +
                              kTypes.at(static_cast<std::size_t>(type)) + " where " + wanted + " belongs");
}

} // namespace roundoff::store::sqlite
