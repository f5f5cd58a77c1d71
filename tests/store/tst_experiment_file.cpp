// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "tests/store/experiment_file_fixtures.h"

using namespace roundoff;
using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;
using roundoff::store::KeptRun;
using roundoff::test::difference;
using roundoff::test::FileFolder;
using roundoff::test::runInto;
using roundoff::test::smallExperimentWith;

namespace {

std::string title(const std::optional<ExperimentSpec>& spec) {
    return spec ? spec->title : "none";
}

} // namespace

class TestExperimentFile : public QObject {
    Q_OBJECT

private slots:
    void specifications();
    void whatIsThereBefore();
    void anotherStrideIsTheSameRun();
    void weightsOfChosenEpochs();
    void weightsStayReadable();
    void runAgain();
    void readOnlyKeepsWhatWaits();
    void saveAsMovesOn();
};

void TestExperimentFile::specifications() {
    const FileFolder folder;
    ExperimentSpec spec = test::smallExperiment();
    auto file = ExperimentFile::create(folder.file(), spec);
    QVERIFY(file->specifications().saved == spec);
    QVERIFY(!file->specifications().draft && !file->specifications().ran);
    spec.title = "Edited";
    file->keepDraft(spec);
    file.reset();
    file = ExperimentFile::open(folder.file());
    QCOMPARE(file->specifications().saved.title, std::string("Small"));
    QCOMPARE(title(file->specifications().draft), std::string("Edited"));
    file->beginSweep(spec, makePlan(spec), 3);
    QCOMPARE(title(file->specifications().ran), std::string("Edited"));
    QCOMPARE(file->specifications().threads, 3U);
    file->save(spec);
    QCOMPARE(file->specifications().saved.title, std::string("Edited"));
    QCOMPARE(title(file->specifications().draft), std::string("none"));
    file->keepDraft(spec);
    file->keepDraft(std::nullopt);
    QCOMPARE(title(file->specifications().draft), std::string("none"));
}

/// Done and diverged runs are not run again; a stopped one goes on; a failed one and one that is new begin.
void TestExperimentFile::whatIsThereBefore() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(R"({"vary":{"precision":["FP32","FP64","FP16","BF16","MXFP8-E4M3"]}})");
    const Plan plan = makePlan(spec);
    auto file = ExperimentFile::create(folder.file(), spec);
    const auto keep = [&](std::size_t run, RunStatus status, bool withCheckpoint) {
        const auto real = std::make_shared<test::CheckpointJournal>();
        runInto(real, {{plan.runs[run]}});
        if (withCheckpoint) {
            file->keepEpoch(plan.runs[run], real->all.at(0));
        }
        auto result = std::make_shared<RunResult>(*real->result);
        result->status = status;
        QVERIFY(file->keepResult(plan.runs[run], result) != nullptr);
    };
    keep(0, RunStatus::Done, true);
    keep(1, RunStatus::Diverged, false);
    keep(2, RunStatus::Stopped, true);
    keep(3, RunStatus::Failed, true);
    const std::vector<KeptRun> expected{{true, 0}, {true, 0}, {false, 1}, {false, 0}, {false, 0}};
    QVERIFY(file->kept(plan) == expected);
    const auto before = file->before(plan);
    QVERIFY(before[0].result != nullptr && before[0].checkpoint == nullptr);
    QVERIFY(before[1].result != nullptr && before[1].checkpoint == nullptr);
    QVERIFY(before[2].result == nullptr && before[2].checkpoint != nullptr);
    QVERIFY(before[3].result == nullptr && before[3].checkpoint == nullptr);
    QVERIFY(before[4].result == nullptr && before[4].checkpoint == nullptr);
    const auto results = file->results(plan);
    QVERIFY(results[2]->status == RunStatus::Stopped);
    QCOMPARE(results[2]->epochs.size(), std::size_t{1});
    QCOMPARE(results[2]->weightsDigest, nn::digest(*results[2]->weights.load()));
    QVERIFY(results[4] == nullptr);
}

/// How often a run is looked into changes nothing of it.
void TestExperimentFile::anotherStrideIsTheSameRun() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(R"({"training.telemetryStride":1})");
    const Plan plan = makePlan(spec);
    const auto file = ExperimentFile::create(folder.file(), spec);
    runInto(file, plan);
    const Plan other = makePlan(smallExperimentWith(R"({"training.telemetryStride":7,"training.weightsStride":1})"));
    QVERIFY(file->kept(other) == (std::vector<KeptRun>{{true, 0}}));
    QVERIFY(file->before(other).at(0).result->telemetry == file->results(plan).at(0)->telemetry);
}

