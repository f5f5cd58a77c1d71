// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/experiment_file.h"
#include "tests/ui/endurance.h"
#include "tests/ui/ui_fixtures.h"
#include "ui/session.h"

using namespace roundoff;
using namespace roundoff::ui;
using State = Session::State;

namespace {

constexpr int kPatience = 60'000;
constexpr double kLongestStallMilliseconds = 100.0;
constexpr double kMebibyte = 1024.0 * 1024.0;

/// A number of short runs: one epoch of 100 images.
experiment::ExperimentSpec shortRuns(int count) {
    experiment::ExperimentSpec specification = tinyExperiment();
    specification.base.dataset.trainLimit = 100;
    specification.vary.clear();
    specification.repeats.seeds = count;
    return specification;
}

double growth(const Resources& from, const Resources& to) {
    return (static_cast<double>(to.residentBytes) - static_cast<double>(from.residentBytes)) / kMebibyte;
}

} // namespace

/// A session that is used for long: what it holds of the system does not grow, and the window never waits for it.
class TstSessionEndurance : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::shared_ptr<store::ExperimentFile> file_;

private slots:
    void initTestCase() {
#ifndef __linux__
        QSKIP("what a process holds is read from /proc");
#endif
    }

    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        file_ = store::ExperimentFile::create(
            std::filesystem::path(folder_->filePath(QStringLiteral("long.roundoff")).toStdU16String()),
            tinyExperiment());
    }

    void cleanup() {
        file_.reset();
    }

    /// Or the others would say nothing: a slot that waits takes no processor time.
    void aSlotThatSleepsIsCaught() {
        constexpr auto kSleep = std::chrono::milliseconds(150);
        Heartbeat heartbeat;
        QTimer::singleShot(20, &heartbeat, [&] { std::this_thread::sleep_for(kSleep); });
        QTRY_VERIFY(heartbeat.longestGap() >= kSleep);
        QVERIFY(heartbeat.longestStall().count() > kLongestStallMilliseconds);
    }

    void startsAndStops() {
        constexpr int kWarmUp = 100;
        constexpr int kCycles = 1000;
        constexpr double kMostGrowth = 4.0; // MiB
        Session session(std::make_shared<MadeUpInputs>());
        session.setFile(file_);
        // Every other one is stopped as soon as its runs begin, the others after their first steps.
        int cycle = 0;
        connect(&session, &Session::stateChanged, &session, [&](State state) {
            if (state == State::Running && cycle % 2 == 0) {
                session.stop();
            }
        });
        connect(&session, &Session::stepsArrived, &session, [&] {
            if (session.state() == State::Running) {
                session.stop();
            }
        });
        Heartbeat heartbeat;
        QSignalSpy finished(&session, &Session::finished);
        Resources warm;
        for (; cycle < kWarmUp + kCycles; ++cycle) {
            if (cycle == kWarmUp) {
                warm = Resources::now();
                heartbeat.restart();
            }
            // What was stopped goes on, but not for ever: its epochs would become more and more.
            session.start(endlessExperiment(), 2, cycle % 10 == 0 ? Session::Begin::Afresh : Session::Begin::Continue);
            if (finished.isEmpty()) {
                QVERIFY(finished.wait(kPatience));
            }
            finished.clear();
        }
        const Resources after = Resources::now();
        qInfo("%d cycles: %.1f MiB more than the %.0f after %d, %s", kCycles, growth(warm, after),
              static_cast<double>(warm.residentBytes) / kMebibyte, kWarmUp, qPrintable(heartbeat.text()));
        QVERIFY(growth(warm, after) < kMostGrowth);
        QCOMPARE(after.handles, warm.handles);
        QCOMPARE(after.threads, warm.threads);
        QVERIFY(heartbeat.longestStall().count() < kLongestStallMilliseconds);
    }

    void runsFiveHundred() {
        constexpr std::size_t kWarmUp = 100;
        constexpr int kRuns = 500;
        constexpr double kMostGrowthOfARun = 0.03; // MiB
        Session session(std::make_shared<MadeUpInputs>());
        session.setFile(file_);
        QSignalSpy finished(&session, &Session::finished);
        session.start(shortRuns(2), 2); // The file opens what it needs beside itself, the pool its thread.
        QVERIFY(finished.wait(kPatience));
        finished.clear();
        const Resources before = Resources::now();
        Resources warm;
        connect(&session, &Session::runFinished, &session, [&] {
            if (session.completedRuns() == kWarmUp) {
                warm = Resources::now();
            }
        });
        Heartbeat heartbeat;
        session.start(shortRuns(kRuns), 2, Session::Begin::Afresh);
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(session.completedRuns(), std::size_t{kRuns});
        const Resources after = Resources::now();
        qInfo("%d runs: %.1f MiB more than the %.0f after %zu, %s", kRuns, growth(warm, after),
              static_cast<double>(warm.residentBytes) / kMebibyte, kWarmUp, qPrintable(heartbeat.text()));
        QVERIFY(growth(warm, after) < kMostGrowthOfARun * (kRuns - kWarmUp));
        QCOMPARE(after.handles, before.handles);
        QCOMPARE(after.threads, before.threads);
        QVERIFY(heartbeat.longestStall().count() < kLongestStallMilliseconds);

        // And so when they are shown.
        heartbeat.restart();
        Session shown(std::make_shared<MadeUpInputs>());
        shown.setFile(file_);
        QSignalSpy told(&shown, &Session::finished);
        shown.show();
        QVERIFY(told.wait(kPatience));
        QCOMPARE(shown.completedRuns(), std::size_t{kRuns});
        qInfo("shown: %s", qPrintable(heartbeat.text()));
        QVERIFY(heartbeat.longestStall().count() < kLongestStallMilliseconds);
    }
};

QTEST_MAIN(TstSessionEndurance)
#include "tst_session_endurance.moc"
