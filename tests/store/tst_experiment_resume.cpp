// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/nn/precision_policy.h"
#include "tests/store/experiment_file_fixtures.h"
#include "tests/support/repetitions.h"

using namespace roundoff;
using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;
using roundoff::test::difference;
using roundoff::test::FileFolder;
using roundoff::test::runInto;
using roundoff::test::smallExperimentWith;
using roundoff::test::SyntheticInputs;

using Results = std::vector<std::shared_ptr<const RunResult>>;

namespace {

// So few that steps are merged from the first epoch on, and one is open at the end of each: 10 steps an epoch.
constexpr std::size_t kStepCapacity = 4;

// Beside all that are offered by name, every way of computing that has a state of its own, or that draws random
// numbers.
constexpr const char* kOwnPolicies = R"([
  {"weights":"FP16","masterWeights":"FP32","activations":"FP16","gradients":"FP16","activationGradients":"FP16",
   "optimiserState":"FP16","arithmetic":"stepwise"},
  {"weights":"FP16","activations":"FP16","gradients":"FP16","optimiserState":"FP16","arithmetic":"stepwise",
   "rounding":"stochastic"},
  {"weights":"BF16","activations":"BF16","gradients":"BF16","activationGradients":"BF16","optimiserState":"BF16",
   "rounding":"stochastic"},
  {"weights":"BF16","masterWeights":"FP64","gradients":"FP64","rounding":"stochastic"},
  {"weights":"FP16","activations":"FP16","accumulator":"FP16"},
  {"weights":"FP16","activations":"FP16","accumulator":{"format":"BF16","chunk":4,"rounding":"stochastic"}},
  {"weights":"INT8-SYM","activations":"MXFP8-E4M3","gradients":"FP16","optimiserState":"FP32","rounding":"stochastic"},
  {"weights":"FIXED16.12","masterWeights":"FP32","activations":"DEC3","overflow":"saturate"},
  {"weights":"FP16","layers":{"layer2":{"weights":"FP8-E4M3","gradients":"BF16"}}}
])";

ExperimentSpec everything() {
    ExperimentSpec spec = smallExperimentWith(
        R"({"training.epochs":4,"training.telemetryStride":3,"training.weightsStride":2,"optimiser.weightDecay":0.01,
            "lossScaling.scale":1e7,"clipping.threshold":0.05,"deployments":[{"format":"DEC2","rounding":"stochastic"}]})");
    Json policies = nn::offeredPolicies();
    for (const Json& own : Json::parse(kOwnPolicies)) {
        policies.push_back(own);
    }
    spec.vary = {{"precision", {policies.begin(), policies.end()}},
                 {"optimiser.kind", {"sgd", "adam", "adamw"}},
                 {"clipping.kind", {"none", "norm", "value"}}};
    return spec;
}

std::shared_ptr<const RunResult> execute(const PlannedRun& run, RunJournal* journal, int epochs,
                                         const RunCheckpoint* from) {
    return test::execute(run, journal, epochs, from, kStepCapacity);
}

QByteArray rowName(const PlannedRun& run, std::size_t number) {
    return QByteArray::number(static_cast<int>(number)) + ": " + QByteArray::fromStdString(run.label).left(60);
}

} // namespace

/// Runs that were stopped after each of their epochs, with the file closed and opened again in between, against the
/// same ones never stopped.
class TestExperimentResume : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void sameBits_data();
    void sameBits();
    void someSkippedAndSomeDiverged();
    void lossScaleGrowsWhenItWould();
    void sweepGoesOn_data();
    void sweepGoesOn();
    void finishedRunsAreNotRunAgain();
    void damagedStateFailsAndBeginsAnew();

private:
    Plan plan_;
    Results whole_;
    Results resumed_;
};

