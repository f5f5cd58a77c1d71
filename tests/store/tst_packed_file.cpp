// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <cmath>
#include <limits>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include "core/deploy/deployment.h"
#include "core/deploy/packed_weights.h"
#include "core/format/names.h"
#include "core/store/file_inputs.h"
#include "core/store/packed_file.h"
#include "core/store/safetensors.h"
#include "tests/data/file_fixtures.h"

using roundoff::deploy::pack;
using roundoff::deploy::PackedWeights;
using roundoff::deploy::unpack;
using roundoff::format::parseFormat;
using roundoff::nn::WeightSnapshot;
using roundoff::store::fromPackedFile;
using roundoff::store::toPackedFile;
using roundoff::test::inputErrorOf;

using Texts = std::vector<std::pair<QByteArray, QByteArray>>;

namespace {

WeightSnapshot smallNetwork(bool doubleContainer) {
    const auto decimal = [doubleContainer](double value) {
        return doubleContainer ? value : static_cast<double>(static_cast<float>(value));
    };
    return {{{"layer1.weight", {2, 3}, {decimal(0.125), -0.0, decimal(-0.013), 0.0, 1.0, decimal(0.009)}},
             {"layer1.bias", {2}, {decimal(-0.999), -1.0}}},
            doubleContainer};
}

bool sameBits(const WeightSnapshot& a, const WeightSnapshot& b) {
    if (!(a == b)) {
        return false;
    }
    for (std::size_t t = 0; t < a.tensors.size(); ++t) {
        for (std::size_t i = 0; i < a.tensors[t].values.size(); ++i) {
            if (std::signbit(a.tensors[t].values[i]) != std::signbit(b.tensors[t].values[i])) {
                return false;
            }
        }
    }
    return true;
}

QByteArray written(const PackedWeights& packed) {
    return QByteArray::fromStdString(toPackedFile(packed));
}

PackedWeights read(const QByteArray& bytes) {
    return fromPackedFile({bytes.constData(), static_cast<std::size_t>(bytes.size())}, "test.safetensors");
}

QJsonObject headerOf(const QByteArray& bytes) {
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint64>(bytes.constData()));
    return QJsonDocument::fromJson(bytes.mid(8, length)).object();
}

QByteArray fileOf(const QByteArray& header, const QByteArray& data) {
    QByteArray bytes(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header + data;
}

// By hand: -0.2, -0.0 and 0.3 have the codes 0, 6, 5 of 3 bits; 6 << 3 | 5 << 6 = 368 = 0x170.
Texts textsByHand() {
    return {{"packed_weights", "1"},
            {"number_format", "DEC1"},
            {"base", "10"},
            {"exponent", "-1"},
            {"container", "F64"},
            {"bits", "3"},
            {"lowest", "-2"},
            {"highest", "3"},
            {"negative_zero", "true"},
            {"tensors", R"([{"name": "w", "shape": [3]}])"}};
}

QByteArray codesByHand() {
    return QByteArray::fromHex("7001");
}

// A file with these texts and its right digest, by way of Qt.
QByteArray fileByHand(const Texts& texts, const QByteArray& codes, const QByteArray& tensor = {}) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QJsonObject metadata;
    for (const auto& [key, text] : texts) {
        hash.addData(text + "\n");
        metadata[QString::fromUtf8(key)] = QString::fromUtf8(text);
    }
    hash.addData(codes);
    metadata["sha256"] = QString::fromLatin1(hash.result().toHex());
    const auto size = static_cast<int>(codes.size());
    const QJsonObject codesEntry{{"dtype", "U8"}, {"shape", QJsonArray{size}}, {"data_offsets", QJsonArray{0, size}}};
    QJsonObject header{{"__metadata__", metadata}, {"codes", codesEntry}};
    if (!tensor.isEmpty()) {
        header = QJsonDocument::fromJson(tensor).object();
        header["__metadata__"] = metadata;
    }
    return fileOf(QJsonDocument(header).toJson(QJsonDocument::Compact), codes);
}

Texts changed(const QByteArray& key, const QByteArray& text) {
    Texts texts = textsByHand();
    for (auto& entry : texts) {
        if (entry.first == key) {
            entry.second = text;
        }
    }
    return texts;
}

Texts without(const QByteArray& key) {
    Texts texts = textsByHand();
    std::erase_if(texts, [&key](const auto& entry) { return entry.first == key; });
    return texts;
}

} // namespace

