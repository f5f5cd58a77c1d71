// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/experiment/spec_json.h"
#include "core/format/binary_float.h"
#include "core/nn/loss_scaler.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff::experiment;
namespace format = roundoff::format;
namespace nn = roundoff::nn;
using roundoff::test::inputErrorOf;

namespace {

/// DESIGN.md, section 7, word for word.
constexpr const char* kContractExample = R"({
  "roundoff": 1,
  "title": "Bit-width on MNIST",
  "dataset":   { "name": "mnist", "directory": null, "trainLimit": null },
  "network":   { "kind": "mlp", "hidden": [128, 64], "activation": "relu" },
  "optimiser": { "kind": "sgd", "learningRate": 0.01, "momentum": 0.9, "weightDecay": 0.0 },
  "training":  { "epochs": 5, "batchSize": 64, "seed": 1, "shuffle": true, "initialWeights": null },
  "precision": "FP32",
  "lossScaling": { "kind": "none" },
  "clipping":  { "kind": "none" },
  "deployments": [ { "format": "FP16" }, { "format": "DEC3", "rounding": "toward-zero" } ],
  "repeats":   { "folds": 5 },
  "vary":      { "precision": ["FP64", "FP32", "FP16"], "clipping.threshold": [0.1, 1.0] }
})";

ExperimentSpec parse(const QByteArray& text) {
    return parseSpecification({text.constData(), static_cast<std::size_t>(text.size())}, "spec.json");
}

} // namespace

class TestSpecJson : public QObject {
    Q_OBJECT

private slots:
    void contractExample();
    void contractDefaults();
    void nothingGivenIsTheDefault_data();
    void nothingGivenIsTheDefault();
    void refuses_data();
    void refuses();
    void syntaxErrors_data();
    void syntaxErrors();
    void roundTrips_data();
    void roundTrips();
    void customPrecision();
    void rolesOfTheirOwnKind();
    void aLayerThatDiffersInNothingIsNone();
    void lossScalingFollowsThePolicy_data();
    void lossScalingFollowsThePolicy();
    void aboutIsForPresets();
    void byteOrderMark();
    void orderOfAxesStays();
    void setAtPathKeepsTheRestOfAGroup();
    void setAtPathNeedsMembers();
};

void TestSpecJson::contractExample() {
    const ExperimentSpec spec = parse(kContractExample);
    QCOMPARE(spec.title, std::string("Bit-width on MNIST"));
    QCOMPARE(spec.base.dataset.name, std::string("mnist"));
    QVERIFY(!spec.base.dataset.directory);
    QVERIFY(!spec.base.dataset.trainLimit);
    QVERIFY(spec.base.dataset.normalise == Normalisation::Standard);
    QVERIFY(spec.base.network.kind == nn::NetworkKind::Mlp);
    QCOMPARE(spec.base.network.hidden, (std::vector<int>{128, 64}));
    QVERIFY(spec.base.network.activation == nn::Activation::Relu);
    QVERIFY(spec.base.optimiser.kind == nn::OptimiserKind::Sgd);
    QVERIFY(spec.base.optimiser.learningRate == 0.01);
    QVERIFY(spec.base.optimiser.momentum == 0.9);
    QVERIFY(spec.base.optimiser.weightDecay == 0.0);
    QCOMPARE(spec.base.training.epochs, 5);
    QCOMPARE(spec.base.training.batchSize, 64);
    QCOMPARE(spec.base.training.seed, std::uint64_t{1});
    QVERIFY(spec.base.training.shuffle);
    QVERIFY(!spec.base.training.initialWeights);
    QCOMPARE(spec.base.precision.name(), std::string("FP32"));
    QVERIFY(spec.base.lossScaling.kind == nn::LossScalingKind::None);
    QVERIFY(spec.base.clipping.kind == nn::ClippingKind::None);
    QCOMPARE(spec.base.deployments.size(), std::size_t{2});
    QVERIFY(spec.base.deployments[0].format == format::TensorFormat(format::kFp16));
    QVERIFY(spec.base.deployments[0].rounding == format::Rounding::NearestEven);
    QVERIFY(spec.base.deployments[1].format == format::TensorFormat(format::Decimal{3}));
    QVERIFY(spec.base.deployments[1].rounding == format::Rounding::TowardZero);
    QCOMPARE(spec.repeats.folds, 5);
    QCOMPARE(spec.repeats.seeds, 1);
    QVERIFY(
        (spec.vary == std::vector<Axis>{{"precision", {"FP64", "FP32", "FP16"}}, {"clipping.threshold", {0.1, 1.0}}}));
}

