// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <map>
#include <thread>

#include <QTest>

#include "core/experiment/sweep.h"
#include "tests/experiment/small_experiment.h"
#include "tests/experiment/synthetic_inputs.h"

using namespace roundoff::experiment;
using roundoff::test::smallExperiment;
using roundoff::test::SyntheticInputs;

using Results = std::vector<std::shared_ptr<const RunResult>>;

namespace {

constexpr int kForever = 60'000; // Milliseconds; only a test that fails waits so long.

std::shared_ptr<Inputs> inputs() {
    return std::make_shared<SyntheticInputs>();
}

std::vector<SweepEvent> allEvents(Sweep& sweep) {
    sweep.start();
    sweep.wait();
    return sweep.drainEvents();
}

Results resultsOf(const std::vector<SweepEvent>& events, std::size_t runs) {
    Results results(runs);
    for (const SweepEvent& event : events) {
        if (const auto* finished = std::get_if<RunFinished>(&event)) {
            results.at(finished->run) = finished->result;
        }
    }
    return results;
}

std::vector<EpochResult> withoutTimes(std::vector<EpochResult> epochs) {
    for (EpochResult& epoch : epochs) {
        epoch.trainSeconds = 0.0;
        epoch.evalSeconds = 0.0;
    }
    return epochs;
}

// Drains until a run has finished; its number.
std::size_t waitForAFinishedRun(Sweep& sweep, std::vector<SweepEvent>& events) {
    for (;;) {
        sweep.waitForEvent(kForever);
        for (SweepEvent& event : sweep.drainEvents()) {
            events.push_back(event);
            if (const auto* finished = std::get_if<RunFinished>(&events.back())) {
                return finished->run;
            }
        }
    }
}

ExperimentSpec manyKinds() {
    ExperimentSpec spec = smallExperiment();
    spec.base.deployments = {{roundoff::format::Decimal{2}, roundoff::format::Rounding::Stochastic, {}, {}}};
    spec.repeats = {2, 1};
    spec.vary = {{"precision", {"FP64", "FP32", "AMP-FP16", Json{{"weights", "FP16"}, {"rounding", "stochastic"}}}},
                 {"optimiser.kind", {"sgd", "adam"}}};
    return spec;
}

} // namespace

class TestSweep : public QObject {
    Q_OBJECT

private slots:
    void sameBitsAtAnyThreadCount_data();
    void sameBitsAtAnyThreadCount();
    void eventsAreInOrder();
    void metricsSumToTheSteps_data();
    void metricsSumToTheSteps();
    void looksThatNobodyDrainsAreMerged();
    void stopKeepsWhatIsFinished();
    void stopBeforeTheStart();
    void pausedSweepDoesNothing();
    void stopWhilePaused();
    void stopWhilePausedEndsThePause();
    void destroyedWhileRunning();
    void oneRunFailsTheOthersDoNot();
    void oneRunDivergesTheOthersDoNot();
    void progressEndsAtTheTotal();
    void moreThreadsThanRuns();
    void emptyPlan();
};

void TestSweep::sameBitsAtAnyThreadCount_data() {
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("two") << 2U;
    QTest::newRow("four") << 4U;
}

void TestSweep::sameBitsAtAnyThreadCount() {
    QFETCH(const unsigned, threads);
    const Plan plan = makePlan(manyKinds());
    QCOMPARE(plan.runs.size(), std::size_t{16});
    Sweep alone(plan, inputs(), 1);
    const Results expected = resultsOf(allEvents(alone), plan.runs.size());
    Sweep together(plan, inputs(), threads);
    const Results found = resultsOf(allEvents(together), plan.runs.size());
    for (std::size_t run = 0; run < plan.runs.size(); ++run) {
        const char* label = plan.runs[run].label.c_str();
        QVERIFY2(expected[run]->status == RunStatus::Done, expected[run]->reason.c_str());
        QVERIFY2(found[run]->weightsDigest == expected[run]->weightsDigest, label);
        QVERIFY2(withoutTimes(found[run]->epochs) == withoutTimes(expected[run]->epochs), label);
        QVERIFY2(found[run]->deployments == expected[run]->deployments, label);
        QCOMPARE(found[run]->id, plan.runs[run].id);
    }
}

/// Of each run: started, its epochs from 1, finished.
void TestSweep::eventsAreInOrder() {
    const Plan plan = makePlan(manyKinds());
    Sweep sweep(plan, inputs(), 3);
    std::map<std::size_t, int> next; // 0: not started; n: epoch n comes next; -1: finished.
    for (const SweepEvent& event : allEvents(sweep)) {
        if (const auto* started = std::get_if<RunStarted>(&event)) {
            QCOMPARE(next[started->run], 0);
            next[started->run] = 1;
        } else if (const auto* epoch = std::get_if<EpochFinished>(&event)) {
            QCOMPARE(next[epoch->run], epoch->epoch.epoch);
            ++next[epoch->run];
        } else if (const auto* taken = std::get_if<TelemetryTaken>(&event)) {
            QCOMPARE(static_cast<int>(taken->sample.epoch), next[taken->run]);
        } else {
            const auto& finished = std::get<RunFinished>(event);
            QCOMPARE(next[finished.run], 3); // Two epochs.
            QCOMPARE(finished.result->epochs.size(), std::size_t{2});
            next[finished.run] = -1;
        }
    }
    QCOMPARE(next.size(), plan.runs.size());
    for (const auto& [run, state] : next) {
        QCOMPARE(state, -1);
    }
}

