// SPDX-License-Identifier: GPL-3.0-or-later
// Files of weights that someone made to harm: each is refused at once, without its size in memory.
#include <filesystem>

#include <QTest>
#include <QtEndian>

#include "core/store/packed_file.h"
#include "core/store/safetensors.h"
#include "tests/data/damage.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace store = roundoff::store;
using namespace roundoff::test;

namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20U;
constexpr std::size_t kMostBytes = 160 * kMiB;

QByteArray fileOf(const QByteArray& header, const QByteArray& data = {}) {
    QByteArray bytes(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header + data;
}

QByteArray tensor(const QByteArray& name, int begin = 0, int end = 0) {
    const QString entry = R"("%1":{"dtype":"F32","shape":[%2],"data_offsets":[%3,%4]})";
    return entry.arg(QString::fromLatin1(name)).arg((end - begin) / 4).arg(begin).arg(end).toLatin1();
}

QByteArray manyTensors(int count) {
    QByteArray header = "{" + tensor("t0");
    for (int i = 1; i < count; ++i) {
        header += "," + tensor("t" + QByteArray::number(i));
    }
    return header + "}";
}

} // namespace

class TestHostileWeights : public QObject {
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void sparseFileIsNotRead_data();
    void sparseFileIsNotRead();
    void asManyValuesAsAreRead_data();
    void asManyValuesAsAreRead();
    void whatIsNoFile_data();
    void whatIsNoFile();
    void readingLeavesTheFileAlone();
    void aFewBytesForManyWeights();
};

void TestHostileWeights::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& bytes, const char* says) {
        QTest::newRow(name) << bytes << QString(says);
    };
    const QByteArray longHeader(5'000'000, ' ');
    row("header of 2^63 bytes", QByteArray::fromHex("0000000000000080") + "{}", "header is longer");
    row("header longer than any", fileOf("{" + longHeader + "}"), "header is longer");
    row("a name of 4 MB", fileOf("{" + tensor(QByteArray(4'000'000, 'n'), 0, 4) + "}"), "t have");
    row("lists without end", fileOf(R"({"t":[)" + QByteArray("[],").repeated(1'300'000) + "[]]}"),
        "more than 200000 values");
    row("objects without end", fileOf(R"({"t":[)" + QByteArray("{},").repeated(1'300'000) + "{}]}"),
        "more than 200000 values");
    row("40,000 tensors", fileOf(manyTensors(40'000)), "more than 4096 fields");
    row("a shape without end",
        fileOf(R"({"t":{"dtype":"F32","data_offsets":[0,4],"shape":[1)" + QByteArray(",1").repeated(2'000'000) + "]}}"),
        "more than 200000 values");
    row("a number of a million digits",
        fileOf(R"({"t":{"dtype":"F32","shape":[)" + QByteArray(1'000'000, '9') + R"(],"data_offsets":[0,4]}})"),
        "no JSON object");
    row("metadata of 4 MB", fileOf(R"({"__metadata__":{"packed_weights":")" + QByteArray(4'000'000, '1') + "\"}}"),
        "packed");
}

void TestHostileWeights::refuses() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "w.safetensors", bytes);
    const Reading reading = readingOf([&] { (void)store::readWeights(path); });
    QVERIFY2(!reading.error.isEmpty() && reading.isBounded(kMostBytes), qPrintable(reading.text()));
    QVERIFY2(says == "t have" || reading.error.contains(says), qPrintable(reading.text()));
}

void TestHostileWeights::sparseFileIsNotRead_data() {
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("nothing but zeros") << QByteArray();
    QTest::newRow("less than it says") << fileOf("{" + tensor("t", 0, 4) + "}");
    QTest::newRow("as much as it says, which is too much")
        << fileOf(R"({"t":{"dtype":"F32","shape":[274877906944],"data_offsets":[0,1099511627776]}})");
}

/// A tebibyte that takes a few bytes on disk.
void TestHostileWeights::sparseFileIsNotRead() {
    QFETCH(const QByteArray, start);
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "w.safetensors", start);
    std::error_code error;
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(start.size()) + (std::uintmax_t{1} << 40U), error);
    if (error) {
        QSKIP("this file system has no such large files");
    }
    const Reading reading = readingOf([&] { (void)store::readWeights(path); });
    QVERIFY2(!reading.error.isEmpty() && reading.isBounded(32 * kMiB), qPrintable(reading.text()));
}

