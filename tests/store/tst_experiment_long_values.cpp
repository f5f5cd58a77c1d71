// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <QTest>

#include "tests/data/damage.h"
#include "tests/store/experiment_file_fixtures.h"
#include "tests/store/raw_database.h"
#include "tests/store/reading_everything.h"

using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;
using roundoff::test::Everything;
using roundoff::test::execute;
using roundoff::test::FileFolder;
using roundoff::test::rawSql;
using roundoff::test::readEverything;
using roundoff::test::Reading;
using roundoff::test::readingOf;
using roundoff::test::runInto;
using roundoff::test::smallExperimentWith;

namespace {

constexpr std::size_t kMostBytes = 32'000'000;
// SQLite compares keys as a whole, and a row of a table WITHOUT ROWID is a key with all of its columns. How long those
// may be is bounded by what SQLite may take of memory in all.
constexpr std::size_t kMostBytesOfKeys = 128'000'000;

} // namespace

/// A stranger's file with one value of 100 MB, in each column that can hold one: it is known for what it is before
/// there is memory for it.
class TestExperimentLongValues : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void takeNoMemory_data();
    void takeNoMemory();

private:
    const FileFolder folder_{};
    Plan plan_;
};

/// One run that is done and one that was stopped, so that no table is empty.
void TestExperimentLongValues::initTestCase() {
    const auto spec = smallExperimentWith(
        R"({"vary":{"precision":["BF16","AMP-FP16"]},"training.telemetryStride":1,"optimiser.kind":"adam",
            "lossScaling.scale":1e9,"deployments":[{"format":"DEC2"}]})");
    plan_ = makePlan(spec);
    {
        const auto file = ExperimentFile::create(folder_.file(), spec);
        file->beginSweep(spec, plan_, 1);
        runInto(file, {{plan_.runs[0]}});
        static_cast<void>(file->keepResult(plan_.runs[1], execute(plan_.runs[1], file.get(), 1, nullptr)));
        file->keepDraft(spec);
        QCOMPARE(file->problem(), std::string());
    }
    rawSql(folder_.file(), "INSERT OR IGNORE INTO diagnoses SELECT run, 0, '', '', '' FROM runs");
}

void TestExperimentLongValues::takeNoMemory_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("key"); // Of the table.
    QTest::addColumn<bool>("isKey");  // Whether the column is compared with what is looked for.
    const QString all = QString::fromStdString(
        rawSql(folder_.file(), "SELECT m.name || ' ' || c.name || ' ' || c.type || ' ' || "
                               "iif(m.sql LIKE '%WITHOUT ROWID', (SELECT group_concat(k.name) FROM "
                               "pragma_table_info(m.name) AS k WHERE k.pk > 0), 'rowid') "
                               "FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type='table' AND "
                               "c.type IN ('TEXT', 'BLOB') AND m.name NOT LIKE 'sqlite%'"));
    for (const QString& line : all.split('\n')) {
        const QStringList parts = line.split(' ');
        QTest::addRow("%s.%s", qPrintable(parts[0]), qPrintable(parts[1]))
            << parts[0] << parts[1]
            << (parts[2] == "TEXT" ? "cast(zeroblob(100000000) AS TEXT)" : "zeroblob(100000000)") << parts[3]
            << (parts[1] == "run" || parts[3] != "rowid");
    }
}

void TestExperimentLongValues::takeNoMemory() {
    QFETCH(const QString, table);
    QFETCH(const QString, column);
    QFETCH(const QString, value);
    QFETCH(const QString, key);
    QFETCH(const bool, isKey);
    const FileFolder folder;
    std::filesystem::copy_file(folder_.file(), folder.file());
    const QString sql = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; UPDATE %1 SET %2=%3 WHERE (%4)=(SELECT %4 "
                        "FROM %1 LIMIT 1)";                   // Of one row.
    const sqlite3_int64 limit = sqlite3_hard_heap_limit64(0); // That of the program, which a stranger does without.
    rawSql(folder.file(), sql.arg(table, column, value, key).toStdString());
    sqlite3_hard_heap_limit64(limit);
    QVERIFY(std::filesystem::file_size(folder.file()) > 100'000'000);

    sqlite3_memory_highwater(1);
    Everything found;
    const Reading reading = readingOf(
        [&] { found = readEverything(folder.file(), ExperimentFile::Access::ReadWrite, &plan_); });
    const auto ofSqlite = static_cast<std::size_t>(sqlite3_memory_highwater(1));
    QVERIFY2(reading.bytes + ofSqlite < (isKey ? kMostBytesOfKeys : kMostBytes),
             QByteArray::number(static_cast<qulonglong>(ofSqlite)));
    for (const std::string& error : found.errors) {
        QVERIFY2(error.size() < 1000 && error.find("; ") != std::string::npos, error.c_str());
    }
}

QTEST_GUILESS_MAIN(TestExperimentLongValues)
#include "tst_experiment_long_values.moc"
