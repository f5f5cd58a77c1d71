// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

#include <QObject>
#include <QString>
#include <QTimer>

namespace roundoff::ui {

/// What this process holds of the system, as Linux tells.
struct Resources {
    std::size_t residentBytes = 0; ///< Free blocks of the allocator given back before.
    std::size_t handles = 0;
    std::size_t threads = 0;

    [[nodiscard]] static Resources now();
};

/// A timer of 5 ms in the thread that makes it, which measures for how long its event loop did not get round.
class Heartbeat : public QObject {
    Q_OBJECT

public:
    using Milliseconds = std::chrono::duration<double, std::milli>;

    explicit Heartbeat(QObject* parent = nullptr);

    void restart();
    /// The longest time from one beat to the next.
    [[nodiscard]] Milliseconds longestGap() const { return longestGap_; }
    /// The longest such time less what the thread waited for a processor in it: what it was kept from its events by
    /// itself, at work, asleep, or waiting for a lock or a disk, however busy the machine is with other things.
    [[nodiscard]] Milliseconds longestStall() const { return longestStall_; }
    /// How much of that it was at work: the rest it slept or waited.
    [[nodiscard]] Milliseconds workInLongestStall() const { return workInLongestStall_; }
    /// All three, in words.
    [[nodiscard]] QString text() const;

private:
    using Clock = std::chrono::steady_clock;
    void beat();

    QTimer timer_;
    Clock::time_point last_;
    Milliseconds lastWaited_{};
    Milliseconds lastWorked_{};
    Milliseconds longestGap_{};
    Milliseconds longestStall_{};
    Milliseconds workInLongestStall_{};
};

} // namespace roundoff::ui
