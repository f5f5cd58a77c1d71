// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include "core/experiment/run_execution.h"
#include "core/experiment/spec_json.h"
#include "core/nn/weights.h"
#include "core/store/packed_file.h"
#include "core/store/results.h"
#include "tests/data/file_fixtures.h"
#include "tests/experiment/small_experiment.h"
#include "tests/experiment/synthetic_inputs.h"

using namespace roundoff::experiment;
using roundoff::store::ExperimentResults;
using roundoff::store::writeResults;
using roundoff::test::pathIn;
using roundoff::test::SyntheticInputs;

using Row = std::map<QString, QString>;

namespace {

class NoObserver final : public RunObserver {
public:
    void onStep(const MetricPoint&) override {}
    void onEpoch(const EpochResult&) override {}
    void onTelemetry(const roundoff::nn::TelemetrySample&) override {}
};

QByteArray contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A reader for RFC 4180 of the test's own.
std::vector<QStringList> readCsv(const QByteArray& bytes) {
    std::vector<QStringList> rows{{}};
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (quoted) {
            if (text[i] != '"') {
                cell += text[i];
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += text[++i];
            } else {
                quoted = false;
            }
        } else if (text[i] == '"') {
            quoted = true;
        } else if (text[i] == ',' || text[i] == '\r') {
            rows.back() << cell;
            cell.clear();
        } else if (text[i] == '\n') {
            rows.emplace_back();
        } else {
            cell += text[i];
        }
    }
    rows.pop_back(); // After the last line break.
    return rows;
}

std::vector<Row> rowsOf(const QByteArray& bytes) {
    const auto lines = readCsv(bytes);
    std::vector<Row> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        Row row;
        for (qsizetype column = 0; column < lines[0].size(); ++column) {
            row[lines[0][column]] = lines[i].value(column, "(missing)");
        }
        rows.push_back(row);
    }
    return rows;
}

// Digest of a safetensors file's values: doubles, little-endian, layer by layer, weight before bias (DESIGN.md, section
// 8).
QString weightsDigest(const QByteArray& bytes, int layers) {
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint64>(bytes.constData()));
    const QJsonObject header = QJsonDocument::fromJson(bytes.mid(8, length)).object();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int layer = 1; layer <= layers; ++layer) {
        for (const char* part : {"weight", "bias"}) {
            const QJsonObject tensor = header[QString("layer%1.%2").arg(layer).arg(part)].toObject();
            const int begin = tensor["data_offsets"].toArray()[0].toInt();
            const int end = tensor["data_offsets"].toArray()[1].toInt();
            const QByteArray data = bytes.mid(8 + length + begin, end - begin);
            const int size = tensor["dtype"].toString() == "F64" ? 8 : 4;
            for (qsizetype at = 0; at < data.size(); at += size) {
                const double value = size == 8 ? qFromLittleEndian<double>(data.constData() + at)
                                               : static_cast<double>(qFromLittleEndian<float>(data.constData() + at));
                QByteArray littleEndian(8, '\0');
                qToLittleEndian<double>(value, littleEndian.data());
                hash.addData(littleEndian);
            }
        }
    }
    return hash.result().toHex();
}

ExperimentResults execute(const ExperimentSpec& spec, Inputs& inputs) {
    ExperimentResults results;
    results.spec = spec;
    results.plan = makePlan(spec);
    results.threads = 3;
    NoObserver observer;
    const roundoff::runtime::RunControl control;
    for (const PlannedRun& run : results.plan.runs) {
        results.runs.push_back(executeRun(run, inputs, control, observer));
    }
    return results;
}

ExperimentSpec experiment() {
    ExperimentSpec spec = roundoff::test::smallExperiment();
    spec.base.deployments = {{roundoff::format::Decimal{1}, roundoff::format::Rounding::TowardZero, {}, {}},
                             {roundoff::format::Integer{8}, {}, {}, {}}};
    spec.repeats.folds = 2;
    spec.vary = {{"precision", {"FP64", "FP16"}}};
    return spec;
}

} // namespace