class TestPackedFile : public QObject {
    Q_OBJECT

private slots:
    void roundTrip_data();
    void roundTrip();
    void fileIsAsDescribed();
    void readsAFileMadeByHand();
    void sizeByHand();
    void nothingToStore();
    void refuses_data();
    void refuses();
    void everyTruncationIsRefused();
    void everyBitFlipIsRefused();
    void messageIsOneLine();
    void codeBeyondTheRange();
    void readsEitherKindOfWeights();
    void initialWeightsMayBePacked();
};

void TestPackedFile::roundTrip_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<bool>("doubleContainer");
    for (const char* format : {"DEC0", "DEC2", "DEC3", "FP64", "BF16", "FP4-E2M1", "E3M4", "INT4", "FIXED8.4"}) {
        QTest::addRow("%s float", format) << QByteArray(format) << false;
        QTest::addRow("%s double", format) << QByteArray(format) << true;
    }
}

void TestPackedFile::roundTrip() {
    QFETCH(const QByteArray, format);
    QFETCH(const bool, doubleContainer);
    const roundoff::deploy::Deployment how{parseFormat(format.constData()), {}, {}, {}};
    const WeightSnapshot rounded = apply(how, smallNetwork(doubleContainer), 1);
    const PackedWeights packed = pack(how.format, rounded);
    const QTemporaryDir directory;
    const auto path = roundoff::test::pathIn(directory, "w.safetensors");
    roundoff::store::writePackedFile(path, packed);
    const PackedWeights back = roundoff::store::readPackedFile(path);
    QVERIFY(back == packed);
    QVERIFY(sameBits(unpack(back), rounded));
}

void TestPackedFile::fileIsAsDescribed() {
    const QByteArray bytes = written(pack(roundoff::format::Decimal{3}, smallNetwork(false)));
    const QJsonObject header = headerOf(bytes);
    QCOMPARE(header.keys(), QStringList({"__metadata__", "codes"}));
    QJsonObject metadata = header["__metadata__"].toObject();
    QCOMPARE(metadata["tensors"].toString(),
             QString(R"([{"name":"layer1.weight","shape":[2,3]},{"name":"layer1.bias","shape":[2]}])"));
    metadata.remove("tensors");
    QCOMPARE(metadata.take("sha256").toString().size(), 64);
    // -1000 to 1000 and a negative zero are 2002 levels, which need 11 bits.
    QCOMPARE(metadata, QJsonObject({{"packed_weights", "1"},
                                    {"number_format", "DEC3"},
                                    {"base", "10"},
                                    {"exponent", "-3"},
                                    {"container", "F32"},
                                    {"bits", "11"},
                                    {"lowest", "-1000"},
                                    {"highest", "1000"},
                                    {"negative_zero", "true"}}));
    QCOMPARE(header["codes"].toObject(),
             QJsonObject({{"dtype", "U8"}, {"shape", QJsonArray{11}}, {"data_offsets", QJsonArray{0, 11}}}));
}

void TestPackedFile::readsAFileMadeByHand() {
    const WeightSnapshot expected{{{"w", {3}, {-0.2, -0.0, 0.3}}}, true};
    QVERIFY(sameBits(unpack(read(fileByHand(textsByHand(), codesByHand()))), expected));
}

/// 8 bytes, the header filled up to a multiple of 8, and 1001 codes of 11 bits, which are 1376.375 bytes.
void TestPackedFile::sizeByHand() {
    const WeightSnapshot weights{{{"w", {1001}, std::vector<double>(1001, -0.5)}}, true};
    const QByteArray bytes = written(pack(roundoff::format::Decimal{1}, weights, 11));
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint64>(bytes.constData()));
    QCOMPARE(length % 8, 0);
    QCOMPARE(bytes.size(), 8 + length + 1377);
    QVERIFY(length < 600);
}

void TestPackedFile::nothingToStore() {
    const WeightSnapshot weights{{{"w", {2, 2}, {0.5, 0.5, 0.5, 0.5}}, {"none", {0, 3}, {}}}, false};
    const PackedWeights packed = pack(roundoff::format::Decimal{1}, weights);
    QCOMPARE(packed.bits, 0);
    const QByteArray bytes = written(packed);
    QCOMPARE(headerOf(bytes)["codes"].toObject()["shape"].toArray(), QJsonArray{0});
    QVERIFY(sameBits(unpack(read(bytes)), weights));
}

