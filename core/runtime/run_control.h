// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>

namespace roundoff::runtime {

/// Stop and pause for workers that ask once per batch. All functions are safe from any thread.
class RunControl {
public:
    /// Ends everything that asks `goOn`, paused or not. Cannot be taken back.
    void requestStop();
    [[nodiscard]] bool stopRequested() const { return stop_.load(std::memory_order_relaxed); }

    void setPaused(bool paused);
    [[nodiscard]] bool paused() const { return paused_.load(std::memory_order_relaxed); }

    /// Whether to go on. Blocks while paused and adds the time blocked to `pausedTime`.
    [[nodiscard]] bool goOn(std::chrono::steady_clock::duration& pausedTime) const;

private:
    std::atomic<bool> stop_{false};
    std::atomic<bool> paused_{false};
};

} // namespace roundoff::runtime