class TestResults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void headers_data();
    void headers();
    void runsHaveARowEach();
    void weightsHaveTheDigestOfTheTable();
    void epochsReadBack();
    void stepsReadBack();
    void deploymentsReadBack();
    void packedWeightsAreTheDeployedOnes();
    void packsOnlyWhatCanBePacked();
    void histogramsCountAllWeights();
    void summaryComparesWithTheFirstGroup();
    void summaryOfDeployments();
    void specificationReadsBack();
    void provenanceNamesWhatItPromises();
    void nothingElseIsThere();
    void runsThatNeverBeganHaveNoRow();
    void failedRunDoesNotHideTheOthers();
    void divergedWeightsHaveHistograms();

private:
    [[nodiscard]] QByteArray file(const QString& name) const { return contentOf(directory_.filePath("out/" + name)); }

    QTemporaryDir directory_;
    SyntheticInputs inputs_;
    ExperimentResults results_;
};

void TestResults::initTestCase() {
    results_ = execute(experiment(), inputs_);
    QCOMPARE(results_.runs.size(), std::size_t{4});
    writeResults(results_, inputs_, pathIn(directory_, "out"));
}

/// DESIGN.md, section 8.
void TestResults::headers_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("runs")
        << "runs.csv"
        << QByteArray("run,label,dataset,network,optimiser,precision,clipping,fold,seed,status,epochs,train_loss,"
                      "validation_accuracy,test_accuracy,train_seconds,eval_seconds,time_kind,weights_sha256");
    QTest::newRow("epochs") << "epochs.csv"
                            << QByteArray(
                                   "run,epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,test_loss,"
                                   "test_accuracy,train_seconds,eval_seconds,gradient_norm,clipped_fraction,loss_scale,"
                                   "skipped_steps");
    QTest::newRow("deployments") << "deployments.csv"
                                 << QByteArray(
                                        "run,deployment,rounding,test_accuracy,accuracy_change,bits_per_weight,bytes,"
                                        "sqnr_db,max_abs_error,distinct_values");
    QTest::newRow("steps") << "steps.csv"
                           << QByteArray(
                                  "run,epoch,step,merged,loss,gradient_norm,clipped_fraction,loss_scale,skipped");
    QTest::newRow("packed") << "packed.csv"
                            << QByteArray("run,deployment,rounding,bits_per_weight,payload_bytes,file_bytes,fp32_bytes,"
                                          "file");
    QTest::newRow("telemetry") << "telemetry.csv"
                               << QByteArray(
                                      "run,epoch,step,sampled,layer,role,values,zero,underflowed,subnormal,overflowed,"
                                      "saturated,non_finite,nan_replaced,sqnr_db");
    QTest::newRow("layers") << "layers.csv"
                            << QByteArray("run,epoch,step,layer,gradient_norm,updates,swallowed,additions,stagnated,"
                                          "accumulator_underflowed,accumulator_overflowed");
    QTest::newRow("exponents") << "exponents.csv" << QByteArray("run,epoch,layer,role,exponent,count");
    QTest::newRow("diagnoses") << "diagnoses.csv" << QByteArray("run,trouble,what,advice");
    QTest::newRow("first non-finite") << "first_nonfinite.csv"
                                      << QByteArray("run,epoch,step,layer,role,operation,kind,by_rounding,skipped");
    QTest::newRow("histograms") << "histograms.csv" << QByteArray("run,layer,deployment,bin_low,bin_high,count");
    QTest::newRow("summary") << "summary.csv"
                             << QByteArray(
                                    "group,metric,n,mean,sd,ci_low,ci_high,baseline,difference,p_value,equivalence_p");
}

void TestResults::headers() {
    QFETCH(const QString, name);
    QFETCH(const QByteArray, header);
    const QByteArray bytes = file(name);
    QCOMPARE(bytes.left(bytes.indexOf("\r\n")), header);
    for (const QStringList& row : readCsv(bytes)) {
        QCOMPARE(row.size(), static_cast<qsizetype>(header.count(',') + 1));
    }
}

