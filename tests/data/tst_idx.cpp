// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "core/base/sha256.h"
#include "core/data/idx.h"
#include "tests/data/allocation_watch.h"
#include "tests/data/damage.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff::test;
using roundoff::Sha256;
using roundoff::data::IdxArray;
using roundoff::data::idxDigest;
using roundoff::data::parseIdx;
using roundoff::data::readIdx;

Q_DECLARE_METATYPE(IdxArray)

namespace {

const IdxArray kSmall{.dimensions = {2, 3}, .values = {1, 2, 3, 4, 5, 255}};
const QByteArray kSmallFile = QByteArray::fromHex("00000802 00000002 00000003 0102030405ff");

QString parseError(const QByteArray& file) {
    return inputErrorOf([&] { (void)parseIdx(bytesOf(file), "some-idx"); });
}

/// In how many places the arrays differ; their dimensions have to be equal.
int differences(const IdxArray& a, const IdxArray& b) {
    int count = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        count += a.values[i] != b.values[i] ? 1 : 0;
    }
    return count;
}

} // namespace

class TestIdx : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void digestIsTheFiles();
    void refuses_data();
    void refuses();
    void refusesEveryTruncation();
    void lyingHeadersTakeBoundedMemory_data();
    void lyingHeadersTakeBoundedMemory();
    void inflatesNoMoreThanTheHeaderAsksFor();
    void callersLimit();
    void largestContentTakesBoundedMemory();
    void readingLeavesTheFileAlone();
    void survivesBitFlips();
    void survivesBitFlipsInGzip();
};

void TestIdx::reads_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<IdxArray>("array");
    // Bytes written by hand from the format's description.
    QTest::newRow("1 dimension") << QByteArray::fromHex("00000801 00000004 00ff8001")
                                 << IdxArray{.dimensions = {4}, .values = {0, 255, 128, 1}};
    QTest::newRow("2 dimensions") << kSmallFile << kSmall;
    QTest::newRow("3 dimensions") << QByteArray::fromHex("00000803 00000001 00000002 00000002 09080706")
                                  << IdxArray{.dimensions = {1, 2, 2}, .values = {9, 8, 7, 6}};
    QTest::newRow("4 dimensions") << QByteArray::fromHex("00000804 00000001 00000001 00000002 00000001 0102")
                                  << IdxArray{.dimensions = {1, 1, 2, 1}, .values = {1, 2}};
    QTest::newRow("every byte of a dimension counts")
        << idxHeader({0x00010203}) + QByteArray(0x00010203, '\x2a')
        << IdxArray{.dimensions = {0x00010203}, .values = std::vector<std::uint8_t>(0x00010203, 0x2A)};
}

void TestIdx::reads() {
    QFETCH(const QByteArray, file);
    QFETCH(const IdxArray, array);
    const QTemporaryDir directory;
    QVERIFY(parseIdx(bytesOf(file), "some-idx") == array);
    QVERIFY(readIdx(writeFile(directory, "plain", file)) == array);
    QVERIFY(readIdx(writeFile(directory, "file.gz", gzipped(file))) == array);
}

void TestIdx::digestIsTheFiles() {
    // By sha256sum, of the bytes of kSmallFile.
    QCOMPARE(idxDigest(kSmall), "4a458d8d9d265f97b5961d75fa67666b79fe6766e5136efa2589f7f2dc77053b");
    const QByteArray file = idxHeader({2, 1, 1, 3}) + "abcdef";
    QCOMPARE(idxDigest(parseIdx(bytesOf(file), "some-idx")), Sha256::of(bytesOf(file)));
}