void TestSweep::metricsSumToTheSteps_data() {
    QTest::addColumn<int>("epochs");
    QTest::newRow("few") << 2;
    QTest::newRow("more than anybody drains") << 300; // 3,000 steps: more than the ring holds.
}

void TestSweep::metricsSumToTheSteps() {
    QFETCH(const int, epochs);
    ExperimentSpec spec = smallExperiment();
    spec.base.training.epochs = epochs;
    spec.repeats.seeds = 2;
    Sweep sweep(makePlan(spec), inputs(), 2);
    (void)allEvents(sweep);
    const auto metrics = sweep.drainMetrics();
    QCOMPARE(metrics.size(), std::size_t{2});
    for (const RunMetrics& run : metrics) {
        std::uint32_t steps = 0;
        for (const MetricPoint& point : run.points) {
            steps += point.merged;
            QCOMPARE(point.step, steps); // In order, and none is missing.
        }
        QCOMPARE(steps, static_cast<std::uint32_t>(10 * epochs));
    }
    QVERIFY(sweep.drainMetrics().empty());
}

/// 1000 looks inside each of two runs, in bounded memory: none is lost, and they stay in order among the epochs.
void TestSweep::looksThatNobodyDrainsAreMerged() {
    ExperimentSpec spec = smallExperiment();
    spec.base.training.epochs = 100; // Of ten steps.
    spec.base.training.telemetryStride = 1;
    spec.repeats.seeds = 2;
    Sweep sweep(makePlan(spec), inputs(), 2);
    std::vector<std::vector<roundoff::nn::TelemetrySample>> looks(2);
    std::vector<std::uint32_t> epochs(2);
    for (const SweepEvent& event : allEvents(sweep)) {
        if (const auto* epoch = std::get_if<EpochFinished>(&event)) {
            ++epochs[epoch->run];
        } else if (const auto* taken = std::get_if<TelemetryTaken>(&event)) {
            QCOMPARE(taken->sample.epoch, epochs[taken->run] + 1);
            looks[taken->run].push_back(taken->sample);
        }
    }
    for (const auto& ofRun : looks) {
        QVERIFY2(ofRun.size() > 30 && ofRun.size() <= 65, qPrintable(QString::number(ofRun.size())));
        std::uint32_t seen = 0;
        for (const roundoff::nn::TelemetrySample& look : ofRun) {
            seen += look.sampled;
            QCOMPARE(look.step, seen);
        }
        QCOMPARE(seen, std::uint32_t{1000});
    }
    QVERIFY(sweep.drainEvents().empty());
}

