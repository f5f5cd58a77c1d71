// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <limits>
#include <random>
#include <vector>

#include <QTest>

#include "core/data/gzip.h"
#include "tests/data/allocation_watch.h"
#include "tests/data/damage.h"
#include "tests/data/file_fixtures.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace roundoff::test;
using roundoff::data::ContentReader;
using roundoff::data::FileReader;
using roundoff::data::readFileOrGzip;

namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

QByteArray contentOf(const std::filesystem::path& path, std::size_t maxBytes = kNoLimit) {
    const std::vector<std::byte> bytes = readFileOrGzip(path, maxBytes);
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray contentOfStream(const QByteArray& file) {
    ContentReader reader(streamOf(file), "file.gz");
    QByteArray content(1000, '\0');
    const std::size_t size = reader.read(std::as_writable_bytes(std::span(content.data(), 1000)));
    return content.first(static_cast<qsizetype>(size));
}

/// Bytes that do not compress, so that the gzipped file is longer than any buffer of the reader.
QByteArray noise(qsizetype size) {
    std::mt19937 generator(20240501);
    QByteArray bytes(size, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(generator() & 0xFFU);
    }
    return bytes;
}

const QByteArray kText = "Eleven bits of significand are enough to round a float product correctly, once.";

} // namespace

class TestGzip : public QObject {
    Q_OBJECT

private slots:
    void readsContent_data();
    void readsContent();
    void readsInPieces();
    void refuses_data();
    void refuses();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void refusesUnreadableFile();
    void reportsReadError();
    void limitIsInclusive_data();
    void limitIsInclusive();
    void refusesEveryTruncation();
    void survivesBitFlips();
    void readingLeavesTheFileAlone();
    void endlessContentTakesBoundedMemory();
    void membersWithoutEndTakeBoundedTime();
};