/// "The defaults are the values above with precision FP32, no scaling, no clipping, no deployments, 0 folds and no
/// vary."
void TestSpecJson::contractDefaults() {
    ExperimentSpec expected = parse(kContractExample);
    expected.title.clear();
    expected.base.deployments.clear();
    expected.repeats.folds = 0;
    expected.vary.clear();
    expected.base.lossScaling.kind = nn::LossScalingKind::Automatic; // None, with FP32.
    QVERIFY(parse("{}") == expected);
}

void TestSpecJson::nothingGivenIsTheDefault_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("version only") << QByteArray(R"({"roundoff":1})");
    QTest::newRow("empty groups") << QByteArray(
        R"({"dataset":{},"network":{},"training":{},"repeats":{},"vary":{},"lossScaling":{}})");
    QTest::newRow("defaults given") << QByteArray(R"({"training":{"epochs":5},"precision":"FP32","deployments":[]})");
}

void TestSpecJson::nothingGivenIsTheDefault() {
    QFETCH(const QByteArray, text);
    QVERIFY(parse(text) == ExperimentSpec{});
}

void TestSpecJson::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& text, const char* message) {
        QTest::newRow(name) << text << "spec.json: " + QString(message);
    };
    row("unknown field", R"({"training":{"epoch":3}})",
        "training.epoch: there is no such field; did you mean training.epochs?");
    row("unknown group", R"({"precison":"FP16"})", "precison: there is no such field; did you mean precision?");
    row("wrong type", R"({"training":{"epochs":"five"}})",
        "training.epochs: needs a whole number from 1 to 100000, not \"five\"");
    row("null where none is allowed", R"({"training":{"epochs":null}})",
        "training.epochs: needs a whole number from 1 to 100000, not null");
    row("group as a number", R"({"training":5})", "training: needs an object, not 5");
    row("group as a list", R"({"clipping":[]})", "clipping: needs an object, not a list");
    row("a list", "[]", "a specification is a JSON object, not a list");
    row("a number", "1", "a specification is a JSON object, not 1");
    row("newer version", R"({"roundoff":2})", "roundoff: this program reads version 1 of specifications, not 2");
    row("version as text", R"({"roundoff":"1"})",
        "roundoff: this program reads version 1 of specifications, not \"1\"");
    row("title as a number", R"({"title":1})", "title: needs a text, not 1");
    row("overflow of a format that saturates", R"({"deployments":[{"format":"MXFP8-E5M2","overflow":"infinity"}]})",
        "deployments[0].overflow: MXFP8-E5M2 always saturates, since its scales follow the values: choose saturate");
    row("activations without a scale", R"({"deployments":[{"format":"INT8","scope":"weights-and-activations"}]})",
        "deployments[0].scope: INT8 has no scale, and activations are fractions: choose INT8-SYM or INT8-AFFINE");
    row("a role without a scale", R"({"precision":{"weights":"INT8"}})",
        "precision.weights: INT8 has no scale, and weights and activations are fractions: choose INT8-SYM or "
        "INT8-AFFINE, which compute one");
    row("a role without a format", R"({"precision":{"weights":{"rounding":"up"}}})",
        "precision.weights: needs a format");
    row("a role with an unknown setting", R"({"precision":{"weights":{"format":"FP16","scale":2}}})",
        "precision.weights.scale: there is no such field");
    row("a chunk that is none", R"({"precision":{"accumulator":{"format":"FP16","chunk":-1}}})",
        "precision.accumulator.chunk: needs a whole number from 0 to 65536, not -1");
    row("a rounding that is none", R"({"precision":{"weights":{"format":"FP16","rounding":5}}})",
        "precision.weights.rounding: needs a text, not 5");
    row("an overflow in a layer that is none",
        R"({"precision":{"layers":{"layer1":{"gradients":{"format":"FP16","overflow":null}}}}})",
        "precision.layers.layer1.gradients.overflow: needs a text, not null");
    row("a format inside a role", R"({"precision":{"weights":{"format":16}}})",
        "precision.weights.format: needs a text, not 16");
    row("a role that is no format", R"({"precision":{"weights":16}})", "precision.weights: needs a text, not 16");
    row("a layer without master weights",
        R"({"precision":{"masterWeights":"FP32","layers":{"layer1":{"masterWeights":null}}}})",
        "precision.layers.layer1.masterWeights: a layer cannot do without the master weights that the policy has: "
        "leave it out");
    row("a layer without the accumulator",
        R"({"precision":{"accumulator":"FP16","layers":{"layer2":{"accumulator":null}}}})",
        "precision.layers.layer2.accumulator: a layer cannot do without the accumulator that the policy has: leave it "
        "out, or choose FP32");
    row("an accumulator that is too wide", R"({"precision":{"accumulator":"E8M12"}})",
        "precision.accumulator: E8M12 is no accumulator: choose FP32, FP64 or a format of at most 11 significand bits "
        "and 8 exponent bits");
    row("an accumulator that is no float", R"({"precision":{"layers":{"layer1":{"accumulator":"INT8"}}}})",
        "precision.layers.layer1.accumulator: INT8 is no binary float: products are summed in those only");
    row("one fold", R"({"repeats":{"folds":1}})",
        "repeats.folds: one fold leaves nothing to train on: choose 0 for none, or at least 2");
    row("no seed", R"({"repeats":{"seeds":0}})", "repeats.seeds: needs a whole number from 1 to 1000, not 0");
    row("unknown repeat", R"({"repeats":{"times":3}})",
        "repeats.times: there is no such field: repeats has folds and seeds");
    row("vary as a list", R"({"vary":[]})", "vary: needs an object, not a list");
    row("axis without values", R"({"vary":{"precision":[]}})", "vary.precision: needs a list of 1 to 1000 values");
    row("axis of one value", R"({"vary":{"precision":"FP16"}})", "vary.precision: needs a list of 1 to 1000 values");
    row("unknown axis", R"({"vary":{"training.epoch":[1]}})",
        "training.epoch: there is no such field; did you mean training.epochs?");
    row("value twice", R"({"vary":{"training.epochs":[1,2,1]}})", "vary.training.epochs: 1 stands there twice");
    row("field twice", R"({"training":{"epochs":1,"seed":2,"epochs":3}})", "the field \"epochs\" stands there twice");
    row("group twice", R"({"training":{"epochs":1},"training":{"seed":3}})",
        "the field \"training\" stands there twice");
    row("nested deep", "{\"vary\":{\"network.hidden\":" + QByteArray(200'000, '[') + QByteArray(200'000, ']') + "}}",
        "is nested more than 32 levels deep");
    row("number too large for a double", R"({"optimiser":{"learningRate":1e999}})",
        "no valid JSON: number overflow parsing '1e999'");
}