void TestExperimentResume::initTestCase() {
    const FileFolder folder;
    const ExperimentSpec spec = everything();
    const Plan all = makePlan(spec);
    for (std::size_t i = 0; i < all.runs.size(); i += tests::stride()) {
        plan_.runs.push_back(all.runs[i]);
    }
    for (const PlannedRun& run : plan_.runs) {
        whole_.push_back(execute(run, nullptr, -1, nullptr));
    }
    static_cast<void>(ExperimentFile::create(folder.file(), spec));
    for (int part = 0; part < spec.base.training.epochs + 1; ++part) {
        const auto file = ExperimentFile::open(folder.file());
        const auto before = file->before(plan_);
        for (std::size_t i = 0; i < plan_.runs.size(); ++i) {
            if (before[i].result == nullptr) {
                const auto result = execute(plan_.runs[i], file.get(), 1, before[i].checkpoint.get());
                QVERIFY(file->keepResult(plan_.runs[i], result) != nullptr);
            }
        }
        QCOMPARE(file->problem(), std::string());
    }
    resumed_ = ExperimentFile::open(folder.file())->results(plan_);
    for (const auto& result : resumed_) { // Reading them compares them with their digest; the folder goes.
        QVERIFY(result->weights.load() != nullptr);
    }
}

void TestExperimentResume::sameBits_data() {
    QTest::addColumn<int>("run");
    for (std::size_t i = 0; i < plan_.runs.size(); ++i) {
        QTest::newRow(rowName(plan_.runs[i], i)) << static_cast<int>(i);
    }
}

void TestExperimentResume::sameBits() {
    QFETCH(const int, run);
    const auto& whole = whole_.at(static_cast<std::size_t>(run));
    const auto& resumed = resumed_.at(static_cast<std::size_t>(run));
    QVERIFY(whole->status == RunStatus::Done || whole->status == RunStatus::Diverged);
    auto expected = *whole;
    auto found = *resumed;
    expected.weights = found.weights = {}; // They are what their digests say.
    QCOMPARE(difference(found, expected, false), std::string());
}

/// Else the comparison would say less than it seems to.
void TestExperimentResume::someSkippedAndSomeDiverged() {
    if (tests::stride() > 1) {
        QSKIP("a sanitizer goes through every few policies only, among which there need be none");
    }
    int skipped = 0;
    int merged = 0;
    int diverged = 0;
    for (const auto& result : whole_) {
        skipped += result->epochs.front().skippedSteps > 0 ? 1 : 0;
        merged += result->steps.front().merged > 1 ? 1 : 0;
        diverged += result->status == RunStatus::Diverged ? 1 : 0;
    }
    QVERIFY2(skipped > 5 && merged > 100 && diverged > 0,
             QByteArray::number(skipped) + " " + QByteArray::number(merged) + " " + QByteArray::number(diverged));
}

/// After 2,000 steps in a row that were not skipped, of which some were before the stop.
void TestExperimentResume::lossScaleGrowsWhenItWould() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(
        R"({"precision":"AMP-FP16","lossScaling.scale":4,"training.batchSize":1,"training.epochs":22})");
    const PlannedRun run = makePlan(spec).runs.at(0);
    const auto whole = execute(run, nullptr, -1, nullptr);
    QCOMPARE(whole->epochs.at(19).lossScale, 4.0); // 96 images, so 1,920 steps.
    QCOMPARE(whole->epochs.at(20).lossScale, 8.0);
    const auto file = ExperimentFile::create(folder.file(), spec);
    static_cast<void>(file->keepResult(run, execute(run, file.get(), 15, nullptr)));
    const auto checkpoint = file->before({{run}}).at(0).checkpoint;
    QVERIFY(checkpoint != nullptr);
    QCOMPARE(difference(*execute(run, nullptr, -1, checkpoint.get()), *whole, false), std::string());
}

void TestExperimentResume::sweepGoesOn_data() {
    QTest::addColumn<int>("stops");
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("one thread, stopped once") << 1 << 1U;
    QTest::newRow("three threads, stopped three times") << 3 << 3U;
}

