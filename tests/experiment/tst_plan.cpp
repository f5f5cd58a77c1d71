// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include <QRegularExpression>
#include <QTest>

#include "core/experiment/plan.h"
#include "core/experiment/spec_json.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff::experiment;
using roundoff::test::inputErrorOf;

namespace {

ExperimentSpec parse(const QByteArray& text) {
    return parseSpecification(text.toStdString(), "spec");
}

QStringList labelsOf(const Plan& plan) {
    QStringList labels;
    for (const PlannedRun& run : plan.runs) {
        labels << QString::fromStdString(run.label);
    }
    return labels;
}

QStringList groupsOf(const Plan& plan) {
    QStringList groups;
    for (const PlannedRun& run : plan.runs) {
        groups << QString::fromStdString(run.group);
    }
    groups.removeDuplicates();
    return groups;
}

// "FP32, weights FP8-E4M3 saturate, activations FP8-E4M3 saturate, optimiserState BF16 stochastic": 94 letters.
constexpr const char* kLongPolicy = R"({"weights":{"format":"FP8-E4M3","overflow":"saturate"},
    "activations":{"format":"FP8-E4M3","overflow":"saturate"},
    "optimiserState":{"format":"BF16","rounding":"stochastic"}})";

} // namespace

class TestPlan : public QObject {
    Q_OBJECT

private slots:
    void oneRun();
    void labels_data();
    void labels();
    void groupsLeaveOutRepeats();
    void foldsAndSeeds();
    void axisValuesReachTheRun();
    void groupAxis();
    void partOfPrecisionAxis();
    void laterAxisRefinesTheEarlier();
    void idIsTwelveHexDigits();
    void idDependsOnTheRunAlone();
    void idIsTheSameHoweverOftenLookedInto_data();
    void idIsTheSameHoweverOftenLookedInto();
    void idDiffers_data();
    void idDiffers();
    void isPure();
    void refuses_data();
    void refuses();
    void firstRepeatsFirst();
};

void TestPlan::oneRun() {
    const Plan plan = makePlan({});
    QCOMPARE(plan.runs.size(), std::size_t{1});
    QVERIFY(plan.runs[0].spec == RunSpec{});
    QCOMPARE(plan.runs[0].label, std::string("FP32"));
    QCOMPARE(plan.runs[0].group, std::string("FP32"));
    QVERIFY(plan.runs[0].axisValues.empty());
}

