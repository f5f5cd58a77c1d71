// SPDX-License-Identifier: GPL-3.0-or-later
// Specifications that are damaged, or that someone made to harm: a value or one line of what is wrong, at once.
#include <QTest>

#include "core/experiment/plan.h"
#include "core/experiment/spec_json.h"
#include "core/store/files.h"
#include "tests/data/damage.h"

using namespace roundoff::experiment;
using namespace roundoff::test;

namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20U;

const QByteArray kWhole = R"({
  "roundoff": 1,
  "title": "Größe \u2260 \\ \n",
  "dataset": { "name": "mnist", "directory": "/data/mine", "trainLimit": 600 },
  "network": { "kind": "mlp", "hidden": [128, 64], "activation": "relu" },
  "optimiser": { "kind": "adamw", "learningRate": 0.01, "weightDecay": 1e-4 },
  "training": { "epochs": 5, "batchSize": 64, "seed": 1, "shuffle": true, "initialWeights": null },
  "precision": { "weights": { "format": "FP8-E4M3", "overflow": "saturate" }, "masterWeights": "FP32",
                 "accumulator": { "format": "FP16", "chunk": 64 }, "layers": { "layer2": { "gradients": "BF16" } } },
  "lossScaling": { "kind": "static", "scale": 1024 },
  "clipping": { "kind": "norm", "threshold": 0.5 },
  "deployments": [ { "format": "FP16" }, { "format": "DEC3", "rounding": "toward-zero" } ],
  "repeats": { "folds": 2, "seeds": 2 },
  "vary": { "precision": ["FP64", "AMP-FP16"], "clipping.threshold": [0.1, 1.0] }
})";

ExperimentSpec parse(const QByteArray& text) {
    return parseSpecification({text.constData(), static_cast<std::size_t>(text.size())}, "spec.json");
}

ExperimentSpec readBack(const QByteArray& text) {
    ExperimentSpec spec = parse(text);
    const ExperimentSpec back = parse(QByteArray::fromStdString(toJson(spec).dump()));
    if (back != spec) {
        throw std::logic_error("what was read does not read back");
    }
    return spec;
}

// Reads, writes, reads again and plans, as opening a file does.
void useAll(const QByteArray& text) {
    static_cast<void>(makePlan(readBack(text)));
}

QByteArray list(const QByteArray& item, int count) {
    return "[" + (item + ",").repeated(count - 1) + item + "]";
}

QByteArray numbered(const QByteArray& before, const QByteArray& after, int count) {
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        text += (i == 0 ? "" : ",") + before + QByteArray::number(i) + after;
    }
    return text;
}

} // namespace

class TestHostileJson : public QObject {
    Q_OBJECT

private slots:
    void everyTruncationIsRefused();
    void bitFlips();
    void refuses_data();
    void refuses();
    void unusualButFine_data();
    void unusualButFine();
    void plansTakeBoundedMemory_data();
    void plansTakeBoundedMemory();
    void readingLeavesTheFileAlone();
};

void TestHostileJson::everyTruncationIsRefused() {
    (void)parse(kWhole);
    for (qsizetype length = 0; length < kWhole.size(); ++length) {
        const Reading reading = readingOf([&] { (void)parse(kWhole.first(length)); });
        QVERIFY2(!reading.error.isEmpty() && reading.isBounded(kMiB), qPrintable(QString::number(length)));
    }
}

void TestHostileJson::bitFlips() {
    int refused = 0;
    forBitFlips(kWhole, 17, [&](const QByteArray& flipped, qsizetype bit) {
        const Reading reading = readingOf([&] { (void)readBack(flipped); });
        QVERIFY2(reading.isBounded(4 * kMiB), qPrintable(QString("bit %1: %2").arg(bit).arg(reading.text())));
        refused += reading.error.isEmpty() ? 0 : 1;
    });
    QVERIFY2(refused > 7'000 && refused < 9'900, qPrintable(QString::number(refused)));
}