/// As the window does it: a sweep is stopped in the middle, later the next one finishes it.
void TestExperimentResume::sweepGoesOn() {
    QFETCH(const int, stops);
    QFETCH(const unsigned, threads);
    const FileFolder folder;
    const auto spec = smallExperimentWith(
        R"({"training.epochs":6,"vary":{"precision":["FP32","FP16","AMP-FP16"],"optimiser.kind":["sgd","adam"]},
            "repeats":{"folds":2}})");
    const Plan plan = makePlan(spec);
    const Results whole = runInto(nullptr, plan);
    static_cast<void>(ExperimentFile::create(folder.file(), spec));
    for (int part = 0; part < stops; ++part) {
        const auto file = ExperimentFile::open(folder.file());
        Sweep sweep(plan, std::make_shared<SyntheticInputs>(), threads, {file->before(plan), file});
        sweep.start();
        for (int epochs = 0; epochs < 10 && !sweep.finished();) {
            sweep.waitForEvent(1000);
            for (const SweepEvent& event : sweep.drainEvents()) {
                epochs += std::holds_alternative<EpochFinished>(event) ? 1 : 0;
            }
        }
        sweep.stop();
        sweep.wait();
        QCOMPARE(file->problem(), std::string());
    }
    const auto file = ExperimentFile::open(folder.file());
    const Results resumed = runInto(file, plan, file->before(plan), threads);
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
        QCOMPARE(difference(*resumed[i], *whole[i], false), std::string());
    }
}

/// Of a changed specification only what is new is run; what was there is the same to the last second.
void TestExperimentResume::finishedRunsAreNotRunAgain() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(R"({"vary":{"precision":["FP32","FP16"]}})");
    const Plan plan = makePlan(spec);
    const auto file = ExperimentFile::create(folder.file(), spec);
    const Results first = runInto(file, plan);
    const Plan more = makePlan(smallExperimentWith(R"({"vary":{"precision":["FP16","BF16","FP32"]}})"));
    Sweep sweep(more, std::make_shared<SyntheticInputs>(), 2, {file->before(more), file});
    sweep.start();
    sweep.wait();
    std::vector<std::size_t> begun;
    for (const SweepEvent& event : sweep.drainEvents()) {
        if (const auto* started = std::get_if<RunStarted>(&event)) {
            begun.push_back(started->run);
        }
    }
    QVERIFY(begun == (std::vector<std::size_t>{1}));
    const auto all = file->results(more);
    QCOMPARE(difference(*all[0], *first[1], true), std::string());
    QCOMPARE(difference(*all[2], *first[0], true), std::string());
}

/// A checkpoint that is none of this run's: the run says so, and the next one begins it anew.
void TestExperimentResume::damagedStateFailsAndBeginsAnew() {
    const FileFolder folder;
    const auto spec = test::smallExperiment();
    const Plan plan = makePlan(spec);
    const auto file = ExperimentFile::create(folder.file(), spec);
    static_cast<void>(file->keepResult(plan.runs[0], execute(plan.runs[0], file.get(), 1, nullptr)));
    auto checkpoint = std::make_shared<RunCheckpoint>(*file->before(plan).at(0).checkpoint);
    checkpoint->trainer.tensors.pop_back();
    file->keepEpoch(plan.runs[0], checkpoint);
    const Results failed = runInto(file, plan, file->before(plan));
    QVERIFY(failed[0]->status == RunStatus::Failed);
    QVERIFY2(failed[0]->reason.find("run it from the beginning") != std::string::npos, failed[0]->reason.c_str());
    const Results again = runInto(file, plan, file->before(plan));
    QCOMPARE(difference(*again[0], *runInto(nullptr, plan)[0], false), std::string());
}

QTEST_GUILESS_MAIN(TestExperimentResume)
#include "tst_experiment_resume.moc"