void TestPlan::labels_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("labels");
    const auto row = [](const char* name, const QByteArray& text, const QStringList& labels) {
        QTest::newRow(name) << text << labels;
    };
    row("object of roles alone", R"({"precision":{"weights":"FP16"}})", {"FP32, weights FP16"});
    row("object of roles that has a name", R"({"precision":{"weights":{"format":"FP32"}}})", {"FP32"});
    row("too long for a label", R"({"precision":)" + QByteArray(kLongPolicy) + "}", {"custom"});
    row("folds", R"({"repeats":{"folds":2}})", {"FP32, fold 1 of 2", "FP32, fold 2 of 2"});
    row("seeds", R"({"training":{"seed":10},"repeats":{"seeds":2}})", {"FP32, seed 10", "FP32, seed 11"});
    row("folds and seeds: folds vary fastest", R"({"repeats":{"folds":2,"seeds":2}})",
        {"FP32, seed 1, fold 1 of 2", "FP32, seed 1, fold 2 of 2", "FP32, seed 2, fold 1 of 2",
         "FP32, seed 2, fold 2 of 2"});
    row("the first axis varies slowest", R"({"vary":{"precision":["FP64","FP16"],"training.epochs":[1,2]}})",
        {"FP64, epochs 1", "FP64, epochs 2", "FP16, epochs 1", "FP16, epochs 2"});
    row("as they are written", R"({"vary":{"training.epochs":[2,1],"precision":["FP16"]}})",
        {"epochs 2, FP16", "epochs 1, FP16"});
    row("group", R"({"vary":{"clipping":[{"kind":"none"},{"kind":"norm","threshold":0.5}]}})",
        {"clipping none", "clipping norm 0.5"});
    row("lists", R"({"vary":{"network.hidden":[[],[128,64]]}})", {"hidden layers none", "hidden layers 128, 64"});
    row("part of the precision", R"({"vary":{"precision.activations":["FP16","FP8-E4M3"]}})",
        {"precision.activations FP16", "precision.activations FP8-E4M3"});
    row("objects of roles", R"({"vary":{"precision":["FP16",{"weights":"FP16"}]}})", {"FP16", "FP32, weights FP16"});
    row("short texts", R"({"vary":{"precision":["fp16","fp16; ACCUMULATOR fp16 chunk 64"]}})",
        {"fp16", "FP16, accumulator FP16 chunk 64"});
    row("some of them too long",
        R"({"vary":{"precision":["FP16",)" + QByteArray(kLongPolicy) + "," +
            QByteArray(kLongPolicy).replace("stochastic", "up") + "," +
            R"("BF16, layer1 weights FP32, layer2 weights FP32, layer3 weights FP32 optimiserState FP32"]}})",
        {"FP16", "custom precision 2", "custom precision 3", "custom precision 4"});
    row("roles that vary after the precision",
        R"({"vary":{"precision":["FP16",{"weights":"FP16"}],"precision.gradients":["BF16"]}})",
        {"FP16, precision.gradients BF16", "FP32, weights FP16, precision.gradients BF16"});
    row("null", R"({"vary":{"dataset.trainLimit":[null,100]}})", {"training images none", "training images 100"});
}

void TestPlan::labels() {
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, labels);
    QCOMPARE(labelsOf(makePlan(parse(text))), labels);
}

void TestPlan::groupsLeaveOutRepeats() {
    const Plan plan = makePlan(parse(R"({"repeats":{"folds":3,"seeds":2},"vary":{"precision":["FP32","FP16"]}})"));
    QCOMPARE(plan.runs.size(), std::size_t{12});
    QCOMPARE(groupsOf(plan), QStringList({"FP32", "FP16"}));
}

void TestPlan::foldsAndSeeds() {
    const Plan plan = makePlan(parse(R"({"training":{"seed":5},"repeats":{"folds":3,"seeds":2}})"));
    QCOMPARE(plan.runs.size(), std::size_t{6});
    for (std::size_t i = 0; i < 6; ++i) {
        QCOMPARE(plan.runs[i].spec.training.seed, std::uint64_t{5} + i / 3);
        QVERIFY((plan.runs[i].spec.fold == Fold{static_cast<int>(i % 3), 3}));
    }
}

void TestPlan::axisValuesReachTheRun() {
    const Plan plan = makePlan(parse(R"({"vary":{"optimiser.learningRate":[0.5,0.25],"network.hidden":[[3],[4,5]]}})"));
    QCOMPARE(plan.runs.size(), std::size_t{4});
    QVERIFY(plan.runs[1].spec.optimiser.learningRate == 0.5);
    QCOMPARE(plan.runs[1].spec.network.hidden, (std::vector<int>{4, 5}));
    QVERIFY(plan.runs[2].spec.optimiser.learningRate == 0.25);
    QCOMPARE(plan.runs[2].spec.network.hidden, (std::vector<int>{3}));
    QVERIFY(plan.runs[2].axisValues.at("optimiser.learningRate") == Json(0.25));
    QVERIFY(plan.runs[2].axisValues.at("network.hidden") == Json({3}));
}

void TestPlan::groupAxis() {
    const Plan plan = makePlan(
        parse(R"({"clipping":{"threshold":7},"vary":{"clipping":[{"kind":"value"},{"kind":"norm","threshold":2}]}})"));
    using roundoff::nn::ClippingKind;
    QVERIFY(
        (plan.runs[0].spec.clipping == roundoff::nn::ClippingSpec{ClippingKind::Value, 7.0})); // Not named: the base's.
    QVERIFY((plan.runs[1].spec.clipping == roundoff::nn::ClippingSpec{ClippingKind::Norm, 2.0}));
}

