// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

struct sqlite3;

namespace roundoff::store::sqlite {

/// Notices that something other than SQLite writes to a database file while it is open: `cp other.roundoff x.roundoff`.
/// SQLite does not, because the file is still the same one; with a write-ahead log it would put its own pages between
/// the foreign ones. Size, time and beginning of the file are remembered whenever this program has written to it, and
/// compared before it does so again.
class FileWatch {
public:
    explicit FileWatch(sqlite3* handle) : handle_(handle) {}

    /// Remembers the file as it is now, which this program has made it.
    /// @param moved  whether its path leads to another file by now
    void remember(const std::filesystem::path& file, bool moved, std::int64_t version);
    /// This program has failed to write to it, so it may be anything until it is remembered again.
    void forget() { remembered_.reset(); }

    /// Whether it is another one than was remembered.
    [[nodiscard]] bool differs(const std::filesystem::path& file, bool moved) const;
    /// What was remembered of the versions of its contents.
    [[nodiscard]] std::optional<std::int64_t> version() const;
    void setVersion(std::int64_t version);

private:
    struct Stamp {
        std::int64_t bytes = 0;
        std::vector<std::byte> start; ///< Counts its changes, among others.
        std::optional<std::filesystem::file_time_type> time;

        bool operator==(const Stamp&) const = default;
    };

    [[nodiscard]] Stamp now(const std::filesystem::path& file, bool moved) const;

    sqlite3* handle_;
    std::optional<Stamp> remembered_;
    std::int64_t version_ = 0;
};

} // namespace roundoff::store::sqlite