void TestSpecJson::refuses() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, message);
    QCOMPARE(inputErrorOf([&] { (void)parse(text); }), message);
}

void TestSpecJson::syntaxErrors_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("two commas") << QByteArray("{\n  \"title\": \"x\",\n  \"training\": { \"epochs\": 5,, }\n}")
                                << "line 3, column 29";
    QTest::newRow("first line") << QByteArray("{ x }") << "line 1, column 3";
    QTest::newRow("nothing") << QByteArray("") << "line 1, column 1";
    QTest::newRow("begins a line") << QByteArray("{\n\"a\":\n}") << "line 3, column 1";
    QTest::newRow("words after it") << QByteArray("{}\n{}") << "line 2, column 1";
    QTest::newRow("comment") << QByteArray("{\n // why\n}") << "line 2, column 2";
    QTest::newRow("single quotes") << QByteArray("{'title': 1}") << "line 1, column 2";
}

void TestSpecJson::syntaxErrors() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, place);
    const QString error = inputErrorOf([&] { (void)parse(text); });
    QVERIFY2(error.startsWith("spec.json, " + place + ": no valid JSON: "), qPrintable(error));
    QVERIFY2(!error.contains('\n') && !error.contains("exception"), qPrintable(error));
}

void TestSpecJson::roundTrips_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QByteArray(text); };
    row("contract", kContractExample);
    row("title with quotes and umlauts", R"({"title":"\"Größe\" \u2260 \\ \n"})");
    row("dataset", R"({"dataset":{"directory":"/data/my fashion","trainLimit":600,"normalise":"unit"}})");
    row("no hidden layer", R"({"network":{"hidden":[],"activation":"tanh"}})");
    row("deep network", R"({"network":{"hidden":[1,2,3,4,5,6,7,8],"activation":"sigmoid"}})");
    row("adam",
        R"({"optimiser":{"kind":"adam","learningRate":0.001,"beta1":0.8,"beta2":0.99,"epsilon":1e-7,"weightDecay":0.1}})");
    row("adamw", R"({"optimiser":{"kind":"adamw"}})");
    row("numbers without short decimals",
        R"({"optimiser":{"learningRate":0.30000000000000004,"momentum":0.1234567890123456789}})");
    row("smallest learning rate", R"({"optimiser":{"learningRate":5e-324}})");
    row("training",
        R"({"training":{"epochs":7,"batchSize":1,"seed":9007199254740992,"shuffle":false,"initialWeights":"w.safetensors","loss":"mean-squared-error"}})");
    row("AMP", R"({"precision":"AMP-FP16"})");
    row("any float", R"({"precision":"E4M7"})");
    row("roles", R"({"precision":{"weights":"FP16","masterWeights":"FP32","gradients":"BF16"}})");
    row("roles with settings",
        R"({"precision":{"activations":"FP8-E4M3","rounding":"stochastic","overflow":"saturate","subnormals":"flush","arithmetic":"stepwise"}})");
    row("roles with layers",
        R"({"precision":{"weights":"FP16","layers":{"layer1":{"weights":"FP8-E4M3","activations":"FP16"},"layer2":{"gradients":"FP64"}}}})");
    row("accumulator", R"({"precision":{"weights":"FP64","accumulator":"FP64"}})");
    row("AMP with a rounding",
        R"({"precision":{"weights":"FP16","activations":"FP16","gradients":"FP16","activationGradients":"FP16","masterWeights":"FP32","optimiserState":"FP32","rounding":"toward-zero"}})");
    row("no scaling", R"({"lossScaling":{"kind":"none"}})");
    row("static scaling", R"({"lossScaling":{"kind":"static","scale":1024}})");
    row("clipping", R"({"clipping":{"kind":"value","threshold":0.25}})");
    row("deployments",
        R"({"deployments":[{"format":"FP8-E4M3","rounding":"stochastic","overflow":"nan","scope":"weights-and-activations"},{"format":"FIXED8.4"},{"format":"INT3"},{"format":"INT8-SYM-CHANNEL"},{"format":"INT4-AFFINE-G64","rounding":"stochastic","overflow":"saturate"},{"format":"MXFP4"}]})");
    row("repeats", R"({"repeats":{"folds":10,"seeds":3}})");
    row("axes of all kinds",
        R"({"vary":{"clipping":[{"kind":"none"},{"kind":"norm","threshold":0.1}],"precision.activations":["FP16","BF16"],"network.hidden":[[8],[16,8]],"training.initialWeights":[null,"w"],"training.shuffle":[true,false]}})");
}

