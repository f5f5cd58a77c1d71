// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <set>

#include <QTest>

#include "core/experiment/fields.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff::experiment;
using roundoff::test::inputErrorOf;

using Values = std::vector<Json>;

namespace {

Json parsed(const char* text) {
    return Json::parse(text);
}

// Values that the field takes and gives back as they are.
Values validValues(const Field& field) {
    Values values;
    switch (field.kind) {
    case FieldKind::Integer:
        values = {static_cast<std::int64_t>(field.low), static_cast<std::int64_t>(field.high), 7};
        break;
    case FieldKind::Real:
        values = {field.lowOpen ? std::numeric_limits<double>::denorm_min() : field.low, field.high, field.high / 3.0};
        break;
    case FieldKind::Boolean: values = {true, false}; break;
    case FieldKind::Choice: values.assign(field.choices.begin(), field.choices.end()); break;
    case FieldKind::Text: values = {"a folder/with a file", "Größe"}; break;
    case FieldKind::IntegerList: values = {Json::array(), {1}, {1'000'000}, {128, 64}, Values(64, 3)}; break;
    case FieldKind::Precision:
        values = {
            "FP64",
            "FP32",
            "TF32",
            "BF16",
            "FP16",
            "AMP-FP16",
            "AMP-BF16",
            "FP8-E5M2",
            "FP8-E4M3",
            "FP6-E3M2",
            "FP6-E2M3",
            "FP4-E2M1",
            "E5M3",
            parsed(R"({"weights":"FP16","activations":"FP8-E4M3","gradients":"FP16","activationGradients":"FP8-E5M2",)"
                   R"("optimiserState":"FP32","rounding":"stochastic","overflow":"saturate","subnormals":"flush",)"
                   R"("arithmetic":"stepwise","layers":{"layer1":{"weights":"BF16"}}})")};
        break;
    case FieldKind::Deployments:
        values = {
            Json::array(),
            parsed(R"([{"format":"FP16","rounding":"nearest-even"},{"format":"DEC3","rounding":"toward-zero"},)"
                   R"({"format":"FP8-E4M3","rounding":"up","overflow":"nan","scope":"weights-and-activations"}])")};
        break;
    }
    if (field.optional) {
        values.push_back(nullptr);
    }
    return values;
}

// Values of the wrong type, and just out of range.
Values invalidValues(const Field& field) {
    Values values;
    switch (field.kind) {
    case FieldKind::Integer:
        values = {static_cast<std::int64_t>(field.low) - 1,
                  2 * static_cast<std::int64_t>(field.high),
                  1.5,
                  2.0,
                  "2",
                  true,
                  Json::array({2}),
                  std::numeric_limits<std::uint64_t>::max(),
                  std::numeric_limits<std::int64_t>::min()};
        break;
    case FieldKind::Real:
        values = {field.lowOpen ? field.low : field.low - 1e-9,
                  2.0 * field.high,
                  "0.5",
                  false,
                  Json::array({0.5}),
                  Json::object(),
                  -1};
        break;
    case FieldKind::Boolean: values = {0, 1, "true", Json::array()}; break;
    case FieldKind::Choice: values = {"nonsense", "", 0, false, Json::array({field.choices.front()})}; break;
    case FieldKind::Text: values = {"", 3, false, Json::array()}; break;
    case FieldKind::IntegerList:
        values = {5, "128", {0}, {-1}, {1'000'001}, {1.5}, {"8"}, Json::array({Json::array({8})}), Values(65, 3)};
        break;
    case FieldKind::Precision:
        values = {"FP15",
                  "INT8",
                  "INT8",
                  "",
                  16,
                  Json::array({"FP16"}),
                  parsed(R"({"weight":"FP16"})"),
                  parsed(R"({"weights":16})"),
                  parsed(R"({"weights":"INT8"})"),
                  parsed(R"({"weights":null})"),
                  parsed(R"({"rounding":"nearest"})"),
                  parsed(R"({"overflow":"wrap"})"),
                  parsed(R"({"weights":"FP8-E4M3","overflow":"infinity"})"),
                  parsed(R"({"accumulator":"FP17"})"),
                  parsed(R"({"layers":[]})"),
                  parsed(R"({"layers":{"layer1":{"bias":"FP16"}}})"),
                  parsed(R"({"layers":{"layer1":"FP16"}})"),
                  parsed(R"({"arithmetic":"exact"})"),
                  parsed(R"({"subnormals":true})")};
        break;
    case FieldKind::Deployments:
        values = {"FP16",
                  Json::object(),
                  Json::array({"FP16"}),
                  parsed(R"([{"rounding":"up"}])"),
                  parsed(R"([{"format":"FP15"}])"),
                  parsed(R"([{"format":"FP16","rounding":"sideways"}])"),
                  parsed(R"([{"format":"FP16","scale":2}])"),
                  parsed(R"([{"format":"FP4-E2M1","overflow":"infinity"}])"),
                  parsed(R"([{"format":"FP16","scope":"biases"}])"),
                  parsed(R"([{"format":"INT8","scope":"weights-and-activations"}])")};
        break;
    }
    if (!field.optional) {
        values.push_back(nullptr);
    }
    return values;
}

void addFieldRows() {
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < fields().size(); ++i) {
        QTest::newRow(fields()[i].path.c_str()) << i;
    }
}

} // namespace