void TestGzip::readsContent_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("plain") << kText << kText;
    QTest::newRow("plain, one byte") << QByteArray("x") << QByteArray("x");
    QTest::newRow("plain, starts with half the magic") << QByteArray("\x1f\x8c!") << QByteArray("\x1f\x8c!");
    QTest::newRow("plain, large") << noise(300'000) << noise(300'000);
    // Written by GNU gzip 1.12 with -9; the header holds a file name and a time.
    QTest::newRow("GNU gzip") << QByteArray::fromHex("1f8b08088c5d046b0203676f6c642e747874000bca2fcd4bc94f4b53284a4d4c"
                                                     "295648afca2cd0e30200faabbb8515000000")
                              << QByteArray("Roundoff reads gzip.\n");
    QTest::newRow("GNU gzip, of nothing")
        << QByteArray::fromHex("1f8b080000000000000303000000000000000000") << QByteArray();
    QTest::newRow("stored") << gzipped(kText, Z_NO_COMPRESSION) << kText;
    QTest::newRow("large") << gzipped(noise(300'000)) << noise(300'000);
    QTest::newRow("inflates a lot") << gzipped(QByteArray(3'000'000, 'a')) << QByteArray(3'000'000, 'a');
    QTest::newRow("two members") << gzipped("one, ") + gzipped("two") << QByteArray("one, two");
    QTest::newRow("empty members between")
        << gzipped("") + gzipped("a") + gzipped("") + gzipped("b") << QByteArray("ab");
    // The first member ends one byte before the reader's buffer of 64 KiB does, so the second one's magic is split.
    const qsizetype overhead = gzipped(noise(65'000), Z_NO_COMPRESSION).size() - 65'000;
    const QByteArray stored = gzipped(noise(65'535 - overhead), Z_NO_COMPRESSION);
    QCOMPARE(stored.size(), 65'535);
    QTest::newRow("magic across buffers") << stored + gzipped("end") << noise(65'535 - overhead) + "end";
}

void TestGzip::readsContent() {
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, content);
    const QTemporaryDir directory;
    QCOMPARE(contentOf(writeFile(directory, "file", file)), content);
}

void TestGzip::readsInPieces() {
    const QTemporaryDir directory;
    for (const QByteArray& file : {kText, gzipped(kText), gzipped(kText.left(7)) + gzipped(kText.mid(7))}) {
        FileReader reader(writeFile(directory, "file", file));
        QByteArray content;
        std::array<std::byte, 3> piece{};
        std::size_t got = 0;
        do {
            got = reader.read(piece);
            content.append(reinterpret_cast<const char*>(piece.data()), static_cast<qsizetype>(got));
        } while (got == piece.size());
        QCOMPARE(content, kText);
        QCOMPARE(reader.read(piece), std::size_t{0});
    }
}

void TestGzip::refuses_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("says");

    const QByteArray whole = gzipped(kText);
    const auto withByteChanged = [&](qsizetype index) {
        QByteArray changed = whole;
        changed[index] = static_cast<char>(changed[index] ^ 1);
        return changed;
    };
    QTest::newRow("empty") << QByteArray() << "the file is empty";
    QTest::newRow("half the magic") << QByteArray("\x1f") << "truncated";
    QTest::newRow("only the magic") << QByteArray("\x1f\x8b") << "truncated";
    QTest::newRow("cut short") << whole.chopped(1) << "truncated";
    QTest::newRow("wrong length") << withByteChanged(whole.size() - 1) << "damaged (incorrect length check)";
    QTest::newRow("wrong CRC") << withByteChanged(whole.size() - 8) << "damaged (incorrect data check)";
    QTest::newRow("unknown method") << withByteChanged(2) << "damaged (unknown compression method)";
    QTest::newRow("text after the end") << whole + "more"
                                        << "other bytes after the end";
    QTest::newRow("zeros after the end") << whole + QByteArray(512, '\0') << "other bytes after the end";
    QTest::newRow("another member, cut short") << whole + whole.first(9) << "truncated";
    QTest::newRow("another member, damaged") << whole + "\x1f\x8c"
                                             << "damaged (incorrect header check)";
}

void TestGzip::refuses() {
    QFETCH(const QByteArray, file);
    QFETCH(const QString, says);
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "damaged.gz", file);
    const QString error = inputErrorOf([&] { (void)readFileOrGzip(path, kNoLimit); });
    QVERIFY2(error.contains(says), qPrintable(error));
    QVERIFY2(error.startsWith(directory.filePath("damaged.gz") + ": "), qPrintable(error));
    QVERIFY2(error.contains("again"), qPrintable(error));
}

void TestGzip::refusesWhatIsNoFile_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << "missing.gz"
                             << "there is no such file";
    QTest::newRow("below a missing folder") << "missing/file.gz"
                                            << "there is no such file";
    QTest::newRow("folder") << "folder"
                            << "this is a folder";
    QTest::newRow("several lines") << "two\nlines"
                                   << "two?lines: there is no such file";
#ifdef Q_OS_UNIX
    QTest::newRow("named pipe") << "pipe"
                                << "not a regular file";
    QTest::newRow("device without an end") << "zero"
                                           << "not a regular file";
#endif
}

void TestGzip::refusesWhatIsNoFile() {
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    const QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkdir("folder"));
#ifdef Q_OS_UNIX
    QCOMPARE(mkfifo(qPrintable(directory.filePath("pipe")), 0600), 0);
    QVERIFY(QFile::link("/dev/zero", directory.filePath("zero")));
#endif
    const QString error = inputErrorOf([&] { (void)readFileOrGzip(pathIn(directory, name), kNoLimit); });
    QVERIFY2(error.contains(says), qPrintable(error));
    QVERIFY2(error.startsWith(directory.path()), qPrintable(error));
    QVERIFY2(!error.contains('\n'), qPrintable(error));
}

void TestGzip::refusesUnreadableFile() {
#ifdef Q_OS_UNIX
    if (geteuid() == 0) {
        QSKIP("the superuser may read every file");
    }
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "secret", kText);
    QVERIFY(QFile::setPermissions(directory.filePath("secret"), QFile::Permissions()));
    const QString error = inputErrorOf([&] { (void)readFileOrGzip(path, kNoLimit); });
    QVERIFY2(error.contains("cannot be opened"), qPrintable(error));
#else
    QSKIP("files without read permission are made here with POSIX permissions");
#endif
}