void TestPackedFile::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& bytes, const char* says) {
        QTest::newRow(name) << bytes << QString(says);
    };
    const auto with = [&row](const char* name, const char* key, const QByteArray& text, const char* says) {
        row(name, fileByHand(changed(key, text), codesByHand()), says);
    };
    const auto shape = [&with](const char* name, const QByteArray& tensors, const char* says) {
        with(name, "tensors", tensors, says);
    };
    for (const auto& [key, text] : textsByHand()) {
        const QByteArray says = "no text " + key;
        row(("no " + key).constData(), fileByHand(without(key), codesByHand()), says.constData());
    }
    row("plain weights", QByteArray::fromStdString(roundoff::store::toSafetensors(smallNetwork(false))),
        "no text packed_weights, as all files have");
    row("no metadata", fileOf(R"({"codes":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})", "x"), "no text");
    row("metadata is a list",
        fileOf(R"({"__metadata__":[],"codes":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})", "x"),
        "no text packed_weights");
    row("text is a number",
        fileOf(R"({"__metadata__":{"packed_weights":1},"codes":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})", "x"),
        "no text packed_weights");
    with("newer layout", "packed_weights", "2", "of version 2");
    with("unknown format", "number_format", "DEC16", "DEC16");
    with("another base", "base", "2", "base and exponent are not those of DEC1");
    with("another exponent", "exponent", "-2", "base and exponent");
    with("another format", "number_format", "DEC2", "base and exponent");
    with("unknown container", "container", "F16", "container is 'F16', neither F64 nor F32");
    with("bits are no number", "bits", "three", "bits is 'three'");
    with("bits and more", "bits", "3 ", "bits is '3 '");
    with("broken bits", "bits", "3.0", "bits is '3.0'");
    with("no bits", "bits", "", "bits is ''");
    with("negative bits", "bits", "-1", "from 0 to 64");
    with("65 bits", "bits", "65", "from 0 to 64");
    with("bits beyond numbers", "bits", "99999999999999999999", "from 0 to 64");
    with("fewer bits than levels", "bits", "2", "have 2 bits where 3 are needed");
    with("lowest below all", "lowest", "-9007199254740993", "lowest is");
    with("highest beyond all", "highest", "9007199254740993", "highest is");
    with("range turned round", "highest", "-3", "highest is '-3', not a whole number from -2 to");
    with("wider range than bits", "highest", "6", "have 3 bits where 4 are needed");
    with("neither true nor false", "negative_zero", "1", "negative_zero is '1'");
    shape("tensors are no JSON", "[{", "no JSON array");
    shape("tensors are an object", "{}", "no JSON array");
    shape("tensors nested very deep", QByteArray(100'000, '[') + QByteArray(100'000, ']'),
          "its list of tensors is nested more than 32 levels deep");
    shape("tensor is a number", "[3]", "no name and shape");
    shape("tensor has no name", R"([{"shape":[3]}])", "no name and shape");
    shape("tensor has no shape", R"([{"name":"w"}])", "no name and shape");
    shape("shape is a number", R"([{"name":"w","shape":3}])", "no name and shape");
    shape("name is a number", R"([{"name":1,"shape":[3]}])", "no name and shape");
    shape("two of a name", R"([{"name":"w","shape":[1]},{"name":"w","shape":[2]}])", "two tensors of the name 'w'");
    shape("name of the metadata", R"([{"name":"__metadata__","shape":[3]}])", "'__metadata__'");
    shape("negative size", R"([{"name":"w","shape":[-3]}])", "no whole number");
    shape("broken size", R"([{"name":"w","shape":[3.0]}])", "no whole number");
    shape("huge size", R"([{"name":"w","shape":[18446744073709551615]}])", "within bounds");
    shape("huge product", R"([{"name":"w","shape":[65536,65536,65536,65536]}])", "more than 50000000 weights");
    shape("huge sum", R"([{"name":"w","shape":[50000000]},{"name":"v","shape":[1]}])", "more than 50000000 weights");
    shape("more weights than codes", R"([{"name":"w","shape":[6]}])", "2 bytes of codes where its tensors need 3");
    shape("fewer weights than codes", R"([{"name":"w","shape":[2]}])", "2 bytes of codes where its tensors need 1");
    shape("no weights", "[]", "where its tensors need 0");
    row("two tensors",
        fileByHand(textsByHand(), codesByHand(),
                   R"({"codes":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                   R"("more":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})"),
        "other tensors");
    row("tensor of another name",
        fileByHand(textsByHand(), codesByHand(), R"({"weights":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})"),
        "other tensors");
    row("codes in rows",
        fileByHand(textsByHand(), codesByHand(), R"({"codes":{"dtype":"U8","shape":[1,2],"data_offsets":[0,2]}})"),
        "other tensors");
    row("codes of another type",
        fileByHand(textsByHand(), codesByHand(), R"({"codes":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}})"),
        "dtype F16; U8 can be read");
    QByteArray otherCodes = fileByHand(textsByHand(), codesByHand());
    otherCodes.back() = '\0';
    row("codes of another digest", otherCodes, "damaged");
    // A header of a hundred bytes that promises more weights than there can be, by one, of no bits.
    Texts level = changed("bits", "0");
    for (auto& [key, text] : level) {
        text = key == "lowest" || key == "highest" ? "0" : (key == "negative_zero" ? "false" : text);
        text = key == "tensors" ? QByteArray(R"([{"name":"w","shape":[50000001]}])") : text;
    }
    row("endless weights without codes", fileByHand(level, {}), "within bounds");
    Texts half{{"packed_weights", "1"},
               {"number_format", "FP16"},
               {"container", "F32"},
               {"bits", "15"},
               {"tensors", R"([{"name":"w","shape":[1]}])"}};
    row("codes narrower than their format", fileByHand(half, "xx"), "have 15 bits where 16 are needed");
}