void TestSpecJson::roundTrips() {
    QFETCH(const QByteArray, text);
    const ExperimentSpec spec = parse(text);
    QVERIFY(spec != ExperimentSpec{}); // What is given is not lost on the way in.
    QVERIFY(parse(QByteArray::fromStdString(toJson(spec).dump(2))) == spec);
}

void TestSpecJson::customPrecision() {
    const nn::PrecisionPolicy policy =
        parse(
            R"({"precision":{"weights":"FP16","masterWeights":"FP32","rounding":"up","layers":{"layer2":{"activations":"BF16"}}}})")
            .base.precision;
    QVERIFY(policy[nn::Role::Weights] == std::optional<nn::RoleFormat>(format::kFp16));
    QVERIFY(policy[nn::Role::MasterWeights] == std::optional<nn::RoleFormat>(format::kFp32));
    QVERIFY(policy[nn::Role::Activations] == std::optional<nn::RoleFormat>(format::kFp32)); // Not named: the default.
    QVERIFY(policy.rounding == format::Rounding::Up);
    const auto layer2 = policy.formatsOf("layer2");
    QVERIFY(layer2[static_cast<std::size_t>(nn::Role::Activations)] == std::optional<format::Format>(format::kBf16));
    QVERIFY(layer2[static_cast<std::size_t>(nn::Role::Weights)] == std::optional<nn::RoleFormat>(format::kFp16));
    QCOMPARE(policy.name(), std::string("custom"));
}

void TestSpecJson::rolesOfTheirOwnKind() {
    const char* const text = R"({"precision":{"weights":{"format":"INT8-SYM-CHANNEL","rounding":"stochastic"},
        "activations":{"format":"FP8-E4M3","overflow":"saturate"},"masterWeights":"FP32",
        "accumulator":{"format":"FP16","chunk":64,"rounding":"toward-zero"},
        "layers":{"layer3":{"weights":"FP32","accumulator":"FP32"}}}})";
    const ExperimentSpec spec = parse(text);
    const nn::PrecisionPolicy& policy = spec.base.precision;
    const auto& weights = policy[nn::Role::Weights];
    QCOMPARE(format::tensorFormatName(weights->format), std::string("INT8-SYM-CHANNEL"));
    QVERIFY(weights->rounding == format::Rounding::Stochastic);
    QVERIFY(policy[nn::Role::Activations]->overflow == format::Overflow::Saturate);
    QVERIFY(!policy[nn::Role::Gradients]->rounding.has_value());
    QCOMPARE(policy.accumulatorOf("layer1")->chunk, 64);
    QVERIFY(policy.accumulatorOf("layer1")->rounding == format::Rounding::TowardZero);
    QVERIFY(policy.accumulatorOf("layer3")->format == format::kFp32);
    QVERIFY(parse(QByteArray::fromStdString(toJson(spec).dump())) == spec);
}

