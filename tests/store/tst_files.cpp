// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/files.h"
#include "tests/data/file_fixtures.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace store = roundoff::store;
using roundoff::test::inputErrorOf;
using roundoff::test::pathIn;

namespace {

QByteArray contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QStringList namesIn(const QTemporaryDir& directory) {
    return QDir(directory.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System | QDir::Hidden);
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void writesAnyBytes();
    void replaces();
    void leftoverOfACrashIsReplaced();
    void refusesAFolderAsFile();
    void missingFolder();
    void readOnlyFolderKeepsTheOldFile();
    void fullDiskKeepsTheOldFile();
    void readsWhatItWrote();
    void readingRefuses_data();
    void readingRefuses();
    void readsUpToTheLimit();
    void readsTheStart();
    void tellsTheSize();
    void makesFoldersWithParents();
    void folderMayExist();
    void folderNameTakenByAFile();
};

void TestFiles::writesAnyBytes() {
    const QTemporaryDir directory;
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.push_back(static_cast<char>(i));
    }
    store::writeFile(pathIn(directory, "bytes"), bytes);
    QCOMPARE(contentOf(directory.filePath("bytes")), QByteArray::fromStdString(bytes));
}

void TestFiles::replaces() {
    const QTemporaryDir directory;
    const auto path = roundoff::test::writeFile(directory, "a.csv", "a long old text");
    store::writeFile(path, std::string_view("new"));
    QCOMPARE(contentOf(directory.filePath("a.csv")), QByteArray("new"));
    QCOMPARE(namesIn(directory), QStringList{"a.csv"});
}

void TestFiles::leftoverOfACrashIsReplaced() {
    const QTemporaryDir directory;
    roundoff::test::writeFile(directory, "a.csv.part", "half of what was to be wri");
    store::writeFile(pathIn(directory, "a.csv"), std::string_view("all"));
    QCOMPARE(contentOf(directory.filePath("a.csv")), QByteArray("all"));
    QCOMPARE(namesIn(directory), QStringList{"a.csv"});
}

void TestFiles::refusesAFolderAsFile() {
    const QTemporaryDir directory;
    QVERIFY(QDir(directory.path()).mkpath("runs.csv/inside"));
    const QString error = inputErrorOf([&] { store::writeFile(pathIn(directory, "runs.csv"), std::string_view("x")); });
    QVERIFY2(error.contains("runs.csv: cannot be written: "), qPrintable(error));
    QCOMPARE(namesIn(directory), QStringList{"runs.csv"});
    QVERIFY(QDir(directory.filePath("runs.csv")).exists("inside"));
}

void TestFiles::missingFolder() {
    const QTemporaryDir directory;
    const QString error = inputErrorOf([&] { store::writeFile(pathIn(directory, "no/a.csv"), std::string_view("x")); });
    QVERIFY2(error.contains("a.csv: cannot be written: No such file or directory"), qPrintable(error));
}