void TestPackedFile::refuses() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const QString error = inputErrorOf([&bytes] { (void)read(bytes); });
    QVERIFY2(error.startsWith("test.safetensors: no valid "), qPrintable(error));
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestPackedFile::everyTruncationIsRefused() {
    const QByteArray bytes = written(pack(roundoff::format::Decimal{3}, smallNetwork(true)));
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const QString error = inputErrorOf([&] { (void)read(bytes.left(length)); });
        QVERIFY2(!error.isEmpty(), qPrintable(QString::number(length)));
    }
}

void TestPackedFile::everyBitFlipIsRefused() {
    const QByteArray whole = written(pack(roundoff::format::Decimal{3}, smallNetwork(false)));
    for (qsizetype bit = 0; bit < 8 * whole.size(); ++bit) {
        QByteArray bytes = whole;
        bytes[bit / 8] = static_cast<char>(bytes.at(bit / 8) ^ (1 << (bit % 8)));
        const QString error = inputErrorOf([&] { (void)read(bytes); });
        QVERIFY2(!error.isEmpty(), qPrintable(QString("bit %1").arg(bit)));
    }
}

void TestPackedFile::messageIsOneLine() {
    const QByteArray bytes = fileByHand(changed("number_format", "a\nb\x1b[31m"), codesByHand());
    const QString error = inputErrorOf([&] { (void)read(bytes); });
    QVERIFY2(!error.isEmpty() && std::none_of(error.begin(), error.end(), [](QChar c) { return c < QChar(' '); }),
             qPrintable(error));
}

/// 6 << 3 | 7 << 6 = 496 = 0x1f0. The digest is right, but code 6, the negative zero, is the last one.
void TestPackedFile::codeBeyondTheRange() {
    const QTemporaryDir directory;
    const auto path = roundoff::test::writeFile(directory, "w.safetensors",
                                                fileByHand(textsByHand(), QByteArray::fromHex("f001")));
    const QString error = inputErrorOf([&] { (void)roundoff::store::readWeights(path); });
    QVERIFY2(error.contains("w.safetensors: the code 7 of packed weight 3 of w stands for no weight"),
             qPrintable(error));
}

void TestPackedFile::readsEitherKindOfWeights() {
    const QTemporaryDir directory;
    const WeightSnapshot weights = smallNetwork(false);
    const auto plain = roundoff::test::pathIn(directory, "plain");
    roundoff::test::writeFile(directory, "plain", QByteArray::fromStdString(roundoff::store::toSafetensors(weights)));
    const auto packed = roundoff::test::pathIn(directory, "packed");
    roundoff::store::writePackedFile(packed, pack(roundoff::format::Decimal{3}, weights));
    QVERIFY(sameBits(roundoff::store::readWeights(plain), weights));
    QVERIFY(sameBits(roundoff::store::readWeights(packed), weights));
    QVERIFY(!inputErrorOf([&] { (void)roundoff::store::readPackedWeights(plain); }).isEmpty());
}

void TestPackedFile::initialWeightsMayBePacked() {
    const QTemporaryDir directory;
    const WeightSnapshot weights = smallNetwork(false);
    const auto path = roundoff::test::pathIn(directory, "packed.safetensors");
    roundoff::store::writePackedFile(path, pack(roundoff::format::Decimal{3}, weights));
    roundoff::store::FileInputs inputs({});
    QVERIFY(sameBits(*inputs.weights(path.string()), weights));
}

QTEST_APPLESS_MAIN(TestPackedFile)
#include "tst_packed_file.moc"
