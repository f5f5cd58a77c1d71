// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/experiment/spec_json.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff::experiment;
using roundoff::test::inputErrorOf;

namespace {

ExperimentSpec start() {
    return parseSpecification(R"({
        "title": "Start",
        "clipping": { "kind": "norm", "threshold": 2.5 },
        "repeats": { "folds": 5 },
        "vary": { "precision": ["FP64", "FP16"], "training.seed": [1, 2] }
    })",
                              "start");
}

// What is at a JSON pointer of the specification after one override.
Json after(const QByteArray& assignment, const char* pointer) {
    ExperimentSpec spec = start();
    applyOverride(spec, assignment.toStdString());
    const Json json = toJson(spec);
    const Json::json_pointer place(pointer);
    return json.contains(place) ? json.at(place) : Json("nothing");
}

} // namespace

class TestOverride : public QObject {
    Q_OBJECT

private slots:
    void sets_data();
    void sets();
    void changesNothingElse();
    void refuses_data();
    void refuses();
    void refusalLeavesTheSpecification();
};

void TestOverride::sets_data() {
    QTest::addColumn<QByteArray>("assignment");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* assignment, const char* pointer, const char* value) {
        QTest::addRow("%s at %s", assignment, pointer)
            << QByteArray(assignment) << QByteArray(pointer) << QByteArray(value);
    };
    row("training.epochs=3", "/training/epochs", "3");
    row("optimiser.learningRate=1e-3", "/optimiser/learningRate", "0.001");
    row("training.shuffle=false", "/training/shuffle", "false");
    row("dataset.trainLimit=null", "/dataset/trainLimit", "null");
    row("optimiser.kind=adam", "/optimiser/kind", R"("adam")");     // Text without quotes,
    row("optimiser.kind=\"adam\"", "/optimiser/kind", R"("adam")"); // and with them.
    row("title=a = b", "/title", R"("a = b")");                     // The first = ends the path.
    row("title=", "/title", R"("")");
    row("dataset.directory=/my data", "/dataset/directory", R"("/my data")");
    row("network.hidden=[]", "/network/hidden", "[]"); // One value that is a list.
    row("network.hidden=[32,16]", "/network/hidden", "[32,16]");
    row("network.hidden=[[32],[16]]", "/vary/network.hidden", "[[32],[16]]"); // Several.
    row("deployments=[{\"format\":\"DEC2\",\"rounding\":\"up\"}]", "/deployments",
        R"([{"format":"DEC2","rounding":"up"}])");
    row("deployments=[[],[{\"format\":\"DEC2\"}]]", "/vary/deployments", R"([[],[{"format":"DEC2"}]])");
    row("precision=BF16", "/precision", R"("BF16")");
    row("precision=BF16", "/vary/precision", R"("nothing")"); // The axis is gone,
    row("precision=BF16", "/vary/training.seed", "[1,2]");    // the other one stays.
    row("precision=[\"BF16\",\"FP8-E5M2\"]", "/vary/precision", R"(["BF16","FP8-E5M2"])");
    row("precision=bf16, gradients fp32 up", "/precision/gradients", R"({"format":"FP32","rounding":"up"})");
    row("precision=[\"FP32\",\"FP16, accumulator FP16\"]", "/vary/precision", R"(["FP32","FP16, accumulator FP16"])");
    row("precision.gradients=BF16", "/precision/gradients", R"("BF16")");
    row("precision.layers.layer1.weights=BF16", "/precision/layers/layer1/weights", R"("BF16")");
    row("precision.activations=[\"FP16\",\"BF16\"]", "/vary/precision.activations", R"(["FP16","BF16"])");
    row("optimiser.learningRate=[0.1,0.01]", "/vary/optimiser.learningRate", "[0.1,0.01]");
    row("training.seed=7", "/training/seed", "7");
    row("training.seed=7", "/vary/training.seed", R"("nothing")");
    row("clipping={\"threshold\":4}", "/clipping/kind", R"("norm")"); // What is not named stays.
    row("clipping={\"threshold\":4}", "/clipping/threshold", "4.0");
    row("clipping=[{\"kind\":\"none\"},{\"kind\":\"value\"}]", "/vary/clipping",
        R"([{"kind":"none"},{"kind":"value"}])");
    row("repeats.folds=0", "/repeats/folds", "0");
    row("repeats.seeds=4", "/repeats/folds", "5");
    row("repeats={\"seeds\":4}", "/repeats/folds", "0");
    row("vary={}", "/vary", "{}");
    row("vary.clipping.threshold=[1,2]", "/vary/clipping.threshold", "[1,2]");
    row("vary.clipping.threshold=[1,2]", "/vary/training.seed", "[1,2]");
}

void TestOverride::sets() {
    QFETCH(const QByteArray, assignment);
    QFETCH(const QByteArray, pointer);
    QFETCH(const QByteArray, value);
    const Json found = after(assignment, pointer.constData());
    QVERIFY2(found == Json::parse(value.toStdString()), found.dump().c_str());
}

void TestOverride::changesNothingElse() {
    ExperimentSpec spec = start();
    applyOverride(spec, "training.epochs=3");
    ExperimentSpec expected = start();
    expected.base.training.epochs = 3;
    QVERIFY(spec == expected);
}

void TestOverride::refuses_data() {
    QTest::addColumn<QByteArray>("assignment");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* assignment, const char* message) {
        QTest::newRow(assignment) << QByteArray(assignment) << "--set " + QString(message);
    };
    row("training.epochs", "training.epochs: needs the form path=value");
    row("=3", "=3: needs the form path=value");
    row("training.epochs=0", "training.epochs: needs a whole number from 1 to 100000, not 0");
    row("training.epochs=many", "training.epochs: needs a whole number from 1 to 100000, not \"many\"");
    row("training.epoch=3", "training.epoch: there is no such field; did you mean training.epochs?");
    row("training.epoch=[3,4]", "training.epoch: there is no such field; did you mean training.epochs?");
    row("training.epochs.x=3", "training.epochs.x: there is no such field");
    row("title.x=3", "title.x: there is no such field");
    row("roundoff.x=3", "roundoff.x: there is no such field");
    row("network.hidden.x=3", "network.hidden.x: there is no such field");
    row("deployments.x=3", "deployments.x: there is no such field");
    row("precision.weights.x=FP16", "precision.weights.x: there is no such field");
    row("precision=FP15", "precision: 'FP15' is no precision to train in");
    row("roundoff=2", "roundoff: this program reads version 1 of specifications, not 2");
    row("optimiser.learningRate=[0.1,0.1]", "vary.optimiser.learningRate: 0.1 stands there twice");
    row("optimiser.learningRate=1e999", "optimiser.learningRate: needs a number above 0 to 1e+30, not \"1e999\"");
    row("repeats.folds=1", "repeats.folds: one fold leaves nothing to train on");
    row("dataset.directory=\xff", "dataset.directory: needs text in UTF-8");
}

void TestOverride::refuses() {
    QFETCH(const QByteArray, assignment);
    QFETCH(const QString, message);
    ExperimentSpec spec = start();
    const QString error = inputErrorOf([&] { applyOverride(spec, assignment.toStdString()); });
    QVERIFY2(error.startsWith(message), qPrintable(error));
}

void TestOverride::refusalLeavesTheSpecification() {
    ExperimentSpec spec = start();
    (void)inputErrorOf([&] { applyOverride(spec, "training.epochs=0"); });
    QVERIFY(spec == start());
}

QTEST_APPLESS_MAIN(TestOverride)
#include "tst_override.moc"