void TestHostileJson::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& text, const QString& says) {
        QTest::newRow(name) << text << says;
    };
    const auto title = [](const QByteArray& text) { return QByteArray("{\"title\":\"") + text + "\"}"; };
    row("lists nested 100,000 deep", QByteArray(100'000, '['), "nested more than 32 levels");
    row("objects nested 100,000 deep", QByteArray("{\"a\":").repeated(100'000), "nested more than 32 levels");
    row("a whole number of a million digits", R"({"training":{"seed":)" + QByteArray(1'000'000, '9') + "}}",
        "number overflow");
    row("an exponent of a million digits", R"({"optimiser":{"learningRate":1e)" + QByteArray(1'000'000, '9') + "}}",
        "number overflow");
    row("a title of 10 MB", title(QByteArray(10'000'000, 'x')), "is larger than 4194304 bytes");
    row("a title of 3 MB", title(QByteArray(3'000'000, 'x')), "a text is longer than 131072 bytes");
    row("a name of 3 MB", "{\"" + QByteArray(3'000'000, 'x') + "\":1}", "a text is longer than 131072 bytes");
    row("a name of 100 KB", "{\"" + QByteArray(100'000, 'x') + "\":1}", "there is no such field");
    row("a zero character in a text", title("a\\u0000b"), "a text has a zero character in it: \"a\\u0000b\"");
    row("a zero character in a path", R"({"dataset":{"directory":"/data\u0000/../etc"}})", "zero character");
    row("a zero character in a name", R"({"ti\u0000tle":1})", "zero character");
    row("a zero byte after the end", QByteArray("{}\0{}", 5), "zero byte");
    row("a zero byte in a text", QByteArray("{\"title\":\"a\0b\"}", 15), "zero byte");
    row("no UTF-8", title("\xff\xfe"), "ill-formed UTF-8");
    row("too long a form of UTF-8", title("\xc0\xaf"), "ill-formed UTF-8");
    row("half of a pair", title("\\ud800"), "surrogate");
    row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), "zero byte");
    row("1,000,000 empty lists", R"({"about":{"a":)" + list("[]", 1'000'000) + R"(},"x":1})",
        "more than 200000 values");
    row("1,000,000 empty objects", R"({"about":{"a":)" + list("{}", 1'000'000) + R"(},"x":1})",
        "more than 200000 values");
    row("300,000 fields", "{" + numbered("\"f", "\":1", 300'000) + "}", "more than 4096 fields");
    row("4,000 fields of long names", "{" + numbered("\"" + QByteArray(90, 'f'), "\":1", 4'000) + "}", "no such field");
    row("4,000 axes", R"({"vary":{)" + numbered("\"network.hidden", "\":[1]", 4'000) + "}}", "no such field");
    row("1,900,000 hidden layers", R"({"network":{"hidden":)" + list("1", 1'900'000) + "}}", "more than 200000 values");
    row("100,000 hidden layers", R"({"network":{"hidden":)" + list("1", 100'000) + "}}", "at most 64");
    row("100,000 deployments", R"({"deployments":)" + list("{}", 100'000) + "}", "at most 1000");
    row("100,000 values on an axis", R"({"vary":{"training.seed":)" + list("1", 100'000) + "}}", "1 to 1000 values");
    row("150,000 empty objects", R"({"about":{"a":)" + list("{}", 150'000) + R"(},"x":1})", "no such field");
    row("long equal values", R"({"vary":{"network.hidden":)" + list(list("1", 190), 1'000) + "}}", "twice");
    row("a policy's text of words", R"({"precision":"FP16)" + QByteArray(" a").repeated(60'000) + "\"}", "precision");
    row("a policy's text of clauses",
        R"({"precision":"FP16)" + QByteArray(",weights FP16").repeated(9'000) + QByteArray(",weights X") + "\"}",
        "precision");
    row("a policy's text of one word", R"({"precision":")" + QByteArray(120'000, 'P') + "\"}", "precision");
    row("a policy's text of JSON that is nested", R"({"precision":"{\"a\":)" + QByteArray(100'000, '[') + "\"}",
        "nested more than 32 levels");
    row("a policy of unknown layers",
        R"({"precision":{"layers":{)" + numbered("\"l", "\":{\"weights\":\"FP16\"}", 4'000) +
            R"(}},"vary":{"training.seed":[1,2]}})",
        "there is no such layer");
    row("a format of many digits", R"({"precision":"E)" + QByteArray(100'000, '1') + "M3\"}", "precision");
}

void TestHostileJson::refuses() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, says);
    const Reading reading = readingOf([&] { useAll(text); });
    QVERIFY2(reading.error.contains(says), qPrintable(reading.text()));
    QVERIFY2(reading.isBounded(200 * kMiB), qPrintable(reading.text()));
}

void TestHostileJson::unusualButFine_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a title of markup and formulas")
        << QByteArray(R"({"title":"=1+1<b>x</b><img src=\"file:///etc/passwd\">&"})");
    QTest::newRow("a title of 100 KB") << "{\"title\":\"" + QByteArray(100'000, 'x') + "\"}";
    QTest::newRow("all escapes") << QByteArray(R"({"title":"\"\\\/\b\f\n\r\t\u0001\u00e9\ud83d\ude00"})");
    QTest::newRow("a million spaces") << "{" + QByteArray(1'000'000, ' ') + "}";
    QTest::newRow("a fraction of a million digits")
        << R"({"optimiser":{"learningRate":0.)" + QByteArray(1'000'000, '3') + "}}";
    QTest::newRow("the smallest number") << QByteArray(R"({"optimiser":{"learningRate":5e-324}})");
}

void TestHostileJson::unusualButFine() {
    QFETCH(const QByteArray, text);
    const Reading reading = readingOf([&] { useAll(text); });
    QVERIFY2(reading.error.isEmpty() && reading.isBounded(16 * kMiB), qPrintable(reading.text()));
}

void TestHostileJson::plansTakeBoundedMemory_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray axes = R"("vary":{"training.seed":[)" + numbered("", "", 100) + R"(],"training.epochs":[)" +
                            numbered("1", "", 100) + "]}}";
    QTest::newRow("10,000 runs with 1,000 deployments each")
        << R"({"deployments":)" + list(R"({"format":"FP16"})", 1'000) + "," + axes;
    QTest::newRow("10,000 runs with a long path each")
        << R"({"dataset":{"directory":")" + QByteArray(100'000, 'x') + R"("},)" + axes;
    QTest::newRow("more runs than can be") << R"({"repeats":{"folds":1000,"seeds":1000},)" + axes;
    QTest::newRow("an axis of long paths") << R"({"vary":{"training.initialWeights":[)" +
                                                  numbered("\"" + QByteArray(3'900, 'x'), "\"", 1'000) +
                                                  R"(],"training.seed":[1,2,3,4,5,6,7,8,9,10]}})";
}

void TestHostileJson::plansTakeBoundedMemory() {
    QFETCH(const QByteArray, text);
    const Reading reading = readingOf([&] { useAll(text); });
    QVERIFY2(reading.bytes < 400 * kMiB, qPrintable(reading.text()));
    QVERIFY2(reading.error.isEmpty() || reading.isQuick(), qPrintable(reading.text()));
}

void TestHostileJson::readingLeavesTheFileAlone() {
    const QTemporaryDir directory;
    for (const QByteArray& content : {kWhole, kWhole.chopped(2)}) {
        const auto path = writeFile(directory, "spec.json", content);
        const FileOnDisk file(path);
        (void)inputErrorOf(
            [&] { (void)parseSpecification(roundoff::store::readFile(path, kMaxSpecificationBytes), "spec.json"); });
        QVERIFY(file.isUntouched());
    }
}

QTEST_APPLESS_MAIN(TestHostileJson)
#include "tst_hostile_json.moc"