void TestGzip::reportsReadError() {
#ifdef Q_OS_LINUX
    // The first page of a process is never mapped, so this regular file opens and then fails to be read.
    const QString error = inputErrorOf([] { (void)readFileOrGzip("/proc/self/mem", kNoLimit); });
    QCOMPARE(error.section(';', 0, 0), "/proc/self/mem: reading stopped with an error of the system");
#else
    QSKIP("only Linux has a file that opens and cannot be read");
#endif
}

void TestGzip::limitIsInclusive_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("plain") << kText;
    QTest::newRow("gzipped") << gzipped(kText);
}

void TestGzip::limitIsInclusive() {
    QFETCH(const QByteArray, file);
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "file", file);
    const auto size = static_cast<std::size_t>(kText.size());
    QCOMPARE(contentOf(path, size), kText);
    const QString error = inputErrorOf([&] { (void)readFileOrGzip(path, size - 1); });
    QVERIFY2(error.contains("more than the 78 bytes that are allowed"), qPrintable(error));
}

void TestGzip::refusesEveryTruncation() {
    const QTemporaryDir directory;
    const QByteArray whole = gzipped(noise(100) + kText + kText);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto path = writeFile(directory, "cut.gz", whole.first(length));
        QVERIFY2(!inputErrorOf([&] { (void)readFileOrGzip(path, kNoLimit); }).isEmpty(),
                 qPrintable(QString("of %1 bytes, %2 were enough").arg(whole.size()).arg(length)));
    }
}

/// A changed bit is reported, or changes nothing (the header's time and system may be anything), or makes the file
/// one that is not gzipped.
void TestGzip::survivesBitFlips() {
    const QByteArray content = noise(40) + kText + kText + noise(40);
    const QByteArray whole = gzipped(content);
    int refused = 0;
    forBitFlips(whole, 7, [&](const QByteArray& flipped, qsizetype bit) {
        QByteArray read;
        const Reading reading = readingOf([&] { read = contentOfStream(flipped); });
        QVERIFY2(reading.isBounded(1 << 20), qPrintable(reading.text()));
        if (!reading.error.isEmpty()) {
            ++refused;
            return;
        }
        QVERIFY2(read == (bit < 16 ? flipped : content), qPrintable(QString("bit %1").arg(bit)));
    });
    QVERIFY2(refused > 7'500, qPrintable(QString::number(refused)));
}

void TestGzip::readingLeavesTheFileAlone() {
    const QTemporaryDir directory;
    for (const QByteArray& content : {gzipped(kText), gzipped(kText).chopped(3), kText}) {
        const auto path = writeFile(directory, "file", content);
        const FileOnDisk file(path);
        (void)inputErrorOf([&] { (void)readFileOrGzip(path, kNoLimit); });
        QVERIFY(file.isUntouched());
    }
}

void TestGzip::endlessContentTakesBoundedMemory() {
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "zeros.gz", gzipped(QByteArray(64 << 20, '\0')));
    resetLargestAllocation();
    const QString error = inputErrorOf([&] { (void)readFileOrGzip(path, 1'000'000); });
    const std::size_t largest = largestAllocation();
    QVERIFY2(error.contains("more than the 1000000 bytes"), qPrintable(error));
    QCOMPARE(largest, std::size_t{1'000'000});
}

/// Members of no content are skipped without being stopped by a limit of the content.
void TestGzip::membersWithoutEndTakeBoundedTime() {
    const QTemporaryDir directory;
    const auto path = writeFile(directory, "empty.gz", gzipped("").repeated(100'000) + "x");
    const Reading reading = readingOf([&] { (void)readFileOrGzip(path, 1'000'000); });
    QVERIFY2(reading.error.contains("other bytes after the end") && reading.isBounded(1 << 20),
             qPrintable(reading.text()));
}

QTEST_APPLESS_MAIN(TestGzip)
#include "tst_gzip.moc"