void TestExperimentFile::weightsOfChosenEpochs() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(R"({"training.epochs":5,"training.weightsStride":2})");
    const Plan plan = makePlan(spec);
    const std::string run = plan.runs[0].id;
    const auto checkpoints = std::make_shared<test::CheckpointJournal>();
    runInto(checkpoints, plan);
    const auto file = ExperimentFile::create(folder.file(), spec);
    const auto results = runInto(file, plan);
    QVERIFY(file->weightEpochs(run) == (std::vector<int>{2, 4, 5}));
    for (const int epoch : {2, 4, 5}) {
        const auto expected = nn::weightsOf(checkpoints->all.at(static_cast<std::size_t>(epoch) - 1)->trainer);
        QVERIFY2(file->weights(run, epoch) == expected, QByteArray::number(epoch));
    }
    QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(file->weights(run, 3)));
    QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(file->weights("none", 1)));
}

/// Results hold weights that stay in the file: also when it was closed, or moved by Save As, in the meantime.
void TestExperimentFile::weightsStayReadable() {
    const FileFolder folder;
    const auto spec = test::smallExperiment();
    const Plan plan = makePlan(spec);
    auto file = ExperimentFile::create(folder.file(), spec);
    const auto results = runInto(file, plan);
    const std::string digest = results[0]->weightsDigest;
    QCOMPARE(nn::digest(*results[0]->weights.load()), digest);
    file->saveAs(folder.file("other.roundoff"));
    std::filesystem::remove(folder.file());
    QCOMPARE(nn::digest(*results[0]->weights.load()), digest);
    file.reset();
    QCOMPARE(nn::digest(*results[0]->weights.load()), digest);
    std::filesystem::remove(folder.file("other.roundoff"));
    QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(results[0]->weights.load()));
}

/// What was there of an earlier time is gone, weights of its epochs too.
void TestExperimentFile::runAgain() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(R"({"training.epochs":4,"training.weightsStride":1})");
    const Plan plan = makePlan(spec);
    const std::string run = plan.runs[0].id;
    const auto real = std::make_shared<test::CheckpointJournal>();
    runInto(real, plan);
    {
        const auto file = ExperimentFile::create(folder.file(), spec);
        runInto(file, plan);
        QVERIFY(file->weightEpochs(run) == (std::vector<int>{1, 2, 3, 4}));
    }
    const auto file = ExperimentFile::open(folder.file());
    file->keepEpoch(plan.runs[0], real->all.at(0));
    QVERIFY(file->weightEpochs(run) == (std::vector<int>{1}));
    QVERIFY(file->kept(plan) == (std::vector<KeptRun>{{false, 1}}));
    const auto result = file->results(plan).at(0);
    QVERIFY(result->status == RunStatus::Stopped);
    QCOMPARE(result->epochs.size(), std::size_t{1});
    QCOMPARE(result->steps.size(), real->all.at(0)->stepLog.points.size());
}

void TestExperimentFile::readOnlyKeepsWhatWaits() {
    const FileFolder folder;
    const auto spec = test::smallExperiment();
    const Plan plan = makePlan(spec);
    static_cast<void>(ExperimentFile::create(folder.file(), spec));
    const auto file = ExperimentFile::open(folder.file(), ExperimentFile::Access::ReadOnly);
    QVERIFY(file->access() == ExperimentFile::Access::ReadOnly);
    const auto results = runInto(file, plan);
    QVERIFY2(file->problem().find("is open for reading only") != std::string::npos, file->problem().c_str());
    QVERIFY_THROWS_EXCEPTION(InputError, file->flush());
    QVERIFY_THROWS_EXCEPTION(InputError, file->save(spec));
    QVERIFY(file->results(plan).at(0) == nullptr);
    file->saveAs(folder.file("writable.roundoff"));
    QCOMPARE(file->problem(), std::string());
    QCOMPARE(difference(*file->results(plan).at(0), *results[0], true), std::string());
}

/// The old file stays as it was; the new one has all, and gets what comes.
void TestExperimentFile::saveAsMovesOn() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(R"({"vary":{"precision":["FP32","FP16"]}})");
    const Plan plan = makePlan(spec);
    const auto file = ExperimentFile::create(folder.file(), spec);
    runInto(file, {{plan.runs[0]}});
    file->saveAs(folder.file("new.roundoff"));
    QCOMPARE(file->path().filename().string(), std::string("new.roundoff"));
    runInto(file, {{plan.runs[1]}});
    QCOMPARE(file->problem(), std::string());
    QVERIFY(file->kept(plan) == (std::vector<KeptRun>{{true, 0}, {true, 0}}));
    QVERIFY(ExperimentFile::open(folder.file())->kept(plan) == (std::vector<KeptRun>{{true, 0}, {false, 0}}));
}

QTEST_GUILESS_MAIN(TestExperimentFile)
#include "tst_experiment_file.moc"
