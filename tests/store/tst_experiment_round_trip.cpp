// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "core/experiment/diagnosis.h"
#include "core/store/result_tables.h"
#include "tests/store/experiment_file_fixtures.h"

using namespace roundoff;
using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;
using roundoff::test::CheckpointJournal;
using roundoff::test::difference;
using roundoff::test::FileFolder;
using roundoff::test::ListeningJournal;
using roundoff::test::runInto;
using roundoff::test::smallExperimentWith;

namespace {

// Every number that can be one of those that files tend to lose.
std::vector<double> hardNumbers() {
    using Limits = std::numeric_limits<double>;
    return {-0.0,
            0.0,
            3.0,
            1e16,
            Limits::denorm_min(),
            -Limits::denorm_min(),
            Limits::infinity(),
            -Limits::infinity(),
            Limits::quiet_NaN(),
            Limits::max(),
            0.1,
            -9007199254740993.0};
}

} // namespace

/// What goes into an experiment file comes out of it bit for bit.
class TestExperimentRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void resultsComeBack_data();
    void resultsComeBack();
    void everyNumberComesBack_data();
    void everyNumberComesBack();
    void checkpointComesBack();
    void pythonReadsIt();
};

/// Policies, optimisers, clippings, overrides of layers, folds, runs that skip, diverge and fail.
void TestExperimentRoundTrip::resultsComeBack_data() {
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const char* changes, RunStatus status = RunStatus::Done) {
        QTest::newRow(name) << QByteArray(changes) << static_cast<int>(status);
    };
    row("FP32", "{}");
    row("FP64, Adam", R"({"precision":"FP64","optimiser.kind":"adam"})");
    row("TF32, AdamW, norm", R"({"precision":"TF32","optimiser.kind":"adamw","clipping.kind":"norm"})");
    row("FP16, Adam whose epsilon is 0", R"({"precision":"FP16","optimiser.kind":"adam"})", RunStatus::Diverged);
    row("BF16 stochastic, value",
        R"({"precision":{"weights":"BF16","activations":"BF16","gradients":"BF16","rounding":"stochastic"},
            "clipping":{"kind":"value","threshold":0.01}})");
    row("AMP-FP16 that skips", R"({"precision":"AMP-FP16","lossScaling.kind":"dynamic","lossScaling.scale":1e9,
            "training.telemetryStride":1})");
    row("MXFP8", R"({"precision":"MXFP8-E4M3","training.telemetryStride":3})");
    row("INT8 by channel", R"({"precision":"INT8-SYM-CHANNEL"})");
    row("narrow accumulator", R"({"precision":{"weights":"FP16","activations":"FP16",
            "accumulator":{"format":"FP16","chunk":8}},"training.telemetryStride":2})");
    row("a layer of its own", R"({"precision":{"weights":"FP16","layers":{"layer2":{"weights":"FP8-E4M3"}}}})");
    row("deployments", R"({"deployments":[{"format":"DEC1","rounding":"toward-zero"},{"format":"INT8-SYM"},
            {"format":"FP8-E4M3","scope":"weights-and-activations","overflow":"saturate"}]})");
    row("folds", R"({"repeats":{"folds":3}})");
    row("no telemetry, no hidden layer", R"({"training.telemetryStride":0,"network.hidden":[]})");
    row("diverging", R"({"precision":"FP16","optimiser.learningRate":1e4,"training.telemetryStride":1})",
        RunStatus::Diverged);
    row("failing", R"({"dataset.directory":"/nowhere"})", RunStatus::Failed);
}

void TestExperimentRoundTrip::resultsComeBack() {
    QFETCH(const QByteArray, changes);
    QFETCH(const int, status);
    const FileFolder folder;
    const auto spec = smallExperimentWith(changes.toStdString());
    const Plan plan = makePlan(spec);
    auto file = ExperimentFile::create(folder.file(), spec);
    const auto listening = std::make_shared<ListeningJournal>(file);
    file->beginSweep(spec, plan, 2);
    runInto(listening, plan);
    QCOMPARE(file->problem(), std::string());
    file.reset();
    const auto back = ExperimentFile::open(folder.file())->results(plan);
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
        const auto there = listening->result(plan.runs[i].id);
        QCOMPARE(static_cast<int>(there->status), status);
        QVERIFY(back.at(i) != nullptr);
        QCOMPARE(difference(*back[i], *there, true), std::string());
    }
}