void TestResults::runsHaveARowEach() {
    const auto rows = rowsOf(file("runs.csv"));
    QCOMPARE(rows.size(), results_.plan.runs.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const RunResult& result = *results_.runs[i];
        QCOMPARE(row.at("run").toStdString(), results_.plan.runs[i].id);
        QCOMPARE(row.at("label"), QString("%1, fold %2 of 2").arg(i < 2 ? "FP64" : "FP16").arg(i % 2 + 1));
        QCOMPARE(row.at("dataset"), QString("mnist"));
        QCOMPARE(row.at("network"), QString("36-8-4"));
        QCOMPARE(row.at("optimiser"), QString("sgd"));
        QCOMPARE(row.at("precision"), QString(i < 2 ? "FP64" : "FP16"));
        QCOMPARE(row.at("clipping"), QString("none"));
        QCOMPARE(row.at("fold"), QString::number(i % 2 + 1));
        QCOMPARE(row.at("seed"), QString("1"));
        QCOMPARE(row.at("status"), QString("done"));
        QCOMPARE(row.at("epochs"), QString("2"));
        QVERIFY(row.at("train_loss").toDouble() == result.epochs.back().training.loss);
        QVERIFY(row.at("validation_accuracy").toDouble() == result.epochs.back().validation->accuracy);
        QVERIFY(row.at("test_accuracy").toDouble() == result.epochs.back().test.accuracy);
        QVERIFY(row.at("train_seconds").toDouble() == result.trainSeconds);
        QVERIFY(row.at("eval_seconds").toDouble() == result.evalSeconds);
        QCOMPARE(row.at("time_kind"), QString(i < 2 ? "native" : "emulated"));
    }
}

void TestResults::weightsHaveTheDigestOfTheTable() {
    for (const Row& row : rowsOf(file("runs.csv"))) {
        const QByteArray weights = file("weights/" + row.at("run") + ".safetensors");
        QVERIFY(weights.contains(row.at("precision") == "FP64" ? "F64" : "F32"));
        QCOMPARE(row.at("weights_sha256"), weightsDigest(weights, 2));
    }
}

void TestResults::epochsReadBack() {
    const auto rows = rowsOf(file("epochs.csv"));
    QCOMPARE(rows.size(), std::size_t{8});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const EpochResult& epoch = results_.runs[i / 2]->epochs[i % 2];
        QCOMPARE(row.at("run").toStdString(), results_.plan.runs[i / 2].id);
        QCOMPARE(row.at("epoch"), QString::number(i % 2 + 1));
        QVERIFY(row.at("train_loss").toDouble() == epoch.training.loss);
        QVERIFY(row.at("train_accuracy").toDouble() == epoch.training.accuracy);
        QVERIFY(row.at("validation_loss").toDouble() == epoch.validation->loss);
        QVERIFY(row.at("validation_accuracy").toDouble() == epoch.validation->accuracy);
        QVERIFY(row.at("test_loss").toDouble() == epoch.test.loss);
        QVERIFY(row.at("test_accuracy").toDouble() == epoch.test.accuracy);
        QVERIFY(row.at("train_seconds").toDouble() == epoch.trainSeconds);
        QVERIFY(row.at("eval_seconds").toDouble() == epoch.evalSeconds);
        QVERIFY(row.at("gradient_norm").toDouble() == epoch.gradientNorm);
        QCOMPARE(row.at("clipped_fraction"), QString("0"));
        QCOMPARE(row.at("loss_scale"), QString("1"));
        QCOMPARE(row.at("skipped_steps"), QString("0"));
    }
}

/// 48 images in batches of 10, twice, four times.
void TestResults::stepsReadBack() {
    const auto rows = rowsOf(file("steps.csv"));
    QCOMPARE(rows.size(), std::size_t{4 * 10});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const MetricPoint& step = results_.runs[i / 10]->steps[i % 10];
        QCOMPARE(row.at("run").toStdString(), results_.plan.runs[i / 10].id);
        QCOMPARE(row.at("epoch"), QString::number(i % 10 / 5 + 1));
        QCOMPARE(row.at("step"), QString::number(i % 10 + 1));
        QCOMPARE(row.at("merged"), QString("1"));
        QVERIFY(row.at("loss").toDouble() == step.loss);
        QVERIFY(row.at("gradient_norm").toDouble() == step.gradientNorm);
        QCOMPARE(row.at("clipped_fraction"), QString("0"));
        QCOMPARE(row.at("loss_scale"), QString("1"));
        QCOMPARE(row.at("skipped"), QString("0"));
    }
}

