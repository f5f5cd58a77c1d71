// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/run_control.h"

namespace roundoff::runtime {

void RunControl::requestStop() {
    stop_.store(true);
    setPaused(false);
}

void RunControl::setPaused(bool paused) {
    // After a stop nothing may block again, whichever of the two came first.
    paused_.store(paused && !stop_.load());
    if (stop_.load()) {
        paused_.store(false);
    }
    paused_.notify_all();
}

bool RunControl::goOn(std::chrono::steady_clock::duration& pausedTime) const {
    if (paused_.load(std::memory_order_relaxed)) {
        const auto begin = std::chrono::steady_clock::now();
        paused_.wait(true);
        pausedTime += std::chrono::steady_clock::now() - begin;
    }
    return !stop_.load(std::memory_order_relaxed);
}

} // namespace roundoff::runtime
