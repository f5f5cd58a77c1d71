// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include "core/store/safetensors.h"
#include "tests/data/damage.h"
#include "tests/data/file_fixtures.h"

using roundoff::nn::WeightSnapshot;
using roundoff::nn::WeightTensor;
using roundoff::store::fromSafetensors;
using roundoff::store::toSafetensors;
using roundoff::test::forBitFlips;
using roundoff::test::inputErrorOf;
using roundoff::test::Reading;
using roundoff::test::readingOf;

using Doubles = std::vector<double>;

/// The format is that of the README of github.com/huggingface/safetensors: 8 bytes N, an unsigned little-endian 64-bit
/// integer; N bytes of a JSON header; the bytes of the tensors.
namespace {

QByteArray fileOf(const QByteArray& header, const QByteArray& data) {
    QByteArray bytes(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header + data;
}

WeightSnapshot read(const QByteArray& bytes) {
    return fromSafetensors({bytes.constData(), static_cast<std::size_t>(bytes.size())}, "test.safetensors");
}

QString errorOf(const QByteArray& bytes) {
    return inputErrorOf([&bytes] { (void)read(bytes); });
}

bool sameBits(const Doubles& a, const Doubles& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

WeightSnapshot smallNetwork(bool doubleContainer) {
    WeightSnapshot weights;
    weights.doubleContainer = doubleContainer;
    weights.tensors = {{"layer1.weight", {2, 3}, {1.0, -0.0, 0.5, -65504.0, 0x1p-149, 3.0}},
                       {"layer1.bias", {2}, {std::numeric_limits<double>::infinity(), -0x1p-126}}};
    if (doubleContainer) {
        weights.tensors[0].values[5] = 0.1; // No float.
        weights.tensors[1].values[1] = 0x1p-1074;
    }
    return weights;
}

// The values of a snapshot are as many as its shapes say.
bool isWhole(const WeightSnapshot& weights) {
    return std::all_of(weights.tensors.begin(), weights.tensors.end(), [](const WeightTensor& tensor) {
        std::size_t count = 1;
        for (const std::size_t size : tensor.shape) {
            count *= size;
        }
        return count == tensor.values.size();
    });
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private slots:
    void roundTrip_data();
    void roundTrip();
    void nanStaysNan();
    void writtenFileIsTheSpecifications_data();
    void writtenFileIsTheSpecifications();
    void readsAFileMadeByHand();
    void orderIsThatOfTheOffsets();
    void emptyTensors();
    void scalar();
    void refuses_data();
    void refuses();
    void messageIsOneLine();
    void everyTruncationIsRefused();
    void bitFlipsNeverCrash();
    void readsFromDisk();
};

void TestSafetensors::roundTrip_data() {
    QTest::addColumn<bool>("doubleContainer");
    QTest::newRow("F32") << false;
    QTest::newRow("F64") << true;
}

void TestSafetensors::roundTrip() {
    QFETCH(const bool, doubleContainer);
    const WeightSnapshot weights = smallNetwork(doubleContainer);
    const WeightSnapshot back = fromSafetensors(toSafetensors(weights), "test");
    QVERIFY(back == weights);
    QVERIFY(sameBits(back.tensors[0].values, weights.tensors[0].values)); // The sign of zero, which == does not see.
}

void TestSafetensors::nanStaysNan() {
    WeightSnapshot weights = smallNetwork(false);
    weights.tensors[1].values[0] = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(std::isnan(fromSafetensors(toSafetensors(weights), "test").tensors[1].values[0]));
}

void TestSafetensors::writtenFileIsTheSpecifications_data() {
    roundTrip_data();
}

void TestSafetensors::writtenFileIsTheSpecifications() {
    QFETCH(const bool, doubleContainer);
    const WeightSnapshot weights = smallNetwork(doubleContainer);
    const QByteArray bytes = QByteArray::fromStdString(toSafetensors(weights));
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint64>(bytes.constData()));
    QCOMPARE(length % 8, 0); // "The header data MAY be trailing padded": so that the tensors are aligned.
    QCOMPARE(bytes.at(8), '{');
    const QJsonObject header = QJsonDocument::fromJson(bytes.mid(8, length)).object();
    QCOMPARE(header.size(), 3); // Two tensors and the metadata, which is optional.
    const QByteArray data = bytes.mid(8 + length);
    const int size = doubleContainer ? 8 : 4;
    QCOMPARE(data.size(), 8 * size);

    const QJsonObject bias = header["layer1.bias"].toObject();
    QCOMPARE(bias["dtype"].toString(), QString(doubleContainer ? "F64" : "F32"));
    QCOMPARE(bias["shape"].toArray(), QJsonArray({2}));
    QCOMPARE(bias["data_offsets"].toArray(), QJsonArray({6 * size, 8 * size}));
    const QJsonObject weight = header["layer1.weight"].toObject();
    QCOMPARE(weight["shape"].toArray(), QJsonArray({2, 3}));
    QCOMPARE(weight["data_offsets"].toArray(), QJsonArray({0, 6 * size}));
    for (int i = 0; i < 6; ++i) {
        const double value = weights.tensors[0].values[static_cast<std::size_t>(i)];
        if (doubleContainer) {
            QCOMPARE(qFromLittleEndian<quint64>(data.constData() + 8 * i), std::bit_cast<quint64>(value));
        } else {
            QCOMPARE(qFromLittleEndian<quint32>(data.constData() + 4 * i),
                     std::bit_cast<quint32>(static_cast<float>(value)));
        }
    }
}

/// Codes by IEEE 754 (and BF16 as the leading half of a float), worked out by hand.
void TestSafetensors::readsAFileMadeByHand() {
    const QByteArray header = R"({"__metadata__":{"made":"by hand"},)"
                              R"("a":{"dtype":"F16","shape":[4],"data_offsets":[0,8]},)"
                              R"("b":{"dtype":"BF16","shape":[1,2],"data_offsets":[8,12]},)"
                              R"("c":{"dtype":"F32","shape":[2],"data_offsets":[12,20]},)"
                              R"("d":{"dtype":"F64","shape":[1],"data_offsets":[20,28]}}  )";
    const QByteArray data = QByteArray::fromHex("003c"
                                                "ff7b"
                                                "0100"
                                                "0080" // 1, 65504, 2^-24, -0
                                                "803f"
                                                "40c0" // 1, -3
                                                "0000803f"
                                                "000020c0"           // 1, -2.5
                                                "9a9999999999b93f"); // 0.1
    const WeightSnapshot weights = read(fileOf(header, data));
    QCOMPARE(weights.tensors.size(), std::size_t{4});
    QVERIFY(sameBits(weights.tensors[0].values, {1.0, 65504.0, 0x1p-24, -0.0}));
    QVERIFY(sameBits(weights.tensors[1].values, {1.0, -3.0}));
    QVERIFY((weights.tensors[1].shape == std::vector<std::size_t>{1, 2}));
    QVERIFY(sameBits(weights.tensors[2].values, {1.0, -2.5}));
    QVERIFY(sameBits(weights.tensors[3].values, {0.1}));
    QCOMPARE(weights.tensors[3].name, std::string("d"));
    QVERIFY(weights.doubleContainer);
}

void TestSafetensors::orderIsThatOfTheOffsets() {
    const QByteArray header = R"({"second":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},)"
                              R"("first":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    const WeightSnapshot weights = read(fileOf(header, QByteArray::fromHex("0000803f00000040")));
    QCOMPARE(weights.tensors[0].name, std::string("first"));
    QVERIFY(weights.tensors[1] == (WeightTensor{"second", {1}, {2.0}}));
    QVERIFY(!weights.doubleContainer);
}

/// "Empty tensors (tensors with 1 dimension being 0) are allowed."
void TestSafetensors::emptyTensors() {
    const QByteArray header = R"({"whole":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                              R"("empty":{"dtype":"F32","shape":[0,3],"data_offsets":[0,0]}})";
    const WeightSnapshot weights = read(fileOf(header, QByteArray::fromHex("0000803f")));
    QVERIFY(weights.tensors[0] == (WeightTensor{"empty", {0, 3}, {}}));
    QVERIFY(weights.tensors[1] == (WeightTensor{"whole", {1}, {1.0}}));
}

/// "0-rank Tensors (tensors with shape []) are allowed, they are merely a scalar."
void TestSafetensors::scalar() {
    const QByteArray header = R"({"s":{"dtype":"F32","shape":[],"data_offsets":[0,4]}})";
    QVERIFY(read(fileOf(header, QByteArray::fromHex("00000040"))).tensors[0] == (WeightTensor{"s", {}, {2.0}}));
}

void TestSafetensors::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray eight(8, '\0');
    const auto tensor = [](const QByteArray& fields) { return "{\"t\":{" + fields + "}}"; };
    const auto row = [](const char* name, const QByteArray& bytes, const QString& says) {
        QTest::newRow(name) << bytes << says;
    };

