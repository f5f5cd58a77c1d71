// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

#include <QTemporaryDir>
#include <QTest>

#include "core/store/file_inputs.h"
#include "core/store/preflight.h"
#include "core/store/safetensors.h"
#include "tests/data/file_fixtures.h"
#include "tests/experiment/small_experiment.h"
#include "tests/experiment/synthetic_inputs.h"

using roundoff::experiment::ExperimentSpec;
using roundoff::experiment::makePlan;
using roundoff::nn::WeightSnapshot;
using roundoff::store::FileInputs;
using roundoff::store::preflight;
using roundoff::test::inputErrorOf;
using roundoff::test::smallExperiment;
using roundoff::test::SyntheticInputs;

namespace {

using Change = std::function<void(WeightSnapshot&)>;

// Weights of the small experiment's network, 36-8-4.
WeightSnapshot fittingWeights() {
    WeightSnapshot weights;
    weights.tensors = {{"layer1.weight", {8, 36}, std::vector<double>(288, 0.5)},
                       {"layer1.bias", {8}, std::vector<double>(8, 0.5)},
                       {"layer2.weight", {4, 8}, std::vector<double>(32, 0.5)},
                       {"layer2.bias", {4}, std::vector<double>(4, 0.5)}};
    return weights;
}

QString errorOf(const ExperimentSpec& spec, roundoff::experiment::Inputs& inputs) {
    return inputErrorOf([&] { preflight(makePlan(spec), inputs); });
}

} // namespace

class TestPreflight : public QObject {
    Q_OBJECT

private slots:
    void acceptsWhatFits();
    void weightsThatDoNotFit_data();
    void weightsThatDoNotFit();
    void weightsFitOnlyOneOfTheNetworks();
    void missingWeights();
    void weightsFileThatIsNone();
    void missingFolder();
    void emptyFolder();
    void moreFoldsThanImages();
};

void TestPreflight::acceptsWhatFits() {
    SyntheticInputs inputs;
    inputs.addWeights("w", fittingWeights());
    ExperimentSpec spec = smallExperiment();
    spec.base.training.initialWeights = "w";
    spec.repeats.folds = 3;
    QCOMPARE(errorOf(spec, inputs), QString());
}

void TestPreflight::weightsThatDoNotFit_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("says");
    QTest::newRow("wrong shape") << Change([](auto& w) {
        w.tensors[0].shape = {8, 35};
        w.tensors[0].values.resize(280);
    }) << "tensor 'layer1.weight' has not the shape that network.hidden asks for";
    QTest::newRow("transposed") << Change([](auto& w) {
        w.tensors[0].shape = {36, 8};
    }) << "tensor 'layer1.weight' has not the shape";
    QTest::newRow("bias as a row") << Change([](auto& w) {
        w.tensors[1].shape = {1, 8};
    }) << "tensor 'layer1.bias' has not the shape";
    QTest::newRow("missing") << Change([](auto& w) { w.tensors.erase(w.tensors.begin() + 2); })
                             << "tensor 'layer2.weight' is missing";
    QTest::newRow("none at all") << Change([](auto& w) { w.tensors.clear(); }) << "tensor 'layer1.bias' is missing";
    QTest::newRow("unknown") << Change([](auto& w) {
        w.tensors.push_back({"layer3.bias", {1}, {0.5}});
    }) << "tensor 'layer3.bias' is none of this network's";
}

void TestPreflight::weightsThatDoNotFit() {
    QFETCH(const Change, change);
    QFETCH(const QString, says);
    WeightSnapshot weights = fittingWeights();
    change(weights);
    SyntheticInputs inputs;
    inputs.addWeights("start.safetensors", weights);
    ExperimentSpec spec = smallExperiment();
    spec.base.training.initialWeights = "start.safetensors";
    const QString error = errorOf(spec, inputs);
    QVERIFY2(error.startsWith("training.initialWeights: start.safetensors: ") && error.contains(says),
             qPrintable(error));
}

void TestPreflight::weightsFitOnlyOneOfTheNetworks() {
    SyntheticInputs inputs;
    inputs.addWeights("w", fittingWeights());
    ExperimentSpec spec = smallExperiment();
    spec.base.training.initialWeights = "w";
    spec.vary = {{"network.hidden", {{8}, {9}}}};
    const QString error = errorOf(spec, inputs);
    QVERIFY2(error.contains("has not the shape"), qPrintable(error));
}

void TestPreflight::missingWeights() {
    const QTemporaryDir directory;
    const QString path = directory.filePath("no.safetensors");
    FileInputs inputs({ROUNDOFF_RESOURCE_DIR});
    ExperimentSpec spec = smallExperiment();
    spec.base.training.initialWeights = path.toStdString();
    const QString error = errorOf(spec, inputs);
    QVERIFY2(error.contains("no.safetensors: cannot be opened"), qPrintable(error));
}

void TestPreflight::weightsFileThatIsNone() {
    const QTemporaryDir directory;
    roundoff::test::writeFile(directory, "w.safetensors", "not what the name says");
    FileInputs inputs({ROUNDOFF_RESOURCE_DIR});
    ExperimentSpec spec = smallExperiment();
    spec.base.training.initialWeights = directory.filePath("w.safetensors").toStdString();
    const QString error = errorOf(spec, inputs);
    QVERIFY2(error.contains("w.safetensors: no valid safetensors file"), qPrintable(error));
}

void TestPreflight::missingFolder() {
    const QTemporaryDir directory;
    FileInputs inputs({ROUNDOFF_RESOURCE_DIR});
    ExperimentSpec spec = smallExperiment();
    spec.base.dataset.directory = directory.filePath("nowhere").toStdString();
    const QString error = errorOf(spec, inputs);
    QVERIFY2(error.contains("nowhere: there is no such folder"), qPrintable(error));
}

void TestPreflight::emptyFolder() {
    const QTemporaryDir directory;
    FileInputs inputs({ROUNDOFF_RESOURCE_DIR});
    ExperimentSpec spec = smallExperiment();
    spec.base.dataset.directory = directory.path().toStdString();
    const QString error = errorOf(spec, inputs);
    QVERIFY2(error.contains("train-images-idx3-ubyte: there is no such file"), qPrintable(error));
}

void TestPreflight::moreFoldsThanImages() {
    SyntheticInputs inputs;
    ExperimentSpec spec = smallExperiment();
    spec.base.dataset.trainLimit = 4;
    spec.repeats.folds = 5;
    const QString error = errorOf(spec, inputs);
    QVERIFY2(error.contains("repeats.folds is 5, but there are only 4 training samples"), qPrintable(error));
}

QTEST_APPLESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