void TestSpecJson::aLayerThatDiffersInNothingIsNone() {
    const RunSpec run = parse(R"({"precision":{"layers":{"layer1":{},"layer2":{}}}})").base;
    QCOMPARE(run.precision.name(), std::string("FP32"));
    QVERIFY(run == RunSpec());
}

/// "A policy named AMP-* brings dynamic unless the specification says otherwise."
void TestSpecJson::lossScalingFollowsThePolicy_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* text, nn::LossScalingKind kind) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(kind);
    };
    row(R"({"precision":"AMP-FP16"})", nn::LossScalingKind::Dynamic);
    row(R"({"precision":"AMP-BF16"})", nn::LossScalingKind::Dynamic);
    row(R"({"precision":"AMP-FP16","lossScaling":{}})", nn::LossScalingKind::Dynamic);
    row(R"({"precision":"AMP-FP16","lossScaling":{"kind":null}})", nn::LossScalingKind::Dynamic);
    row(R"({"lossScaling":{"scale":128},"precision":"AMP-FP16"})", nn::LossScalingKind::Dynamic);
    row(R"({"precision":"AMP-FP16","lossScaling":{"kind":"none"}})", nn::LossScalingKind::None);
    row(R"({"precision":"AMP-FP16","lossScaling":{"kind":"static"}})", nn::LossScalingKind::Static);
    row(R"({"precision":"FP16"})", nn::LossScalingKind::None);
    row(R"({"precision":"FP16","lossScaling":{"kind":"dynamic"}})", nn::LossScalingKind::Dynamic);
}

void TestSpecJson::lossScalingFollowsThePolicy() {
    QFETCH(const QByteArray, text);
    QFETCH(const int, kind);
    const RunSpec run = parse(text).base;
    QCOMPARE(static_cast<int>(nn::effectiveKind(run.lossScaling, run.precision)), kind);
}

void TestSpecJson::aboutIsForPresets() {
    QVERIFY(parse(R"({"about":{"summary":"x","anything":[1]}})") == ExperimentSpec{});
    QCOMPARE(inputErrorOf([] { (void)parse(R"({"about":"x"})"); }),
             QString("spec.json: about: needs an object, not \"x\""));
}

void TestSpecJson::byteOrderMark() {
    QVERIFY(parse("\xEF\xBB\xBF{}") == ExperimentSpec{});
}

void TestSpecJson::orderOfAxesStays() {
    const ExperimentSpec spec = parse(
        R"({"vary":{"training.seed":[3,1],"clipping.threshold":[2],"dataset.trainLimit":[9]}})");
    QCOMPARE(spec.vary[0].path, std::string("training.seed"));
    QVERIFY((spec.vary[0].values == std::vector<Json>{3, 1}));
    QCOMPARE(spec.vary[1].path, std::string("clipping.threshold"));
    QCOMPARE(spec.vary[2].path, std::string("dataset.trainLimit"));
}

void TestSpecJson::setAtPathKeepsTheRestOfAGroup() {
    Json run = Json::parse(R"({"clipping":{"kind":"norm","threshold":3},"precision":"FP16"})");
    setAtPath(run, "clipping", {{"threshold", 4}});
    setAtPath(run, "precision.gradients", "FP32");
    QCOMPARE(run["clipping"].dump(), std::string(R"({"kind":"norm","threshold":4})"));
    QCOMPARE(run["precision"]["gradients"].get<std::string>(), std::string("FP32"));
    QCOMPARE(run["precision"]["weights"].get<std::string>(), std::string("FP16"));
}

void TestSpecJson::setAtPathNeedsMembers() {
    Json run = Json::parse(R"({"training":{"seed":1}})");
    QCOMPARE(inputErrorOf([&] { setAtPath(run, "training.seed.low", 3); }),
             QString("training.seed.low: there is no such field"));
}

QTEST_APPLESS_MAIN(TestSpecJson)
#include "tst_spec_json.moc"