class TestFields : public QObject {
    Q_OBJECT

private slots:
    void contract();
    void pathsAreUnique();
    void isDescribed_data() { addFieldRows(); }
    void isDescribed();
    void roundTrips_data() { addFieldRows(); }
    void roundTrips();
    void refuses_data() { addFieldRows(); }
    void refuses();
    void refusalLeavesTheRun_data() { addFieldRows(); }
    void refusalLeavesTheRun();
    void messages_data();
    void messages();
    void unknownPath_data();
    void unknownPath();
    void groups();
    void applies_data();
    void applies();
};

/// The paths of DESIGN.md, section 7.
void TestFields::contract() {
    for (const char* path : {"dataset.name",
                             "dataset.directory",
                             "dataset.trainLimit",
                             "dataset.normalise",
                             "network.kind",
                             "network.hidden",
                             "network.activation",
                             "optimiser.kind",
                             "optimiser.learningRate",
                             "optimiser.momentum",
                             "optimiser.beta1",
                             "optimiser.beta2",
                             "optimiser.epsilon",
                             "optimiser.weightDecay",
                             "training.epochs",
                             "training.batchSize",
                             "training.seed",
                             "training.shuffle",
                             "training.initialWeights",
                             "precision",
                             "lossScaling.kind",
                             "lossScaling.scale",
                             "clipping.kind",
                             "clipping.threshold",
                             "deployments"}) {
        QCOMPARE(fieldAt(path).path, std::string(path));
    }
}

void TestFields::pathsAreUnique() {
    std::set<std::string> paths;
    std::set<std::string> labels;
    for (const Field& field : fields()) {
        QVERIFY2(paths.insert(field.path).second, field.path.c_str());
        QVERIFY2(labels.insert(field.group() + field.label).second, field.label.c_str());
    }
}

void TestFields::isDescribed() {
    QFETCH(const std::size_t, index);
    const Field& field = fields()[index];
    QVERIFY(!field.label.empty());
    QVERIFY(field.help.ends_with('.'));
    QVERIFY(field.path == (field.path == field.group() ? field.group() : field.group() + "." + field.key()));
    QCOMPARE(!field.choices.empty(), field.kind == FieldKind::Choice);
    QVERIFY(field.low <= field.high);
}

void TestFields::roundTrips() {
    QFETCH(const std::size_t, index);
    const Field& field = fields()[index];
    for (const Json& value : validValues(field)) {
        RunSpec run;
        setField(run, field.path, value);
        QVERIFY2(field.get(run) == value, (value.dump() + " became " + field.get(run).dump()).c_str());
    }
}

void TestFields::refuses() {
    QFETCH(const std::size_t, index);
    const Field& field = fields()[index];
    for (const Json& value : invalidValues(field)) {
        RunSpec run;
        const QString error = inputErrorOf([&] { setField(run, field.path, value); });
        const QString path = QString::fromStdString(field.path);
        QVERIFY2(error.startsWith(path + ": ") || error.startsWith(path + ".") || error.startsWith(path + "["),
                 (value.dump() + " gave \"" + error.toStdString() + "\"").c_str());
        QVERIFY2(!error.contains('\n') && !error.endsWith('.'), qPrintable(error));
    }
}

void TestFields::refusalLeavesTheRun() {
    QFETCH(const std::size_t, index);
    const Field& field = fields()[index];
    RunSpec run;
    setField(run, field.path, validValues(field).front());
    const RunSpec before = run;
    for (const Json& value : invalidValues(field)) {
        (void)inputErrorOf([&] { setField(run, field.path, value); });
        QVERIFY2(run == before, value.dump().c_str());
    }
}

