// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/ui_fixtures.h"
#include "ui/session.h"

using namespace roundoff;
using namespace roundoff::ui;
using State = Session::State;

namespace {

constexpr int kPatience = 60'000;

} // namespace

class TstSession : public QObject {
    Q_OBJECT

private slots:
    void runsAnExperiment() {
        Session session(std::make_shared<MadeUpInputs>());
        QSignalSpy planned(&session, &Session::planned);
        QSignalSpy started(&session, &Session::runStarted);
        QSignalSpy steps(&session, &Session::stepsArrived);
        QSignalSpy epochs(&session, &Session::epochFinished);
        QSignalSpy ended(&session, &Session::runFinished);
        QSignalSpy finished(&session, &Session::finished);
        session.start(tinyExperiment(), 2);
        QCOMPARE(session.state(), State::Preparing);
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(session.state(), State::Idle);
        QCOMPARE(finished.first().at(0).toBool(), false);
        QCOMPARE(planned.count(), 1);
        QCOMPARE(started.count(), 2);
        QCOMPARE(epochs.count(), 2);
        QCOMPARE(ended.count(), 2);
        QVERIFY(steps.count() > 0);
        QCOMPARE(session.progress().runsDone, std::size_t{2});
        for (const auto& result : session.results()) {
            QVERIFY(result != nullptr);
            QCOMPARE(result->status, experiment::RunStatus::Done);
        }
        QVERIFY(session.specification() == tinyExperiment());
    }

    void allStepsArrive() {
        Session session(std::make_shared<MadeUpInputs>());
        QHash<int, std::uint32_t> count;
        connect(&session, &Session::stepsArrived, this,
                [&](int run, const std::vector<experiment::MetricPoint>& points) {
                    for (const experiment::MetricPoint& point : points) {
                        count[run] += point.merged;
                    }
                });
        QSignalSpy finished(&session, &Session::finished);
        session.start(tinyExperiment(), 1);
        QVERIFY(finished.wait(kPatience));
        // 500 images in batches of 64 are 7 whole ones and one of 52.
        QCOMPARE(count.value(0), 8U);
        QCOMPARE(count.value(1), 8U);
    }

    void badInputIsOneMessage() {
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.base.dataset.directory = "missing";
        Session session(std::make_shared<MadeUpInputs>());
        QSignalSpy failed(&session, &Session::failed);
        QSignalSpy planned(&session, &Session::planned);
        session.start(specification, 1);
        QVERIFY(failed.wait(kPatience));
        QVERIFY(failed.first().at(0).toString().contains("missing/train-images"));
        QCOMPARE(session.state(), State::Idle);
        QCOMPARE(planned.count(), 0);
    }

    void stopKeepsWhatIsFinished() {
        // One thread: the first run, of one epoch, is over before the second, which would last for ever.
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.vary = {{"training.epochs", {1, 100'000}}};
        Session session(std::make_shared<MadeUpInputs>());
        QSignalSpy ended(&session, &Session::runFinished);
        QSignalSpy started(&session, &Session::runStarted);
        QSignalSpy finished(&session, &Session::finished);
        session.start(specification, 1);
        QTRY_COMPARE_WITH_TIMEOUT(started.count(), 2, kPatience);
        session.stop();
        QCOMPARE(session.state(), State::Stopping);
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(finished.first().at(0).toBool(), true);
        QCOMPARE(session.results()[0]->status, experiment::RunStatus::Done);
        QCOMPARE(session.results()[1]->status, experiment::RunStatus::Stopped);
    }

    void stopWhilePreparing() {
        Session session(std::make_shared<MadeUpInputs>());
        QSignalSpy planned(&session, &Session::planned);
        QSignalSpy finished(&session, &Session::finished);
        session.start(tinyExperiment(), 1);
        session.stop();
        QCOMPARE(session.state(), State::Idle);
        QCOMPARE(finished.count(), 1);
        // What was being prepared is dropped; the next experiment is the one that comes.
        experiment::ExperimentSpec next = tinyExperiment();
        next.title = "next";
        session.start(next, 1);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, kPatience);
        QCOMPARE(planned.count(), 1);
        QCOMPARE(session.specification().title, std::string("next"));
    }

    void pausesAndGoesOn() {
        Session session(std::make_shared<MadeUpInputs>());
        QSignalSpy started(&session, &Session::runStarted);
        QSignalSpy finished(&session, &Session::finished);
        session.start(endlessExperiment(), 2);
        QVERIFY(started.wait(kPatience));
        session.setPaused(true);
        QCOMPARE(session.state(), State::Paused);
        session.setPaused(false);
        QCOMPARE(session.state(), State::Running);
        session.setPaused(true);
        session.stop();
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(session.state(), State::Idle);
    }

    void closingWhileRunningEndsTheRuns() {
        Session session(std::make_shared<MadeUpInputs>());
        QSignalSpy started(&session, &Session::runStarted);
        session.start(endlessExperiment(), 2);
        QVERIFY(started.wait(kPatience));
    }
};

QTEST_MAIN(TstSession)
#include "tst_session.moc"
