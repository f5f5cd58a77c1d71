// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace roundoff::store {

/// Says to other Roundoffs, and to other windows of this one, that a file is being written: an advisory lock on a small
/// hidden file beside it (`.name.lock`), which holds the process and the computer. The system lets go of it however the
/// program ends; the hidden file may stay behind then, and means nothing.
///
/// SQLite has locks of its own, which keep a database sound; this one keeps a second program from writing at all.
class FileLock {
public:
    enum class Outcome : std::uint8_t {
        Taken,
        Held,       ///< By somebody else.
        Impossible, ///< No file can be made in the folder: a read-only or full disk, or no permission.
    };

    /// @param file  which need not be there
    /// @param[out] why  one sentence without a full stop; empty if it was taken
    /// @return null unless it was taken. Where the file system knows no locks it is taken without one.
    [[nodiscard]] static std::shared_ptr<const FileLock> take(const std::filesystem::path& file, Outcome& outcome,
                                                              std::string& why);

    /// Removes the hidden file and lets go.
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Whether this is the lock of that file, by name: whatever is there now.
    [[nodiscard]] bool guards(const std::filesystem::path& file) const;

private:
    FileLock(std::filesystem::path file, std::intptr_t handle) : file_(std::move(file)), handle_(handle) {}

    std::filesystem::path file_; ///< The hidden one.
    std::intptr_t handle_;       ///< The system's; -1 for none.
};

} // namespace roundoff::store