    row("empty file", "", "it is too short");
    row("seven bytes", QByteArray(7, '\0'), "it is too short");
    row("no header", QByteArray(8, '\0'), "its header is no JSON object");
    row("header longer than the file", QByteArray::fromHex("0300000000000000") + "{}",
        "header is longer than the file");
    row("header length of 2^64 - 1", QByteArray(8, '\xff') + "{}", "header is longer than the file");
    row("header length that wraps with its own size", QByteArray::fromHex("f8ffffffffffffff") + "{}",
        "longer than the file");
    row("header is a list", fileOf("[]", {}), "no JSON object");
    row("header is a text", fileOf("\"t\"", {}), "no JSON object");
    row("header begins with a space", fileOf(" {}", {}), "no JSON object");
    row("header is cut", fileOf("{\"t\":", {}), "no JSON object");
    row("header has bytes after it", fileOf("{}x", {}), "no JSON object");
    row("header has a zero byte and more after it", fileOf(QByteArray("{}\0x", 4), {}), "header has a zero byte");
    row("header is no UTF-8", fileOf("{\"\xff\":{}}", {}), "no JSON object");
    row("header nested very deep", fileOf("{\"t\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}", {}),
        "its header is nested more than 8 levels deep");
    row("tensor is no object", fileOf("{\"t\":1}", {}), "'t' has no dtype, shape and data_offsets");
    row("no dtype", fileOf(tensor(R"("shape":[2],"data_offsets":[0,8])"), eight), "'t' has no dtype");
    row("no shape", fileOf(tensor(R"("dtype":"F32","data_offsets":[0,8])"), eight), "'t' has no dtype");
    row("no offsets", fileOf(tensor(R"("dtype":"F32","shape":[2])"), eight), "'t' has no dtype");
    row("three offsets", fileOf(tensor(R"("dtype":"F32","shape":[2],"data_offsets":[0,4,8])"), eight),
        "'t' has no dtype");
    row("unknown dtype", fileOf(tensor(R"("dtype":"I64","shape":[1],"data_offsets":[0,8])"), eight), "dtype I64");
    row("shape needs more", fileOf(tensor(R"("dtype":"F32","shape":[3],"data_offsets":[0,8])"), eight),
        "does not fit its bytes");
    row("shape needs less", fileOf(tensor(R"("dtype":"F32","shape":[1],"data_offsets":[0,8])"), eight),
        "does not fit its bytes");
    row("negative size", fileOf(tensor(R"("dtype":"F32","shape":[-2],"data_offsets":[0,8])"), eight),
        "no whole number");
    row("broken size", fileOf(tensor(R"("dtype":"F32","shape":[2.0],"data_offsets":[0,8])"), eight), "no whole number");
    row("size as text", fileOf(tensor(R"("dtype":"F32","shape":["2"],"data_offsets":[0,8])"), eight),
        "no whole number");
    row("huge size", fileOf(tensor(R"("dtype":"F32","shape":[18446744073709551615],"data_offsets":[0,8])"), eight),
        "within bounds");
    // 2^28 * 2^28 * 64 values of 4 bytes are 0 modulo 2^64.
    row("huge product", fileOf(tensor(R"("dtype":"F32","shape":[268435456,268435456,64],"data_offsets":[0,0])"), {}),
        "too large");
    row("name twice",
        fileOf(
            R"({"t":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
            eight),
        "the field \"t\" stands there twice");
    row("zero character in a name", fileOf(R"({"a\u0000b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})", eight),
        "a text has a zero character in it");
    row("offsets turned round", fileOf(tensor(R"("dtype":"F32","shape":[2],"data_offsets":[8,0])"), eight),
        "does not fit its bytes");
    row("offsets behind the end", fileOf(tensor(R"("dtype":"F32","shape":[2],"data_offsets":[8,16])"), eight),
        "leave a gap");
    row("more bytes than tensors", fileOf(tensor(R"("dtype":"F32","shape":[1],"data_offsets":[0,4])"), eight),
        "take 4 bytes, but 8 are there");
    row("fewer bytes than tensors", fileOf(tensor(R"("dtype":"F32","shape":[3],"data_offsets":[0,12])"), eight),
        "take 12 bytes, but 8 are there");
    row("overlap",
        fileOf(
            R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
            eight),
        "overlap others or leave a gap");
    row("the same bytes twice",
        fileOf(
            R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})",
            eight),
        "overlap others or leave a gap");
    row("gap",
        fileOf(
            R"({"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
            eight),
        "overlap others or leave a gap");
}