void TestResults::deploymentsReadBack() {
    const auto rows = rowsOf(file("deployments.csv"));
    QCOMPARE(rows.size(), std::size_t{8});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const DeploymentResult& deployed = results_.runs[i / 2]->deployments[i % 2];
        QCOMPARE(row.at("run").toStdString(), results_.plan.runs[i / 2].id);
        QCOMPARE(row.at("deployment"), QString(i % 2 == 0 ? "DEC1" : "INT8"));
        QCOMPARE(row.at("rounding"), QString(i % 2 == 0 ? "toward-zero" : "nearest-even"));
        QVERIFY(row.at("test_accuracy").toDouble() == deployed.test.accuracy);
        QVERIFY(row.at("accuracy_change").toDouble() ==
                deployed.test.accuracy - results_.runs[i / 2]->epochs.back().test.accuracy);
        QVERIFY(row.at("sqnr_db").toDouble() == deployed.error.signalToNoiseDb);
        QVERIFY(row.at("max_abs_error").toDouble() == deployed.error.maxAbsError);
        QCOMPARE(row.at("distinct_values").toULongLong(), qulonglong{deployed.error.distinctValues});
        QCOMPARE(row.at("bits_per_weight").toInt(), deployed.error.bitsPerWeight);
    }
    QCOMPARE(rows[1].at("bits_per_weight"), QString("8"));
    QCOMPARE(rows[1].at("bytes"), QString::number(36 * 8 + 8 + 8 * 4 + 4)); // One byte for each parameter of 36-8-4.
}

/// Of each run its deployment to one decimal; 36-8-4 has 332 parameters. What is unpacked rounds to itself.
void TestResults::packedWeightsAreTheDeployedOnes() {
    const auto rows = rowsOf(file("packed.csv"));
    QCOMPARE(rows.size(), std::size_t{4});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const RunResult& result = *results_.runs[i];
        const DeploymentResult& deployed = result.deployments[0];
        QCOMPARE(row.at("run").toStdString(), result.id);
        QCOMPARE(row.at("deployment"), QString("DEC1"));
        QCOMPARE(row.at("rounding"), QString("toward-zero"));
        QCOMPARE(row.at("bits_per_weight").toInt(), deployed.error.bitsPerWeight);
        QCOMPARE(row.at("payload_bytes").toInt(), (332 * static_cast<int>(deployed.error.bitsPerWeight) + 7) / 8);
        QCOMPARE(row.at("fp32_bytes"), QString("1328"));
        QCOMPARE(row.at("file"), QString("packed/%1-DEC1-toward-zero.safetensors").arg(row.at("run")));
        QCOMPARE(row.at("file_bytes").toLongLong(), qlonglong{file(row.at("file")).size()});
        const auto unpacked = roundoff::store::readPackedWeights(pathIn(directory_, "out/" + row.at("file")));
        QCOMPARE(QByteArray::fromStdString(roundoff::nn::digest(unpacked)),
                 QByteArray::fromStdString(
                     roundoff::nn::digest(roundoff::deploy::apply(deployed.deployment, *result.weights.load(), 1))));
    }
}

