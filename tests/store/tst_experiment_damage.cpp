// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <filesystem>

#include <QTest>

#include "tests/data/damage.h"
#include "tests/store/experiment_file_fixtures.h"
#include "tests/store/raw_database.h"
#include "tests/store/reading_everything.h"
#include "tests/support/repetitions.h"

using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;
using roundoff::test::Everything;
using roundoff::test::execute;
using roundoff::test::FileFolder;
using roundoff::test::FileOnDisk;
using roundoff::test::forBitFlips;
using roundoff::test::rawSql;
using roundoff::test::readEverything;
using roundoff::test::Reading;
using roundoff::test::readingOf;
using roundoff::test::runInto;
using roundoff::test::smallExperimentWith;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

void overwrite(const fs::path& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        throw std::runtime_error("the test cannot write its file");
    }
}

/// What is wrong with how a file of a stranger is read; empty for nothing.
QString problemOf(const fs::path& path, Everything& found) {
    const FileOnDisk file(path);
    sqlite3_memory_highwater(1);
    const Reading reading = readingOf([&] { found = readEverything(path, ExperimentFile::Access::ReadOnly); });
    const auto ofSqlite = static_cast<std::size_t>(sqlite3_memory_highwater(1));
    if (!reading.isBounded(kMostBytes - std::min(kMostBytes, ofSqlite))) {
        return reading.text();
    }
    for (const std::string& error : found.errors) {
        if (error.size() > 1000 || error.find('\n') != std::string::npos) {
            return QString::fromStdString(error);
        }
    }
    if (!file.isUntouched() ||
        std::distance(fs::directory_iterator(path.parent_path()), fs::directory_iterator()) != 1) {
        return "it was written to";
    }
    return {};
}

} // namespace

/// A file that was sound once: wherever it is cut, and whichever bit of it is another one, reading all of it gives
/// values or says what is wrong, at once and in little memory, and leaves it as it is.
class TestExperimentDamage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whole();
    void everyTruncation();
    void bitFlips();

private:
    const FileFolder folder_{};
    QByteArray sound_;
};

/// A small file with a run that is done, its weights, and the checkpoint of one that is not. On pages of 512 bytes, of
/// which each table and index has at least one.
void TestExperimentDamage::initTestCase() {
    const FileFolder folder;
    const auto spec = smallExperimentWith(
        R"({"network.hidden":[2],"vary":{"precision":["FP16","BF16"]},"deployments":[{"format":"DEC2"}]})");
    const Plan plan = makePlan(spec);
    {
        const auto file = ExperimentFile::create(folder.file(), spec);
        file->beginSweep(spec, plan, 1);
        runInto(file, {{plan.runs[0]}});
        static_cast<void>(file->keepResult(plan.runs[1], execute(plan.runs[1], file.get(), 1, nullptr)));
        QCOMPARE(file->problem(), std::string());
    }
    rawSql(folder.file(), "DELETE FROM histograms; PRAGMA page_size=512; VACUUM"); // They are for others to read.
    QFile file(QString::fromStdString(folder.file().string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    sound_ = file.readAll();
    QVERIFY2(sound_.size() < 80'000, QByteArray::number(sound_.size()));
}

void TestExperimentDamage::whole() {
    overwrite(folder_.file(), sound_);
    Everything found;
    QCOMPARE(problemOf(folder_.file(), found), QString());
    QVERIFY2(found.errors.empty(), found.errors.empty() ? "" : found.errors[0].c_str());
    QCOMPARE(found.results, 2);
    QCOMPARE(found.checkpoints, 1);
    QCOMPARE(found.weights, 1);
}

void TestExperimentDamage::everyTruncation() {
    const fs::path path = folder_.file();
    overwrite(path, sound_);
    for (auto size = static_cast<qint64>(fs::file_size(path)) - 1; size >= 0; size -= roundoff::tests::stride()) {
        fs::resize_file(path, static_cast<std::uintmax_t>(size));
        Everything found;
        const QString problem = problemOf(path, found);
        QVERIFY2(problem.isEmpty(), qPrintable(QString("%1 bytes: %2").arg(size).arg(problem)));
        QVERIFY2(!found.errors.empty(), QByteArray::number(size));
    }
}

void TestExperimentDamage::bitFlips() {
    int refused = 0;
    int number = 0;
    forBitFlips(sound_, 7, [&](const QByteArray& bytes, qsizetype bit) {
        if (number++ % roundoff::tests::stride() != 0) {
            return;
        }
        overwrite(folder_.file(), bytes);
        Everything found;
        const QString problem = problemOf(folder_.file(), found);
        QVERIFY2(problem.isEmpty(), qPrintable(QString("bit %1: %2").arg(bit).arg(problem)));
        refused += found.errors.empty() ? 0 : 1;
    });
    // Some bits are in numbers that are as good as any others, or on pages without a use.
    const int flips = roundoff::test::kBitFlips / roundoff::tests::stride();
    QVERIFY2(refused > flips / 10 && refused < flips, QByteArray::number(refused));
}

QTEST_GUILESS_MAIN(TestExperimentDamage)
#include "tst_experiment_damage.moc"
