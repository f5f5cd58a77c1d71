// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace roundoff::test {

/// Does to a database what a stranger might, by a connection of SQLite's own, without any of the program's defences.
/// @return the first column of all rows, joined by newlines
/// @throws std::runtime_error
inline std::string rawSql(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* handle = nullptr;
    std::string rows;
    std::string problem;
    if (sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "unix") != SQLITE_OK) {
        problem = "cannot be opened";
    } else {
        const auto add = [](void* all, int, char** values, char**) {
            auto& text = *static_cast<std::string*>(all);
            text += text.empty() ? "" : "\n";
            text += values[0] != nullptr ? values[0] : "NULL";
            return 0;
        };
        char* message = nullptr;
        if (sqlite3_exec(handle, sql.c_str(), add, &rows, &message) != SQLITE_OK) {
            problem = message != nullptr ? message : "failed";
        }
        sqlite3_free(message);
    }
    sqlite3_close(handle);
    if (!problem.empty()) {
        throw std::runtime_error(sql + ": " + problem);
    }
    return rows;
}

} // namespace roundoff::test