/// Of four runs one has a NaN, one has rounded its activations too, and one diverged.
void TestResults::packsOnlyWhatCanBePacked() {
    ExperimentResults results = results_;
    const auto change = [&results](std::size_t run, auto how) {
        auto result = *results.runs[run];
        how(result);
        results.runs[run] = std::make_shared<const RunResult>(result);
    };
    change(0, [](RunResult& result) {
        auto weights = *result.weights.load();
        weights.tensors[1].values[3] = std::nan("");
        result.weights = std::make_shared<const roundoff::nn::WeightSnapshot>(weights);
    });
    change(1, [](RunResult& result) {
        result.deployments[0].deployment.scope = roundoff::deploy::Scope::WeightsAndActivations;
    });
    change(2, [](RunResult& result) { result.status = RunStatus::Diverged; });
    const QTemporaryDir directory;
    writeResults(results, inputs_, pathIn(directory));
    const auto rows = rowsOf(contentOf(directory.filePath("packed.csv")));
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].at("run").toStdString(), results.runs[3]->id);
    QCOMPARE(QDir(directory.filePath("packed")).entryList(QDir::Files).size(), 1);
    QCOMPARE(rowsOf(contentOf(directory.filePath("deployments.csv"))).size(), std::size_t{8}); // Nothing is lost.
}

void TestResults::histogramsCountAllWeights() {
    std::map<QString, qulonglong> counts;
    std::map<QString, double> edge;
    for (const Row& row : rowsOf(file("histograms.csv"))) {
        const QString key = row.at("run") + " " + row.at("layer") + " " + row.at("deployment");
        counts[key] += row.at("count").toULongLong();
        const double low = row.at("bin_low").toDouble();
        QVERIFY2(!edge.contains(key) || edge[key] == low, qPrintable(key)); // The bins leave no gap.
        edge[key] = row.at("bin_high").toDouble();
        QVERIFY(edge[key] > low);
    }
    QCOMPARE(counts.size(), std::size_t{4 * 2 * 3}); // Runs, layers, deployments and none.
    for (const PlannedRun& run : results_.plan.runs) {
        const QString id = QString::fromStdString(run.id);
        QCOMPARE(counts.at(id + " layer1 none"), qulonglong{36 * 8});
        QCOMPARE(counts.at(id + " layer2 none"), qulonglong{8 * 4});
        QCOMPARE(counts.at(id + " layer2 DEC1 toward-zero"), qulonglong{8 * 4}); // Nearer to zero stays within.
        QVERIFY(counts.contains(id + " layer1 INT8"));
    }
}

void TestResults::summaryComparesWithTheFirstGroup() {
    const auto rows = rowsOf(file("summary.csv"));
    const auto found = [&rows](const QString& group, const QString& metric) {
        return *std::find_if(rows.begin(), rows.end(),
                             [&](const Row& row) { return row.at("group") == group && row.at("metric") == metric; });
    };
    const double first = results_.runs[2]->epochs.back().test.accuracy;
    const double second = results_.runs[3]->epochs.back().test.accuracy;
    const Row half = found("FP16", "test_accuracy");
    QCOMPARE(half.at("n"), QString("2"));
    QVERIFY(half.at("mean").toDouble() == (first + second) / 2);
    QCOMPARE(half.at("baseline"), QString("FP64"));
    QVERIFY(!half.at("p_value").isEmpty());
    QVERIFY(!half.at("equivalence_p").isEmpty());
    QCOMPARE(found("FP64", "test_accuracy").at("baseline"), QString());
    QCOMPARE(found("FP16", "train_seconds").at("p_value"), QString()); // Emulated times are not compared.
}

/// A deployment is compared with its own group as trained; the lines of test_accuracy are one a group.
void TestResults::summaryOfDeployments() {
    const auto rows = rowsOf(file("summary.csv"));
    const auto lines = [&rows](const QString& metric) {
        return std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.at("metric") == metric; });
    };
    QCOMPARE(lines("test_accuracy"), 2); // FP64 and FP16
    const auto deployed = std::find_if(rows.begin(), rows.end(), [](const Row& row) {
        return row.at("metric") == "deployed_test_accuracy" && row.at("group") == "FP16, deployed as DEC1 toward-zero";
    });
    QVERIFY(deployed != rows.end());
    QCOMPARE(deployed->at("baseline"), QString("FP16"));
    QCOMPARE(deployed->at("n"), QString("2"));
}

void TestResults::specificationReadsBack() {
    const QByteArray text = file("specification.json");
    QVERIFY(parseSpecification(text.toStdString(), "specification.json") == results_.spec);
}

