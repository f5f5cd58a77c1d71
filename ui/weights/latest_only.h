// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <mutex>

#include <QObject>
#include <QThreadPool>

namespace roundoff::ui {

/// One worker thread for questions of which only the newest matters, as a slider asks them: while one is at work, the
/// newest waits and those in between are dropped. The one at work is told that it is no longer wanted; what it has
/// found out by then it may still tell, so that something moves however fast the questions come.
class LatestOnly : public QObject {
    Q_OBJECT

public:
    /// What a piece of work is given.
    class Turn {
    public:
        /// Whether the answer is still wanted. Safe in any thread while the work lasts.
        [[nodiscard]] bool goOn() const { return !owner_.superseded_.load(std::memory_order_relaxed); }
        /// Calls a function in the owner's thread; never after the owner's end.
        void tell(std::function<void()> news) const;

    private:
        friend class LatestOnly;
        explicit Turn(LatestOnly& owner) : owner_(owner) {}
        LatestOnly& owner_;
    };
    /// Runs in the worker thread and does not throw.
    using Work = std::function<void(const Turn&)>;

    explicit LatestOnly(QObject* parent = nullptr);
    /// Drops what waits, and waits for the one at work, which sees that it is not to go on.
    ~LatestOnly() override;

    /// Begins the work, or puts it in the place of what waits.
    void run(Work work);

private:
    void workOn();

    std::mutex mutex_;
    Work waiting_;         // Guarded by mutex_.
    bool working_ = false; // Guarded by mutex_: whether a worker will look at waiting_ again.
    std::atomic<bool> superseded_{false};
    QThreadPool pool_;
};

} // namespace roundoff::ui