void TestSweep::stopKeepsWhatIsFinished() {
    ExperimentSpec spec = smallExperiment();
    spec.vary = {{"training.epochs", {2, 100'000, 3}}}; // The second one would take hours.
    Sweep sweep(makePlan(spec), inputs(), 1);
    sweep.start();
    std::vector<SweepEvent> events;
    QCOMPARE(waitForAFinishedRun(sweep, events), std::size_t{0});
    sweep.stop();
    sweep.wait();
    for (SweepEvent& event : sweep.drainEvents()) {
        events.push_back(event);
    }
    const Results results = resultsOf(events, 3);
    QVERIFY(results[0]->status == RunStatus::Done);
    QCOMPARE(results[0]->epochs.size(), std::size_t{2});
    QVERIFY(results[2] == nullptr); // Never began.
    if (results[1] != nullptr) {    // It may have been stopped before it began, too.
        QVERIFY(results[1]->status == RunStatus::Stopped);
        QVERIFY(results[1]->weights != nullptr);
        QCOMPARE(results[1]->reason, std::string());
    }
    QVERIFY(sweep.finished());
}

void TestSweep::stopBeforeTheStart() {
    Sweep sweep(makePlan(smallExperiment()), inputs(), 1);
    sweep.stop();
    QVERIFY(allEvents(sweep).empty());
}

void TestSweep::pausedSweepDoesNothing() {
    const Plan plan = makePlan(smallExperiment());
    Sweep unpaused(plan, inputs(), 1);
    const Results expected = resultsOf(allEvents(unpaused), 1);

    Sweep sweep(plan, inputs(), 1);
    sweep.setPaused(true);
    sweep.start();
    std::this_thread::sleep_for(std::chrono::milliseconds(30)); // However short: a sweep that is held has done no step.
    QCOMPARE(sweep.progress().stepsDone, std::size_t{0});
    QVERIFY(sweep.drainMetrics().empty());
    QVERIFY(!sweep.finished());
    sweep.setPaused(false);
    sweep.wait();
    const Results found = resultsOf(sweep.drainEvents(), 1);
    QVERIFY(found[0]->status == RunStatus::Done);
    QCOMPARE(found[0]->weightsDigest, expected[0]->weightsDigest);
}

void TestSweep::stopWhilePaused() {
    Sweep sweep(makePlan(smallExperiment()), inputs(), 1);
    sweep.setPaused(true);
    sweep.start();
    sweep.waitForEvent(kForever);
    sweep.stop();
    sweep.wait();
    const Results results = resultsOf(sweep.drainEvents(), 1);
    QVERIFY(results[0]->status == RunStatus::Stopped);
}

void TestSweep::stopWhilePausedEndsThePause() {
    ExperimentSpec spec = smallExperiment();
    spec.base.training.epochs = 100'000;
    Sweep sweep(makePlan(spec), inputs(), 1);
    sweep.start();
    sweep.waitForEvent(kForever);
    sweep.setPaused(true);
    const double before = sweep.progress().elapsedSeconds;
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    QCOMPARE(sweep.progress().elapsedSeconds, before);
    sweep.stop();
    // However long the stop takes on a busy machine, the half second of the pause is not in its time.
    const auto stopped = std::chrono::steady_clock::now();
    sweep.wait();
    const double since = std::chrono::duration<double>(std::chrono::steady_clock::now() - stopped).count();
    QVERIFY(sweep.progress().elapsedSeconds < before + since + 0.4);
}

void TestSweep::destroyedWhileRunning() {
    ExperimentSpec spec = smallExperiment();
    spec.base.training.epochs = 100'000;
    const auto shared = inputs();
    {
        Sweep sweep(makePlan(spec), shared, 1);
        sweep.start();
        sweep.waitForEvent(kForever);
    }
    QCOMPARE(shared.use_count(), 1L); // Nobody uses it any more.
}

void TestSweep::oneRunFailsTheOthersDoNot() {
    ExperimentSpec spec = smallExperiment();
    spec.vary = {{"dataset.directory", {nullptr, "/nowhere"}}, {"precision", {"FP32", "FP16"}}};
    Sweep sweep(makePlan(spec), inputs(), 2);
    const Results results = resultsOf(allEvents(sweep), 4);
    for (std::size_t run = 0; run < 4; ++run) {
        QVERIFY(results[run]->status == (run < 2 ? RunStatus::Done : RunStatus::Failed));
        QCOMPARE(results[run]->reason, std::string(run < 2 ? "" : "/nowhere: there is no such folder"));
    }
}

void TestSweep::oneRunDivergesTheOthersDoNot() {
    ExperimentSpec spec = smallExperiment();
    spec.base.precision = roundoff::nn::namedPolicy("FP16");
    spec.vary = {{"optimiser.learningRate", {1e30, 0.05}}};
    Sweep sweep(makePlan(spec), inputs(), 2);
    const Results results = resultsOf(allEvents(sweep), 2);
    QVERIFY(results[0]->status == RunStatus::Diverged);
    QVERIFY2(results[0]->reason.find("the loss became ") == 0, results[0]->reason.c_str());
    QVERIFY(results[1]->status == RunStatus::Done);
    QCOMPARE(results[1]->reason, std::string());
}

void TestSweep::progressEndsAtTheTotal() {
    ExperimentSpec spec = smallExperiment();
    spec.vary = {{"dataset.directory", {nullptr, "/nowhere"}}}; // A run that fails is over, too.
    Sweep sweep(makePlan(spec), inputs(), 1);
    QCOMPARE(sweep.progress().stepsDone, std::size_t{0});
    QCOMPARE(sweep.progress().runsTotal, std::size_t{2});
    (void)allEvents(sweep);
    const Sweep::Progress progress = sweep.progress();
    QVERIFY(progress.stepsTotal > 0);
    QCOMPARE(progress.stepsDone, progress.stepsTotal);
    QCOMPARE(progress.runsDone, std::size_t{2});
    QVERIFY(progress.elapsedSeconds > 0.0);
}

void TestSweep::moreThreadsThanRuns() {
    Sweep sweep(makePlan(smallExperiment()), inputs(), 16);
    QVERIFY(resultsOf(allEvents(sweep), 1)[0]->status == RunStatus::Done);
}

void TestSweep::emptyPlan() {
    Sweep sweep({}, inputs(), 2);
    QVERIFY(allEvents(sweep).empty());
    QVERIFY(sweep.finished());
}

QTEST_APPLESS_MAIN(TestSweep)
#include "tst_sweep.moc"
