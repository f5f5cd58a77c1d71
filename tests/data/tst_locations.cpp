// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <vector>

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "core/data/catalogue.h"
#include "core/data/locations.h"

using roundoff::data::dataSearchPath;
using roundoff::data::executableDirectory;
using roundoff::data::findDataset;

namespace {

std::filesystem::path toPath(const QString& text) {
    return text.toStdU16String();
}

} // namespace

class TestLocations : public QObject {
    Q_OBJECT

private slots:
    void init();
    void executableIsThisTest();
    void installedFolderIsBesideTheProgram();
    void environmentComesFirst();
    void emptyEnvironmentIsIgnored();
    void buildTreeFindsTheSourceTree();
    void installedProgramIgnoresTheSourceTree();
    void unknownProgramFolder();
};

void TestLocations::init() {
    qunsetenv("ROUNDOFF_DATA_DIR");
}

void TestLocations::executableIsThisTest() {
    QVERIFY(executableDirectory() == toPath(QDir(QCoreApplication::applicationDirPath()).canonicalPath()));
}

void TestLocations::installedFolderIsBesideTheProgram() {
    QVERIFY(dataSearchPath().front() == executableDirectory().parent_path() / "share" / "roundoff");
}

void TestLocations::environmentComesFirst() {
    const QTemporaryDir directory;
    const std::size_t without = dataSearchPath().size();
    qputenv("ROUNDOFF_DATA_DIR", directory.path().toLocal8Bit());
    const auto searchPath = dataSearchPath();
    QCOMPARE(searchPath.size(), without + 1);
    QVERIFY(searchPath.front() == toPath(directory.path()));
}

void TestLocations::emptyEnvironmentIsIgnored() {
    const auto without = dataSearchPath();
    qputenv("ROUNDOFF_DATA_DIR", "");
    QVERIFY(dataSearchPath() == without);
}

void TestLocations::buildTreeFindsTheSourceTree() {
    const auto searchPath = dataSearchPath();
    QVERIFY(searchPath.back() == std::filesystem::path(ROUNDOFF_RESOURCE_DIR));
    QVERIFY(std::filesystem::exists(findDataset("mnist", searchPath) / "train-images-idx3-ubyte.gz"));
}

void TestLocations::installedProgramIgnoresTheSourceTree() {
    const QTemporaryDir prefix;
    const auto searchPath = dataSearchPath(toPath(prefix.filePath("bin")));
    QVERIFY(searchPath.front() == toPath(prefix.filePath("share/roundoff")));
    QVERIFY(std::ranges::find(searchPath, std::filesystem::path(ROUNDOFF_RESOURCE_DIR)) == searchPath.end());
}

void TestLocations::unknownProgramFolder() {
    QVERIFY(dataSearchPath({}).empty());
    qputenv("ROUNDOFF_DATA_DIR", "somewhere");
    QVERIFY(dataSearchPath({}) == std::vector<std::filesystem::path>{"somewhere"});
}

QTEST_GUILESS_MAIN(TestLocations)
#include "tst_locations.moc"
