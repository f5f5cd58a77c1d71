// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include <QApplication>

namespace roundoff::benchmarks {

/// An application that knows how long its thread has been busy with events: the time that the window cannot be used.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;
    using Duration = std::chrono::steady_clock::duration;

    bool notify(QObject* receiver, QEvent* event) override;

    /// Begins again with nothing.
    void resetTimes() { busy_ = longest_ = Duration::zero(); }
    /// All events since then.
    [[nodiscard]] Duration busy() const { return busy_; }
    /// The one that took longest, with all that it sent: how long the window stood still.
    [[nodiscard]] Duration longest() const { return longest_; }

private:
    int depth_ = 0;
    Duration busy_{};
    Duration longest_{};
};

[[nodiscard]] inline TimedApplication& application() {
    return *static_cast<TimedApplication*>(QCoreApplication::instance());
}

} // namespace roundoff::benchmarks