void TestIdx::refuses_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << "ends within the IDX header";
    QTest::newRow("first byte") << QByteArray::fromHex("01000801 00000001 00") << "not an IDX file";
    QTest::newRow("second byte") << QByteArray::fromHex("00010801 00000001 00") << "not an IDX file";
    QTest::newRow("text") << QByteArray("label,pixel0") << "not an IDX file";
    QTest::newRow("signed bytes") << QByteArray::fromHex("00000901 00000001 00") << "values of type 9";
    QTest::newRow("floats") << QByteArray::fromHex("00000d01 00000001 00000000") << "values of type 13";
    QTest::newRow("0 dimensions") << QByteArray::fromHex("00000800 00") << "with 0 dimensions";
    QTest::newRow("5 dimensions") << idxHeader({1, 1, 1, 1, 1}) + "a"
                                  << "with 5 dimensions";
    QTest::newRow("255 dimensions") << QByteArray::fromHex("000008ff") + QByteArray(2000, '\1')
                                    << "with 255 dimensions";
    QTest::newRow("no dimension given") << QByteArray::fromHex("00000801") << "ends within the IDX header";
    QTest::newRow("dimensions cut") << QByteArray::fromHex("00000802 00000001 0000") << "ends within the IDX header";
    QTest::newRow("no values asked for") << idxHeader({0}) << "asks for 0 values, which is none";
    QTest::newRow("an empty image") << idxHeader({10, 0, 28}) << "asks for 10 x 0 x 28 values, which is none";
    QTest::newRow("one value missing") << kSmallFile.chopped(1) << "asks for 2 x 3 values, but only 5 follow";
    QTest::newRow("one value too many") << kSmallFile + "x"
                                        << "more bytes after the 2 x 3 values";
    QTest::newRow("above 256 MiB") << idxHeader({16384, 16385}) << "16384 x 16385 values, more than the 268435456";
    // 2^32 * 2^32 is 0 in 64 bits: a product that wraps would be taken for a small one.
    QTest::newRow("product wraps") << idxHeader({1U << 31U, 1U << 31U, 4, 1}) << "more than the 268435456";
    QTest::newRow("as large as can be") << idxHeader({~0U, ~0U, ~0U, ~0U}) << "more than the 268435456";
}

void TestIdx::refuses() {
    QFETCH(const QByteArray, file);
    QFETCH(const QString, says);
    const QString error = parseError(file);
    QVERIFY2(error.startsWith("some-idx: "), qPrintable(error));
    QVERIFY2(error.contains(says), qPrintable(error));

    const QTemporaryDir directory;
    const auto path = writeFile(directory, "damaged.gz", gzipped(file));
    const QString fileError = inputErrorOf([&] { (void)readIdx(path); });
    QCOMPARE(fileError, directory.filePath("damaged.gz") + error.mid(QString("some-idx").size()));
}

void TestIdx::refusesEveryTruncation() {
    const QTemporaryDir directory;
    for (qsizetype length = 0; length < kSmallFile.size(); ++length) {
        QVERIFY2(!parseError(kSmallFile.first(length)).isEmpty(), qPrintable(QString::number(length)));
        const auto path = writeFile(directory, "plain", kSmallFile.first(length));
        QVERIFY2(!inputErrorOf([&] { (void)readIdx(path); }).isEmpty(), qPrintable(QString::number(length)));
    }
    const QByteArray packed = gzipped(kSmallFile);
    for (qsizetype length = 0; length < packed.size(); ++length) {
        const auto path = writeFile(directory, "cut.gz", packed.first(length));
        QVERIFY2(!inputErrorOf([&] { (void)readIdx(path); }).isEmpty(), qPrintable(QString::number(length)));
    }
}

void TestIdx::lyingHeadersTakeBoundedMemory_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("256 MiB of labels") << idxHeader({1U << 28U});
    QTest::newRow("256 MiB of images") << idxHeader({4096, 256, 256});
    QTest::newRow("more than an address space") << idxHeader({~0U, ~0U, ~0U});
}

void TestIdx::lyingHeadersTakeBoundedMemory() {
    QFETCH(const QByteArray, header);
    const QTemporaryDir directory;
    const QByteArray file = header + QByteArray(1000, '\7');
    const auto plain = writeFile(directory, "plain", file);
    const auto packed = writeFile(directory, "file.gz", gzipped(file));
    resetLargestAllocation();
    const QString parsing = parseError(file);
    const QString plainReading = inputErrorOf([&] { (void)readIdx(plain); });
    const QString packedReading = inputErrorOf([&] { (void)readIdx(packed); });
    const std::size_t largest = largestAllocation();
    QVERIFY(parsing.contains("the header asks for"));
    QVERIFY(plainReading.contains("the header asks for"));
    QVERIFY(packedReading.contains("the header asks for"));
    QVERIFY2(largest <= 128 * 1024, qPrintable(QString::number(largest)));
}