void TestSafetensors::refuses() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const QString error = errorOf(bytes);
    QVERIFY2(error.startsWith("test.safetensors: no valid safetensors file: "), qPrintable(error));
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestSafetensors::messageIsOneLine() {
    const QString error = errorOf(
        fileOf(R"({"a\nb\u001b[31m":{"dtype":"F\r8","shape":[1],"data_offsets":[0,1]}})", "x"));
    QVERIFY2(!error.isEmpty() && std::none_of(error.begin(), error.end(), [](QChar c) { return c < QChar(' '); }),
             qPrintable(error));
}

void TestSafetensors::everyTruncationIsRefused() {
    const QByteArray bytes = QByteArray::fromStdString(toSafetensors(smallNetwork(true)));
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        QVERIFY2(!errorOf(bytes.left(length)).isEmpty(), qPrintable(QString::number(length)));
    }
}

void TestSafetensors::bitFlipsNeverCrash() {
    const QByteArray whole = QByteArray::fromStdString(toSafetensors(smallNetwork(false)));
    int refused = 0;
    forBitFlips(whole, 5, [&](const QByteArray& bytes, qsizetype bit) {
        WeightSnapshot weights;
        const Reading reading = readingOf([&] { weights = read(bytes); });
        QVERIFY2(reading.isBounded(1 << 20), qPrintable(reading.text()));
        QVERIFY2(!reading.error.isEmpty() || isWhole(weights), qPrintable(QString("bit %1").arg(bit)));
        refused += reading.error.isEmpty() ? 0 : 1;
    });
    QVERIFY(refused > 2'000); // Most of the file is header.
}

void TestSafetensors::readsFromDisk() {
    const QTemporaryDir directory;
    const WeightSnapshot weights = smallNetwork(false);
    const auto path = roundoff::test::writeFile(directory, "w.safetensors",
                                                QByteArray::fromStdString(toSafetensors(weights)));
    QVERIFY(roundoff::store::readSafetensors(path) == weights);
    const QString error = inputErrorOf(
        [&] { (void)roundoff::store::readSafetensors(roundoff::test::pathIn(directory, "no")); });
    QVERIFY2(error.contains("no: cannot be opened"), qPrintable(error));
}

QTEST_APPLESS_MAIN(TestSafetensors)
#include "tst_safetensors.moc"