void TestFields::messages_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* path, const char* value, const char* message) {
        QTest::addRow("%s = %s", path, value) << QByteArray(path) << QByteArray(value) << QString(message);
    };
    row("training.epochs", "0", "training.epochs: needs a whole number from 1 to 100000, not 0");
    row("training.epochs", "2.5", "training.epochs: needs a whole number from 1 to 100000, not 2.5");
    row("training.shuffle", "1", "training.shuffle: needs true or false, not 1");
    row("optimiser.momentum", "2", "optimiser.momentum: needs a number from 0 to 1, not 2");
    row("optimiser.learningRate", "0", "optimiser.learningRate: needs a number above 0 to 1e+30, not 0");
    row("optimiser.learningRate", "{}", "optimiser.learningRate: needs a number above 0 to 1e+30, not an object");
    row("network.activation", "\"gelu\"", "network.activation: needs one of relu, sigmoid, tanh, not \"gelu\"");
    row("network.hidden", "64", "network.hidden: needs a list of at most 64 whole numbers, not 64");
    row("network.hidden", "[0]", "network.hidden: needs a whole number from 1 to 1000000, not 0");
    row("precision", "3", "precision: needs a policy's name or an object of roles, not 3");
    row("precision", R"({"weight":"FP16"})", "precision.weight: there is no such role or setting");
    row("precision", R"({"layers":{"layer1":{"bias":"FP16"}}})", "precision.layers.layer1.bias: there is no such role");
    row("deployments", R"([{"format":"FP16"},{"format":"FP16","colour":1}])",
        "deployments[1].colour: there is no such field: a deployment has format, rounding, overflow and scope");
    row("deployments", "[{}]", "deployments[0].format: is missing");
}

void TestFields::messages() {
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, message);
    RunSpec run;
    QCOMPARE(inputErrorOf([&] { setField(run, path.toStdString(), parsed(value.constData())); }), message);
}

void TestFields::unknownPath_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("guess");
    QTest::newRow("one letter") << QByteArray("training.epoch") << "training.epochs";
    QTest::newRow("American") << QByteArray("optimizer.learningRate") << "optimiser.learningRate";
    QTest::newRow("case") << QByteArray("training.batchsize") << "training.batchSize";
    QTest::newRow("group of one") << QByteArray("precison") << "precision";
}

void TestFields::unknownPath() {
    QFETCH(const QByteArray, path);
    QFETCH(const QString, guess);
    QCOMPARE(inputErrorOf([&] { (void)fieldAt(path.toStdString()); }),
             path + ": there is no such field; did you mean " + guess + "?");
}

void TestFields::groups() {
    for (const char* group :
         {"dataset", "network", "optimiser", "training", "precision", "lossScaling", "clipping", "deployments"}) {
        QVERIFY2(isGroup(group), group);
    }
    for (const char* other : {"", "title", "vary", "repeats", "training.epochs", "train"}) {
        QVERIFY2(!isGroup(other), other);
    }
}

void TestFields::applies_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("otherPath");
    QTest::addColumn<QByteArray>("otherValue");
    QTest::addColumn<bool>("applies");
    const auto row = [](const char* path, const char* otherPath, const char* otherValue, bool applies) {
        QTest::addRow("%s with %s %s", path, otherPath, otherValue)
            << QByteArray(path) << QByteArray(otherPath) << QByteArray(otherValue) << applies;
    };
    row("optimiser.momentum", "optimiser.kind", "sgd", true);
    row("optimiser.momentum", "optimiser.kind", "adam", false);
    row("optimiser.beta1", "optimiser.kind", "sgd", false);
    row("optimiser.beta2", "optimiser.kind", "adamw", true);
    row("optimiser.epsilon", "optimiser.kind", "adam", true);
    row("clipping.threshold", "clipping.kind", "none", false);
    row("clipping.threshold", "clipping.kind", "norm", true);
    row("clipping.threshold", "clipping.kind", "value", true);
    row("lossScaling.scale", "lossScaling.kind", "none", false);
    row("lossScaling.scale", "lossScaling.kind", "static", true);
}

void TestFields::applies() {
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, otherPath);
    QFETCH(const QByteArray, otherValue);
    QFETCH(const bool, applies);
    RunSpec run;
    setField(run, otherPath.toStdString(), otherValue.toStdString());
    QCOMPARE(fieldAt(path.toStdString()).applies(run), applies);
}

QTEST_APPLESS_MAIN(TestFields)
#include "tst_fields.moc"