void TestExperimentRoundTrip::everyNumberComesBack_data() {
    QTest::addColumn<double>("number");
    const std::vector<double> numbers = hardNumbers();
    for (const double number : numbers) {
        QTest::newRow(test::bitsText(number).c_str()) << number;
    }
}

/// In every place of a result that holds a measured number.
void TestExperimentRoundTrip::everyNumberComesBack() {
    QFETCH(const double, number);
    const FileFolder folder;
    const auto spec = smallExperimentWith(R"({"deployments":[{"format":"DEC1"}],"training.telemetryStride":1})");
    const Plan plan = makePlan(spec);
    const auto real = std::make_shared<CheckpointJournal>();
    runInto(real, plan);
    auto made = std::make_shared<RunResult>(*real->result);
    for (EpochResult& epoch : made->epochs) {
        epoch.training = {number, number};
        epoch.validation = Evaluation{number, 0.5};
        epoch.test = {number, number};
        epoch.trainSeconds = epoch.evalSeconds = epoch.gradientNorm = epoch.clippedFraction = epoch.lossScale = number;
    }
    for (MetricPoint& step : made->steps) {
        step.loss = step.gradientNorm = step.clippedFraction = step.lossScale = number;
    }
    for (nn::TelemetrySample& sample : made->telemetry) {
        sample.roles.front().signal = sample.roles.front().noise = sample.layers.front().gradientNorm = number;
    }
    for (DeploymentResult& deployed : made->deployments) {
        deployed.test = {number, number};
        deployed.accuracyChange = deployed.error.signalToNoiseDb = deployed.error.maxAbsError =
            deployed.error.bitsPerWeight = number;
    }
    made->trainSeconds = made->evalSeconds = number;
    made->diagnoses = diagnose(plan.runs[0].spec, *made);
    auto file = ExperimentFile::create(folder.file(), spec);
    QVERIFY(file->keepResult(plan.runs[0], made) != nullptr);
    QCOMPARE(file->problem(), std::string());
    file.reset();
    const auto back = ExperimentFile::open(folder.file())->results(plan);
    QCOMPARE(difference(*back.at(0), *made, true), std::string());
}

void TestExperimentRoundTrip::checkpointComesBack() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(
        R"({"precision":"AMP-FP16","optimiser.kind":"adam","lossScaling.scale":1e9,"training.telemetryStride":1})");
    const Plan plan = makePlan(spec);
    const auto real = std::make_shared<CheckpointJournal>();
    runInto(real, plan);
    auto made = std::make_shared<RunCheckpoint>(*real->all.at(0));
    // Logs of which the last point is still open, as those of long runs are.
    made->stepLog.open = made->stepLog.points.back();
    made->stepLog.points.pop_back();
    made->stepLog.stride = 4;
    made->stepLog.inOpen = 3;
    made->telemetry.log.stride = 2;
    made->trainer.finiteSteps = 1234;
    made->trainer.optimiserSteps = 56789;
    made->trainer.lossScale = 0x1p-30;
    made->trainer.skipTold = !made->trainer.skipTold;
    made->trainer.nonFiniteFound = !made->trainer.nonFiniteFound;
    auto file = ExperimentFile::create(folder.file(), spec);
    file->keepEpoch(plan.runs[0], made);
    QCOMPARE(file->problem(), std::string());
    file.reset();
    const auto back = ExperimentFile::open(folder.file())->before(plan).at(0).checkpoint;
    QVERIFY(back != nullptr);
    QVERIFY(back->epochs == made->epochs);
    QCOMPARE(back->steps, made->steps);
    QVERIFY(back->stepLog == made->stepLog);
    QVERIFY(back->telemetry == made->telemetry);
    QVERIFY(back->trainer == made->trainer);
}

