// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace roundoff::app {

/// While one exists, Ctrl-C, a polite kill and a closed terminal do not end the program but are remembered, so that
/// what is finished can be kept. There is at most one at a time.
class InterruptGuard {
public:
    InterruptGuard();
    ~InterruptGuard(); ///< From here on they end the program again.
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    [[nodiscard]] bool interrupted() const;

private:
    using Handler = void (*)(int);
    Handler previousInterrupt_;
    Handler previousTerminate_;
    Handler previousHangUp_;
};

} // namespace roundoff::app