void TestFiles::readOnlyFolderKeepsTheOldFile() {
    const QTemporaryDir directory;
    const auto path = roundoff::test::writeFile(directory, "a.csv", "old");
    std::filesystem::permissions(pathIn(directory),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    QFile probe(directory.filePath("probe"));
    const bool allowed = probe.open(QIODevice::WriteOnly);
    const QString error = allowed ? QString() : inputErrorOf([&] { store::writeFile(path, std::string_view("new")); });
    std::filesystem::permissions(pathIn(directory), std::filesystem::perms::owner_all);
    if (allowed) {
        QSKIP("this user may write to read-only folders");
    }
    QVERIFY2(error.contains("a.csv: cannot be written: Permission denied"), qPrintable(error));
    QCOMPARE(contentOf(directory.filePath("a.csv")), QByteArray("old"));
}

void TestFiles::fullDiskKeepsTheOldFile() {
    if (!QFile::exists("/dev/full")) {
        QSKIP("this system has no /dev/full");
    }
    const QTemporaryDir directory;
    const auto path = roundoff::test::writeFile(directory, "a.csv", "old");
    // What is written on the way to the place goes to a device that is always full.
    std::filesystem::create_symlink("/dev/full", pathIn(directory, "a.csv.part"));
    const QString error = inputErrorOf([&] { store::writeFile(path, std::string_view("new")); });
    QVERIFY2(error.contains("a.csv: cannot be written: No space left on device"), qPrintable(error));
    QCOMPARE(contentOf(directory.filePath("a.csv")), QByteArray("old"));
    QCOMPARE(namesIn(directory), QStringList{"a.csv"});
}

void TestFiles::readsWhatItWrote() {
    const QTemporaryDir directory;
    const std::string content(200'000, '\xff');
    store::writeFile(pathIn(directory, "big"), content);
    QVERIFY(store::readFile(pathIn(directory, "big"), 1'000'000) == content);
}

void TestFiles::readingRefuses_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << "missing"
                             << "missing: cannot be opened: No such file or directory";
    QTest::newRow("folder") << "."
                            << "is a folder, not a file";
    QTest::newRow("too large") << "large"
                               << "large: is larger than 100 bytes";
#ifdef Q_OS_UNIX
    QTest::newRow("named pipe") << "pipe"
                                << "pipe: is a device or a pipe, not a file";
    QTest::newRow("device without an end") << "zero"
                                           << "zero: is a device or a pipe, not a file";
    QTest::newRow("link to itself") << "circle"
                                    << "circle: cannot be opened: Too many levels of symbolic links";
#endif
}

void TestFiles::readingRefuses() {
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    const QTemporaryDir directory;
    roundoff::test::writeFile(directory, "large", QByteArray(101, 'x'));
#ifdef Q_OS_UNIX
    QCOMPARE(mkfifo(qPrintable(directory.filePath("pipe")), 0600), 0);
    QVERIFY(QFile::link("/dev/zero", directory.filePath("zero")));
    QVERIFY(QFile::link(directory.filePath("circle"), directory.filePath("circle")));
#endif
    const QString error = inputErrorOf([&] { (void)store::readFile(pathIn(directory, name), 100); });
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestFiles::readsUpToTheLimit() {
    const QTemporaryDir directory;
    const auto path = roundoff::test::writeFile(directory, "full", QByteArray(100, 'x'));
    QCOMPARE(store::readFile(path, 100).size(), std::size_t{100});
}

void TestFiles::readsTheStart() {
    const QTemporaryDir directory;
    const auto path = roundoff::test::writeFile(directory, "file", QByteArray(100'000, 'x') + "end");
    QCOMPARE(store::readStart(path, 7), std::string("xxxxxxx"));
    QCOMPARE(store::readStart(path, 200'000).size(), std::size_t{100'003});
    QCOMPARE(store::readStart(path, 0), std::string());
}

void TestFiles::tellsTheSize() {
    const QTemporaryDir directory;
    QCOMPARE(store::fileSize(roundoff::test::writeFile(directory, "file", QByteArray(12345, 'x'))),
             std::uintmax_t{12345});
    QVERIFY(inputErrorOf([&] { (void)store::fileSize(pathIn(directory, "missing")); }).contains("cannot be opened"));
}

void TestFiles::makesFoldersWithParents() {
    const QTemporaryDir directory;
    store::makeFolder(pathIn(directory, "a/b/c"));
    QVERIFY(QDir(directory.filePath("a/b/c")).exists());
}

void TestFiles::folderMayExist() {
    const QTemporaryDir directory;
    roundoff::test::writeFile(directory, "there/file", "kept");
    store::makeFolder(pathIn(directory, "there"));
    QCOMPARE(contentOf(directory.filePath("there/file")), QByteArray("kept"));
}

void TestFiles::folderNameTakenByAFile() {
    const QTemporaryDir directory;
    roundoff::test::writeFile(directory, "taken", "x");
    for (const QString name : {"taken", "taken/inside"}) {
        const QString error = inputErrorOf([&] { store::makeFolder(pathIn(directory, name)); });
        QVERIFY2(error.contains(name + ": cannot be made a folder for results: "), qPrintable(error));
    }
}

QTEST_APPLESS_MAIN(TestFiles)
#include "tst_files.moc"