void TestHostileWeights::asManyValuesAsAreRead_data() {
    QTest::addColumn<QByteArray>("dtype");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("tensors");
    QTest::newRow("of two bytes") << QByteArray("BF16") << 2 << 1;
    QTest::newRow("of eight bytes") << QByteArray("F64") << 8 << 1;
    QTest::newRow("in many tensors") << QByteArray("F16") << 2 << 1000;
}

/// A sound file that takes a few bytes on disk and none too many in memory; with one value more it is refused at once.
void TestHostileWeights::asManyValuesAsAreRead() {
    QFETCH(const QByteArray, dtype);
    QFETCH(const int, size);
    QFETCH(const int, tensors);
    const auto each = static_cast<qint64>(store::kMaxSafetensorsValues) / tensors;
    const auto readingWith = [&](int more) {
        const auto entry = [&](const QByteArray& name, qint64 begin, qint64 values) {
            const QString text = R"("%1":{"dtype":"%2","shape":[%3],"data_offsets":[%4,%5]})";
            return text.arg(name, dtype).arg(values).arg(begin * size).arg((begin + values) * size).toLatin1();
        };
        QByteArray header = "{" + entry("more", each * tensors, more);
        for (int i = 0; i < tensors; ++i) {
            header += "," + entry("t" + QByteArray::number(i), i * each, each);
        }
        const QByteArray start = fileOf(header + "}");
        const QTemporaryDir directory;
        const auto path = writeFile(directory, "w.safetensors", start);
        std::filesystem::resize_file(path, static_cast<std::uintmax_t>(start.size() + (each * tensors + more) * size));
        return readingOf([&] { (void)store::readWeights(path); });
    };
    const Reading most = readingWith(0);
    QVERIFY2(most.error.isEmpty() && most.bytes < 512'000'000, qPrintable(most.text()));
    const Reading above = readingWith(1);
    QVERIFY2(above.error.contains("values, and no more than 50000000 can be read") && above.isBounded(32 * kMiB),
             qPrintable(above.text()));
}

void TestHostileWeights::whatIsNoFile_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("folder") << "."
                            << "is a folder";
    QTest::newRow("missing") << "missing"
                             << "cannot be opened";
    QTest::newRow("empty") << "empty"
                           << "too short";
#ifdef Q_OS_UNIX
    QTest::newRow("named pipe") << "pipe"
                                << "device or a pipe";
    QTest::newRow("device without an end") << "zero"
                                           << "device or a pipe";
#endif
}

void TestHostileWeights::whatIsNoFile() {
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    const QTemporaryDir directory;
    writeFile(directory, "empty", {});
#ifdef Q_OS_UNIX
    QCOMPARE(mkfifo(qPrintable(directory.filePath("pipe")), 0600), 0);
    QVERIFY(QFile::link("/dev/zero", directory.filePath("zero")));
#endif
    const Reading reading = readingOf([&] { (void)store::readWeights(pathIn(directory, name)); });
    QVERIFY2(reading.error.contains(says) && reading.isBounded(kMiB), qPrintable(reading.text()));
}

void TestHostileWeights::readingLeavesTheFileAlone() {
    const QTemporaryDir directory;
    const QByteArray whole = fileOf("{" + tensor("t", 0, 4) + "}", "abcd");
    for (const QByteArray& content : {whole, whole.chopped(1), whole + "x"}) {
        const auto path = writeFile(directory, "w.safetensors", content);
        const FileOnDisk file(path);
        (void)inputErrorOf([&] { (void)store::readWeights(path); });
        QVERIFY(file.isUntouched());
    }
}

/// Weights that are all the same take no bits each, so that 500 bytes can stand for as many as packed files may have.
void TestHostileWeights::aFewBytesForManyWeights() {
    roundoff::deploy::PackedWeights packed;
    packed.format = roundoff::format::Decimal{1};
    packed.tensors = {{"w", {roundoff::deploy::kMaxPackedWeights}}};
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "w.safetensors", QByteArray::fromStdString(store::toPackedFile(packed)));
    QVERIFY(std::filesystem::file_size(path) < 1000);
    const Reading reading = readingOf([&] { (void)store::readWeights(path); });
    QVERIFY2(reading.bytes < 512 * kMiB, qPrintable(reading.text()));
}

QTEST_APPLESS_MAIN(TestHostileWeights)
#include "tst_hostile_weights.moc"