/// "version, compiler, CPU, target, threads, dataset digests" (DESIGN.md, section 8).
void TestResults::provenanceNamesWhatItPromises() {
    const QJsonObject provenance = QJsonDocument::fromJson(file("provenance.json")).object();
    for (const char* key : {"version", "compiler", "system", "cpu", "target", "bits", "finished"}) {
        QVERIFY2(!provenance[key].toString().isEmpty(), key);
    }
    QCOMPARE(provenance["threads"].toInt(), 3);
    const QJsonObject digests = provenance["datasets"].toObject()["mnist"].toObject();
    QCOMPARE(digests["images"].toString(), QString(64, 'a'));
    QCOMPARE(digests["labels"].toString(), QString(64, 'b'));
}

void TestResults::nothingElseIsThere() {
    const QStringList names = QDir(directory_.filePath("out"))
                                  .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    QCOMPARE(QSet<QString>(names.begin(), names.end()),
             QSet<QString>({"deployments.csv", "diagnoses.csv", "epochs.csv", "exponents.csv", "first_nonfinite.csv",
                            "histograms.csv", "layers.csv", "packed", "packed.csv", "provenance.json", "runs.csv",
                            "specification.json", "steps.csv", "summary.csv", "telemetry.csv", "weights"}));
    QCOMPARE(QDir(directory_.filePath("out/weights")).entryList(QDir::Files).size(), 4);
}

void TestResults::runsThatNeverBeganHaveNoRow() {
    ExperimentResults results = results_;
    results.runs[1] = nullptr;
    results.runs[3] = nullptr;
    const QTemporaryDir directory;
    writeResults(results, inputs_, pathIn(directory));
    const auto rows = rowsOf(contentOf(directory.filePath("runs.csv")));
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[1].at("run").toStdString(), results.plan.runs[2].id);
    QCOMPARE(rowsOf(contentOf(directory.filePath("epochs.csv"))).size(), std::size_t{4});
}

void TestResults::failedRunDoesNotHideTheOthers() {
    ExperimentSpec spec = roundoff::test::smallExperiment();
    spec.vary = {{"dataset.directory", {"/nowhere", nullptr}}};
    const QTemporaryDir directory;
    writeResults(execute(spec, inputs_), inputs_, pathIn(directory));
    const auto rows = rowsOf(contentOf(directory.filePath("runs.csv")));
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[0].at("status"), QString("failed"));
    QCOMPARE(rows[0].at("network"), QString("?-8-?"));
    QCOMPARE(rows[0].at("test_accuracy"), QString());
    QCOMPARE(rows[0].at("weights_sha256"), QString());
    QCOMPARE(rows[1].at("status"), QString("done"));
}

void TestResults::divergedWeightsHaveHistograms() {
    ExperimentSpec spec = roundoff::test::smallExperiment();
    ExperimentResults results = execute(spec, inputs_);
    auto weights = *results.runs[0]->weights.load();
    auto& layer1 = weights.tensors[0].values;
    layer1[0] = std::numeric_limits<double>::infinity();
    layer1[1] = -std::numeric_limits<double>::infinity();
    layer1[2] = std::numeric_limits<double>::quiet_NaN();
    std::fill(weights.tensors[2].values.begin(), weights.tensors[2].values.end(), std::nan(""));
    auto diverged = *results.runs[0];
    diverged.status = RunStatus::Diverged;
    diverged.weights = std::make_shared<const roundoff::nn::WeightSnapshot>(weights);
    results.runs[0] = std::make_shared<const RunResult>(diverged);

    const QTemporaryDir directory;
    writeResults(results, inputs_, pathIn(directory));
    qulonglong counted = 0;
    for (const Row& row : rowsOf(contentOf(directory.filePath("histograms.csv")))) {
        QCOMPARE(row.at("layer"), QString("layer1")); // Nothing is left to count of layer 2.
        QVERIFY(std::isfinite(row.at("bin_low").toDouble()));
        counted += row.at("count").toULongLong();
    }
    QCOMPARE(counted, qulonglong{36 * 8 - 3});
}

QTEST_APPLESS_MAIN(TestResults)
#include "tst_results.moc"