void TestIdx::inflatesNoMoreThanTheHeaderAsksFor() {
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "file.gz", gzipped(idxHeader({10}) + QByteArray(64 << 20, '\0')));
    resetLargestAllocation();
    const QString error = inputErrorOf([&] { (void)readIdx(path); });
    const std::size_t largest = largestAllocation();
    QVERIFY2(error.contains("more bytes after the 10 values"), qPrintable(error));
    QVERIFY2(largest <= 128 * 1024, qPrintable(QString::number(largest)));
}

void TestIdx::callersLimit() {
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "plain", kSmallFile);
    QVERIFY(readIdx(path, 6) == kSmall);
    const QString error = inputErrorOf([&] { (void)readIdx(path, 5); });
    QVERIFY2(error.contains("2 x 3 values, more than the 5 that are allowed"), qPrintable(error));
}

/// A bomb whose header tells the truth: as much as can be, and damaged at its very end.
void TestIdx::largestContentTakesBoundedMemory() {
    const QTemporaryDir directory;
    const QByteArray piece = gzipped(QByteArray(1 << 20, '\0'));
    const auto path = writeFile(directory, "file.gz",
                                gzipped(idxHeader({1U << 28U})) + piece.repeated(1 << 8) + gzipped("x"));
    const Reading reading = readingOf([&] { (void)readIdx(path); });
    QVERIFY2(reading.error.contains("more bytes after"), qPrintable(reading.text()));
    QVERIFY2(reading.bytes < std::size_t{400} << 20U, qPrintable(reading.text()));
}

void TestIdx::readingLeavesTheFileAlone() {
    const QTemporaryDir directory;
    for (const QByteArray& content : {kSmallFile, kSmallFile.chopped(1), gzipped(kSmallFile)}) {
        const auto path = writeFile(directory, "file", content);
        const FileOnDisk file(path);
        (void)inputErrorOf([&] { (void)readIdx(path); });
        QVERIFY(file.isUntouched());
    }
}

void TestIdx::survivesBitFlips() {
    const QByteArray file = idxHeader({3, 4, 5}) + QByteArray(60, '\x5a');
    const IdxArray original = parseIdx(bytesOf(file), "some-idx");
    forBitFlips(file, 11, [&](const QByteArray& flipped, qsizetype bit) {
        IdxArray array;
        const Reading reading = readingOf([&] { array = parseIdx(bytesOf(flipped), "some-idx"); });
        const bool inHeader = bit < 16 * 8;
        QVERIFY2(reading.isBounded(1 << 20), qPrintable(reading.text()));
        QVERIFY2(reading.error.isEmpty() != inHeader, qPrintable(QString("bit %1: %2").arg(bit).arg(reading.error)));
        if (!inHeader) {
            QVERIFY(array.dimensions == original.dimensions);
            QCOMPARE(differences(array, original), 1);
        }
    });
}

void TestIdx::survivesBitFlipsInGzip() {
    QByteArray file = idxHeader({3, 4, 5});
    for (int i = 0; i < 60; ++i) {
        file.append(static_cast<char>(i * i));
    }
    const IdxArray original = parseIdx(bytesOf(file), "some-idx");
    const QByteArray packed = gzipped(file);
    int refused = 0;
    forBitFlips(packed, 13, [&](const QByteArray& flipped, qsizetype bit) {
        IdxArray array;
        const Reading reading = readingOf([&] { array = readIdx(streamOf(flipped), "flipped.gz", 1000); });
        QVERIFY2(reading.isBounded(1 << 20), qPrintable(reading.text()));
        if (!reading.error.isEmpty()) {
            ++refused;
            return;
        }
        QVERIFY2(array == original, qPrintable(QString("bit %1").arg(bit)));
    });
    QVERIFY2(refused > 7'500, qPrintable(QString::number(refused)));
}

QTEST_APPLESS_MAIN(TestIdx)
#include "tst_idx.moc"
