// SPDX-License-Identifier: GPL-3.0-or-later
// An experiment file made of results that are there, as exporting does, and what becomes of one that lies at its place.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/experiment/run_execution.h"
#include "core/nn/weights.h"
#include "core/store/experiment_file.h"
#include "core/store/result_tables.h"
#include "core/store/results_file.h"
#include "tests/data/file_fixtures.h"
#include "tests/experiment/small_experiment.h"
#include "tests/experiment/synthetic_inputs.h"

using namespace roundoff::experiment;
using namespace roundoff::store;
using roundoff::test::pathIn;
using roundoff::test::SyntheticInputs;

namespace {

class NoObserver final : public RunObserver {
public:
    void onStep(const MetricPoint&) override {}
    void onEpoch(const EpochResult&) override {}
    void onTelemetry(const roundoff::nn::TelemetrySample&) override {}
};

// Two runs that have ended.
ExperimentResults resultsOf(const char* second) {
    SyntheticInputs inputs;
    NoObserver observer;
    const roundoff::runtime::RunControl control;
    ExperimentResults results;
    results.spec = roundoff::test::smallExperiment();
    results.spec.vary = {{"precision", {Json("FP32"), Json(second)}}};
    results.plan = makePlan(results.spec);
    for (const PlannedRun& run : results.plan.runs) {
        results.runs.push_back(executeRun(run, inputs, control, observer));
    }
    return results;
}

QStringList filesIn(const QTemporaryDir& folder) {
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

class TestResultsFile : public QObject {
    Q_OBJECT

private slots:
    void holdsWhatTheTablesHold() {
        const QTemporaryDir folder;
        const ExperimentResults results = resultsOf("FP16");
        writeResultsFile(results, pathIn(folder, "x.roundoff"));
        const auto file = ExperimentFile::open(pathIn(folder, "x.roundoff"), ExperimentFile::Access::ReadOnly);
        QVERIFY(file->specifications().saved == results.spec);
        QVERIFY(file->specifications().ran == results.spec);
        ExperimentResults read = results;
        read.runs = file->results(results.plan);
        QCOMPARE(runsTable(read), runsTable(results));
        QCOMPARE(epochsTable(read), epochsTable(results));
        QCOMPARE(stepsTable(read), stepsTable(results));
        QCOMPARE(histogramsTable(read), histogramsTable(results));
    }

    void theSameOnceMoreTakesItsPlace() {
        const QTemporaryDir folder;
        const ExperimentResults results = resultsOf("FP16");
        writeResultsFile(results, pathIn(folder, "x.roundoff"));
        writeResultsFile(results, pathIn(folder, "x.roundoff"));
        QCOMPARE(filesIn(folder), QStringList{"x.roundoff"});
    }

    void anotherExperimentIsKept() {
        const QTemporaryDir folder;
        const ExperimentResults first = resultsOf("FP16");
        writeResultsFile(first, pathIn(folder, "x.roundoff"));
        writeResultsFile(resultsOf("BF16"), pathIn(folder, "x.roundoff"));
        QCOMPARE(filesIn(folder), (QStringList{"x-1.roundoff", "x.roundoff"}));
        const auto kept = ExperimentFile::open(pathIn(folder, "x-1.roundoff"), ExperimentFile::Access::ReadOnly);
        QVERIFY(kept->specifications().saved == first.spec);
    }

    void whatIsNoExperimentIsKept() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("x.roundoff"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a letter") > 0);
        file.close();
        writeResultsFile(resultsOf("FP16"), pathIn(folder, "x.roundoff"));
        QFile kept(folder.filePath("x-1.roundoff"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("a letter"));
    }

    void oneThatIsOpenIsLeftAlone() {
        const QTemporaryDir folder;
        const ExperimentResults results = resultsOf("FP16");
        const auto open = ExperimentFile::create(pathIn(folder, "x.roundoff"), roundoff::test::smallExperiment());
        QVERIFY_EXCEPTION_THROWN(writeResultsFile(results, pathIn(folder, "x.roundoff")), roundoff::InputError);
        QVERIFY(open->outside() == ExperimentFile::Outside::Nothing);
        open->save(results.spec);
    }
};

QTEST_APPLESS_MAIN(TestResultsFile)
#include "tst_results_file.moc"
