// SPDX-License-Identifier: GPL-3.0-or-later
#include "timed_application.h"

#include <algorithm>

namespace roundoff::benchmarks {

bool TimedApplication::notify(QObject* receiver, QEvent* event) {
    if (depth_ > 0) { // It is part of the event that sent it.
        return QApplication::notify(receiver, event);
    }
    const auto begin = std::chrono::steady_clock::now();
    ++depth_;
    const bool result = QApplication::notify(receiver, event);
    --depth_;
    const Duration time = std::chrono::steady_clock::now() - begin;
    busy_ += time;
    longest_ = std::max(longest_, time);
    return result;
}

} // namespace roundoff::benchmarks