void TestPlan::partOfPrecisionAxis() {
    const Plan plan = makePlan(parse(R"({"precision":"FP16","vary":{"precision.activations":["FP16","BF16"]}})"));
    QVERIFY(plan.runs[0].spec.precision == roundoff::nn::namedPolicy("FP16"));
    auto expected = roundoff::nn::namedPolicy("FP16");
    expected[roundoff::nn::Role::Activations] = roundoff::nn::namedPolicy("BF16")[roundoff::nn::Role::Activations];
    QVERIFY(plan.runs[1].spec.precision == expected);
}

void TestPlan::laterAxisRefinesTheEarlier() {
    const Plan plan = makePlan(
        parse(R"({"vary":{"precision":["FP16","BF16"],"precision.gradients":["FP32","TF32"]}})"));
    QCOMPARE(plan.runs.size(), std::size_t{4});
    auto expected = roundoff::nn::namedPolicy("BF16");
    expected[roundoff::nn::Role::Gradients] = roundoff::nn::namedPolicy("FP32")[roundoff::nn::Role::Gradients];
    QVERIFY(plan.runs[2].spec.precision == expected);
}

void TestPlan::idIsTwelveHexDigits() {
    const Plan plan = makePlan(parse(R"({"repeats":{"folds":5,"seeds":10}})"));
    std::set<std::string> ids;
    for (const PlannedRun& run : plan.runs) {
        QVERIFY2(QRegularExpression("^[0-9a-f]{12}$").match(QString::fromStdString(run.id)).hasMatch(), run.id.c_str());
        ids.insert(run.id);
    }
    QCOMPARE(ids.size(), std::size_t{50});
}

/// The same run in another experiment, and written in another way, is the same run.
void TestPlan::idDependsOnTheRunAlone() {
    const Plan one = makePlan(parse(R"({"title":"A","vary":{"precision":["FP32","FP16"],"training.epochs":[3]}})"));
    const Plan two = makePlan(parse(R"({"title":"B","training":{"epochs":3},"precision":"fp16"})"));
    QCOMPARE(one.runs[1].id, two.runs[0].id);
    QCOMPARE(two.runs[0].id, runId(two.runs[0].spec));
}

void TestPlan::idIsTheSameHoweverOftenLookedInto_data() {
    QTest::addColumn<int>("stride");
    QTest::newRow("never") << 0;
    QTest::newRow("every step") << 1;
    QTest::newRow("seldom") << 1000;
}

void TestPlan::idIsTheSameHoweverOftenLookedInto() {
    QFETCH(const int, stride);
    RunSpec run;
    run.training.telemetryStride = stride;
    QCOMPARE(runId(run), runId(RunSpec()));
}

