// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt_guard.h"

#include <atomic>
#include <csignal>

namespace roundoff::app {
namespace {

std::atomic<bool> wasInterrupted{false};

extern "C" void onInterrupt(int) {
    wasInterrupted.store(true);
}

} // namespace

InterruptGuard::InterruptGuard()
    : previousInterrupt_(std::signal(SIGINT, onInterrupt)), previousTerminate_(std::signal(SIGTERM, onInterrupt)),
      previousHangUp_(SIG_DFL) {
    wasInterrupted.store(false);
#ifdef SIGHUP
    previousHangUp_ = std::signal(SIGHUP, onInterrupt);
    if (previousHangUp_ == SIG_IGN) {
        std::signal(SIGHUP, SIG_IGN); // nohup: it is to go on when the terminal has gone.
    }
#endif
}

InterruptGuard::~InterruptGuard() {
    std::signal(SIGINT, previousInterrupt_);
    std::signal(SIGTERM, previousTerminate_);
#ifdef SIGHUP
    std::signal(SIGHUP, previousHangUp_);
#endif
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): there is something to ask only while one exists.
bool InterruptGuard::interrupted() const {
    return wasInterrupted.load();
}

} // namespace roundoff::app