/// The view `results` is runs.csv, and a blob is what its row says: read by Python's sqlite3 and struct.
void TestExperimentRoundTrip::pythonReadsIt() {
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty()) {
        QSKIP("there is no python3 here");
    }
    const FileFolder folder;
    const auto spec = smallExperimentWith(R"({"vary":{"precision":["FP64","FP16"]},"repeats":{"folds":2},
        "deployments":[{"format":"DEC2","rounding":"toward-zero"},{"format":"FP8-E4M3"}]})");
    const Plan plan = makePlan(spec);
    auto file = ExperimentFile::create(folder.file(), spec);
    file->beginSweep(spec, plan, 1);
    const store::ExperimentResults results{spec, plan, runInto(file, plan), 1};
    file.reset();
    // Each view with the columns of its table.
    const std::string tables = store::runsTable(results) + store::epochsTable(results) +
                               store::deploymentsTable(results);
    const char* program = R"(
import csv, sqlite3, struct, sys
db = sqlite3.connect(sys.argv[1])
out = csv.writer(sys.stdout)
def show(view, first, last):
    rows = db.execute('SELECT * FROM ' + view)
    columns = [c[0] for c in rows.description]
    shown = [0] + [i for i in range(columns.index(first), columns.index(last) + 1) if columns[i] != 'test_loss' or first == 'epoch']
    out.writerow([columns[i] for i in shown])
    for row in rows:
        cells = [row[i] for i in shown]
        out.writerow(['' if v is None else repr(v) if isinstance(v, float) else v for v in cells])
show('results', 'label', 'weights_sha256')
show('learning_curves', 'epoch', 'skipped_steps')
show('deployed', 'deployment', 'distinct_values')
for run, shape, kind, data in db.execute("SELECT run, shape, type, data FROM weights WHERE tensor='layer1.weight' ORDER BY run"):
    values = struct.unpack('<%d%s' % (len(data) / (8 if kind == 'F64' else 4), 'd' if kind == 'F64' else 'f'), data)
    print(run, shape, kind, values[1].hex())
)";
    QProcess process;
    process.start(python, {"-c", program, QString::fromStdString(folder.file().string())});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    std::map<std::string, QByteArray> tensors;
    for (const auto& result : results.runs) {
        const auto weights = result->weights.load();
        // Row by row of [outputs, inputs]: the second value is that of the second input.
        std::array<char, 64> value{};
        std::snprintf(value.data(), value.size(), "%a", weights->tensors[0].values[1]);
        tensors[result->id] = QByteArray("[8,36] ") + (weights->doubleContainer ? "F64 " : "F32 ") + value.data();
    }
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    const QList<QByteArray> rows = QByteArray::fromStdString(tables).split('\n');
    for (int i = 0; i + 1 < rows.size(); ++i) {
        const QList<QByteArray> cells = rows[i].trimmed().split(',');
        const QList<QByteArray> read = lines.value(i).trimmed().split(',');
        QVERIFY2(read.size() == cells.size(), lines.value(i) + " instead of " + rows[i]);
        for (int c = 0; c < cells.size(); ++c) {
            bool number = false;
            const double value = cells[c].toDouble(&number);
            QVERIFY2(number ? read[c].toDouble() == value : read[c] == cells[c], read[c] + " instead of " + cells[c]);
        }
    }
    int line = static_cast<int>(rows.size()) - 1;
    for (const auto& [run, text] : tensors) {
        const QList<QByteArray> words = lines.value(line++).split(' ');
        QCOMPARE(words.value(0), QByteArray::fromStdString(run));
        QCOMPARE(words.value(1) + " " + words.value(2), text.split(' ').mid(0, 2).join(' '));
        QCOMPARE(std::strtod(words.value(3), nullptr), std::strtod(text.split(' ').last(), nullptr));
    }
}

QTEST_GUILESS_MAIN(TestExperimentRoundTrip)
#include "tst_experiment_round_trip.moc"
