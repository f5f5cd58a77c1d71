// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace roundoff::tests {

/// The system's files as SQLite sees them, but for one operation that fails: the n-th of those that change what is on
/// the disk or wait for it. From install() on it is what every new connection of this process uses.
class FaultyVfs {
public:
    static FaultyVfs& install();

    /// Counts from now on; the n-th operation (from 1) fails with this result code of SQLite's.
    /// @param lasting  whether all later ones fail as well, as on a full disk
    void failAt(int n, int code, bool lasting);
    void stopFailing() { failAt(0, 0, false); }

    /// Whether an operation has failed since.
    [[nodiscard]] bool hasFailed() const { return failed_; }

    /// For the operations themselves. @return SQLITE_OK, or what this one fails with
    int next();

private:
    FaultyVfs() = default;

    std::atomic<int> count_ = 0;
    std::atomic<int> at_ = 0;
    std::atomic<int> code_ = 0;
    std::atomic<bool> lasting_ = false;
    std::atomic<bool> failed_ = false;
};

} // namespace roundoff::tests
