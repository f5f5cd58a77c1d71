// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <QTest>

#include "core/runtime/run_control.h"

using roundoff::runtime::RunControl;
using Duration = std::chrono::steady_clock::duration;

namespace {

// A worker that asks once, on a thread of its own.
class Asking {
public:
    explicit Asking(const RunControl& control)
        : thread_([this, &control] {
              entered_ = true;
              goesOn_ = control.goOn(pausedTime_);
              returned_ = true;
          }) {
        while (!entered_) {
            std::this_thread::yield();
        }
    }
    ~Asking() {
        if (thread_.joinable()) {
            thread_.join();
        }
    }
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    [[nodiscard]] bool returned() const { return returned_; }
    [[nodiscard]] bool answer() {
        thread_.join();
        return goesOn_;
    }

private:
    std::atomic<bool> entered_{false};
    std::atomic<bool> returned_{false};
    bool goesOn_ = false;
    Duration pausedTime_{};
    std::thread thread_; // Last: it uses the others.
};

void sleepALittle() {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
}

} // namespace

class TestRunControl : public QObject {
    Q_OBJECT

private slots:
    void goesOnAtFirst();
    void stopEnds();
    void stopIsForGood();
    void pauseBlocks();
    void resumeReleasesAll();
    void stopReleasesThePaused();
    void pauseAfterStopDoesNotBlock();
    void pausedTimeIsCounted();
    void stopAndPauseAtOnce();
};

void TestRunControl::goesOnAtFirst() {
    const RunControl control;
    Duration paused{};
    QVERIFY(control.goOn(paused));
    QVERIFY(!control.paused());
    QVERIFY(!control.stopRequested());
    QVERIFY(paused == Duration::zero());
}

void TestRunControl::stopEnds() {
    RunControl control;
    control.requestStop();
    Duration paused{};
    QVERIFY(!control.goOn(paused));
    QVERIFY(control.stopRequested());
}

void TestRunControl::stopIsForGood() {
    RunControl control;
    control.requestStop();
    control.setPaused(true);
    control.setPaused(false);
    Duration paused{};
    QVERIFY(!control.goOn(paused));
}

void TestRunControl::pauseBlocks() {
    RunControl control;
    control.setPaused(true);
    QVERIFY(control.paused());
    Asking worker(control);
    sleepALittle(); // However short this is, a worker that is held has not returned.
    const bool returned = worker.returned();
    control.setPaused(false);
    QVERIFY(worker.answer());
    QVERIFY(!returned);
}

void TestRunControl::resumeReleasesAll() {
    RunControl control;
    control.setPaused(true);
    Asking one(control);
    Asking two(control);
    Asking three(control);
    sleepALittle();
    control.setPaused(false);
    QVERIFY(one.answer());
    QVERIFY(two.answer());
    QVERIFY(three.answer());
}

void TestRunControl::stopReleasesThePaused() {
    RunControl control;
    control.setPaused(true);
    Asking one(control);
    Asking two(control);
    sleepALittle();
    control.requestStop();
    QVERIFY(!one.answer());
    QVERIFY(!two.answer());
    QVERIFY(!control.paused());
}

void TestRunControl::pauseAfterStopDoesNotBlock() {
    RunControl control;
    control.requestStop();
    control.setPaused(true);
    QVERIFY(!control.paused());
    Asking worker(control);
    QVERIFY(!worker.answer());
}

void TestRunControl::pausedTimeIsCounted() {
    RunControl control;
    Duration paused{};
    std::atomic<bool> counted{false};
    std::thread worker([&] {
        while (paused == Duration::zero() && control.goOn(paused)) {
        }
        counted = true;
    });
    while (!counted) {
        control.setPaused(true);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        control.setPaused(false);
    }
    worker.join();
    QVERIFY(paused > Duration::zero());
}

/// Whichever comes first, nobody may be held after a stop: a worker that is would never end this test.
void TestRunControl::stopAndPauseAtOnce() {
    for (int i = 0; i < 100; ++i) {
        RunControl control;
        Asking worker(control);
        std::thread pausing([&control] { control.setPaused(true); });
        std::thread stopping([&control] { control.requestStop(); });
        pausing.join();
        stopping.join();
        static_cast<void>(worker.answer()); // It may have asked before the stop.
        Duration paused{};
        QVERIFY(!control.goOn(paused));
    }
}

QTEST_APPLESS_MAIN(TestRunControl)
#include "tst_run_control.moc"