void TestPlan::idDiffers_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {R"({"dataset":{"directory":"d"}})",
                             R"({"dataset":{"trainLimit":60000}})",
                             R"({"dataset":{"normalise":"unit"}})",
                             R"({"network":{"hidden":[64,128]}})",
                             R"({"network":{"activation":"tanh"}})",
                             R"({"optimiser":{"kind":"adam"}})",
                             R"({"optimiser":{"learningRate":0.010000000000000002}})",
                             R"({"optimiser":{"momentum":0}})",
                             R"({"optimiser":{"beta1":0}})",
                             R"({"optimiser":{"beta2":0}})",
                             R"({"optimiser":{"epsilon":0}})",
                             R"({"optimiser":{"weightDecay":5e-324}})",
                             R"({"training":{"epochs":6}})",
                             R"({"training":{"batchSize":65}})",
                             R"({"training":{"seed":2}})",
                             R"({"training":{"shuffle":false}})",
                             R"({"training":{"initialWeights":"w"}})",
                             R"({"training":{"loss":"mean-squared-error"}})",
                             R"({"precision":"TF32"})",
                             R"({"precision":{"rounding":"up"}})",
                             R"({"precision":{"layers":{"layer1":{"weights":"FP16"}}}})",
                             R"({"lossScaling":{"kind":"dynamic"}})",
                             R"({"lossScaling":{"scale":2}})",
                             R"({"clipping":{"kind":"norm"}})",
                             R"({"clipping":{"threshold":2}})",
                             R"({"deployments":[{"format":"FP16"}]})",
                             R"({"deployments":[{"format":"FP16","rounding":"up"}]})",
                             R"({"repeats":{"folds":2}})"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

/// Different from the default run, and from every other row.
void TestPlan::idDiffers() {
    QFETCH(const QByteArray, text);
    static std::set<std::string> seen{makePlan({}).runs.front().id};
    QVERIFY(seen.insert(makePlan(parse(text)).runs.front().id).second);
}

void TestPlan::isPure() {
    const ExperimentSpec spec = parse(
        R"({"repeats":{"folds":2},"vary":{"precision":["FP32","AMP-FP16"],"clipping.threshold":[1,2]}})");
    QVERIFY(makePlan(spec) == makePlan(spec));
}

void TestPlan::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& text, const char* says) {
        QTest::newRow(name) << text << QString(says);
    };
    QByteArray hundredOne = "1";
    for (int i = 2; i <= 101; ++i) {
        hundredOne += "," + QByteArray::number(i);
    }
    row("too many by axes",
        R"({"vary":{"training.epochs":[)" + hundredOne + R"(],"training.seed":[)" + hundredOne + "]}}",
        "vary: these axes make more than 10000 runs");
    row("too many by repeats", R"({"repeats":{"folds":101,"seeds":100}})",
        "repeats: this experiment has more than 10000 runs");
    row("the same run twice", R"({"vary":{"precision":["FP16","fp16"]}})", "vary: two runs are the same: fp16");
    row("runs that differ in looks only", R"({"vary":{"training.telemetryStride":[0,50]}})",
        "vary: two runs are the same: look inside every 50: training.telemetryStride changes nothing of a result, so "
        "give it one value");
    row("the same run by seeds", R"({"repeats":{"seeds":2},"vary":{"training.seed":[1,2]}})",
        "vary: two runs are the same: seed 2, seed 2");
    row("value out of range", R"({"vary":{"training.epochs":[1,0]}})",
        "vary (epochs 0): training.epochs: needs a whole number from 1 to 100000, not 0");
    row("unknown format", R"({"vary":{"precision":["FP15"]}})",
        "vary (FP15): precision: 'FP15' is no precision to train in");
    row("unknown role", R"({"vary":{"precision.weight":["FP16"]}})", "precision.weight: there is no such role");
    row("inside a role", R"({"vary":{"precision.weights.x":["FP16"]}})", "precision.weights.x: there is no such field");
    row("unknown key in a group", R"({"vary":{"clipping":[{"kinds":"none"}]}})",
        "clipping.kinds: there is no such field");
    row("layer that is not there", R"({"precision":{"layers":{"layer4":{"weights":"FP16"}}}})",
        "precision.layers.layer4: there is no such layer: this network has layer1 to layer3");
    row("overflow that a format cannot express",
        R"({"precision":"FP4-E2M1","vary":{"precision.overflow":["infinity"]}})", "precision.overflow: ");
}

void TestPlan::refuses() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, says);
    const ExperimentSpec spec = parse(text);
    const QString error = inputErrorOf([&] { (void)makePlan(spec); });
    QVERIFY2(error.contains(says), qPrintable(error));
}

/// Two precisions of three folds, FP64 first in the plan: 0 to 2 and 3 to 5.
void TestPlan::firstRepeatsFirst() {
    ExperimentSpec spec;
    spec.vary = {{"precision", {"FP64", "FP32"}}};
    spec.repeats.folds = 3;
    QCOMPARE(executionOrder(makePlan(spec)), (std::vector<std::size_t>{0, 3, 1, 4, 2, 5}));
    QVERIFY(executionOrder({}).empty());
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
