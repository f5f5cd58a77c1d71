// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

#include <QObject>
#include <QTimer>

namespace roundoff::ui {

/// What this process holds of the system, as Linux tells.
struct Resources {
    std::size_t residentBytes = 0; ///< Free blocks of the allocator given back before.
    std::size_t handles = 0;
    std::size_t threads = 0;

    [[nodiscard]] static Resources now();
};

/// A timer of 5 ms in the thread that makes it, which measures how long its event loop did not get round.
class Heartbeat : public QObject {
    Q_OBJECT

public:
    using Milliseconds = std::chrono::duration<double, std::milli>;

    explicit Heartbeat(QObject* parent = nullptr);

    void restart();
    /// The longest time from one beat to the next.
    [[nodiscard]] Milliseconds longestGap() const { return longestGap_; }
    /// The most processor time that the thread took from one beat to the next: what of a gap is its own doing, however
    /// busy the machine is with other things.
    [[nodiscard]] Milliseconds longestWork() const { return longestWork_; }

private:
    using Clock = std::chrono::steady_clock;
    void beat();

    QTimer timer_;
    Clock::time_point last_;
    Milliseconds lastWorked_{};
    Milliseconds longestGap_{};
    Milliseconds longestWork_{};
};

} // namespace roundoff::ui
