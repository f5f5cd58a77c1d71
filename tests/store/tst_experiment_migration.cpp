// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/store/experiment_connection.h"
#include "core/store/experiment_file.h"
#include "core/store/experiment_schema.h"
#include "core/store/files.h"
#include "tests/store/raw_database.h"
#include "tests/support/faulty_vfs.h"
#include "tests/support/quick_folder.h"

using namespace roundoff::store;
using roundoff::InputError;
using roundoff::test::rawSql;
using roundoff::tests::FaultyVfs;

namespace fs = std::filesystem;

namespace {

/// Three made-up versions: a column is added, and then a table takes the place of another.
const char* const kFirst = "CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL)";
const char* const kSecond = "CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL, time TEXT)";
const char* const kThird = "CREATE TABLE remarks(id INTEGER PRIMARY KEY, remark TEXT NOT NULL);"
                           "CREATE VIEW latest AS SELECT max(id), remark FROM remarks";

void firstToSecond(sqlite::Database& database) {
    database.execute("ALTER TABLE notes ADD COLUMN time TEXT");
    database.execute("UPDATE notes SET time = 'in ' || text");
}

void secondToThird(sqlite::Database& database) {
    database.execute(kThird);
    database.execute("INSERT INTO remarks SELECT id, text || ', ' || time FROM notes");
    database.execute("DROP TABLE notes");
}

Schema third() {
    return {kThird, {{kFirst, firstToSecond}, {kSecond, secondToThird}}};
}

/// A file of some version with two rows, as Roundoff of that version would have left it.
void makeFile(const fs::path& file, int version) {
    const std::string mark = "PRAGMA application_id=" + std::to_string(kApplicationId) +
                             "; PRAGMA user_version=" + std::to_string(version) + ";";
    if (version == 1) {
        rawSql(file, mark + kFirst + "; INSERT INTO notes VALUES (1, 'May'), (2, 'June')");
    } else if (version == 2) {
        rawSql(file, mark + kSecond + "; INSERT INTO notes VALUES (1, 'May', 'in May'), (2, 'June', 'in June')");
    } else {
        rawSql(file, mark + kThird + "; INSERT INTO remarks VALUES (1, 'May, in May'), (2, 'June, in June')");
    }
}

} // namespace

/// Older files become newer ones as a whole or not at all; newer ones are left alone.
class TestExperimentMigration : public QObject {
    Q_OBJECT

private slots:
    void bringsOlderFilesUpToDate_data();
    void bringsOlderFilesUpToDate();
    void failsAsAWhole();
    void failsIfAStepMakesSomethingElse();
    void anyFailureOfTheDiskLeavesOneOrTheOther();
    void newerFilesAreUntouched();
    void olderFilesThatCannotBeWrittenSaySo();
    void theNewestVersionIsTheFileSays();
};

void TestExperimentMigration::bringsOlderFilesUpToDate_data() {
    QTest::addColumn<int>("version");
    QTest::newRow("two steps") << 1;
    QTest::newRow("one step") << 2;
    QTest::newRow("none") << 3;
}

void TestExperimentMigration::bringsOlderFilesUpToDate() {
    QFETCH(const int, version);
    const QTemporaryDir folder;
    const fs::path file = folder.path().toStdString() + "/x.roundoff";
    makeFile(file, version);
    const Schema schema = third();
    QVERIFY(openExperiment(file, true, schema)->writable());
    QCOMPARE(rawSql(file, "PRAGMA user_version"), std::string("3"));
    QCOMPARE(rawSql(file, "SELECT remark FROM remarks ORDER BY id"), std::string("May, in May\nJune, in June"));
    QCOMPARE(rawSql(file, "SELECT name FROM sqlite_master ORDER BY name"), std::string("latest\nremarks"));
    QVERIFY(openExperiment(file, false, schema)->whyReadOnly().empty());
}

void TestExperimentMigration::failsAsAWhole() {
    const QTemporaryDir folder;
    const fs::path file = folder.path().toStdString() + "/x.roundoff";
    makeFile(file, 1);
    const std::string bytes = readFile(file, 1'000'000);
    Schema schema = third();
    schema.older[1].migrate = [](sqlite::Database& database) {
        secondToThird(database);
        throw InputError("the last step fails");
    };
    QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(openExperiment(file, true, schema)));
    QCOMPARE(rawSql(file, "PRAGMA user_version"), std::string("1"));
    QCOMPARE(rawSql(file, "SELECT sql FROM sqlite_master"), std::string(kFirst));
    QCOMPARE(rawSql(file, "SELECT text FROM notes ORDER BY id"), std::string("May\nJune"));
}

void TestExperimentMigration::failsIfAStepMakesSomethingElse() {
    const QTemporaryDir folder;
    const fs::path file = folder.path().toStdString() + "/x.roundoff";
    makeFile(file, 2);
    Schema schema = third();
    schema.older[1].migrate = [](sqlite::Database& database) { database.execute("DROP TABLE notes"); };
    QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(openExperiment(file, true, schema)));
    QCOMPARE(rawSql(file, "SELECT sql FROM sqlite_master"), std::string(kSecond));
}

void TestExperimentMigration::anyFailureOfTheDiskLeavesOneOrTheOther() {
    FaultyVfs& faults = FaultyVfs::install();
    const Schema schema = third();
    for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL}) {
        for (const bool lasting : {false, true}) {
            bool failed = true;
            int operations = 0;
            for (; failed && operations < 500; ++operations) {
                const QTemporaryDir folder(roundoff::tests::quickFolder());
                const fs::path file = folder.path().toStdString() + "/x.roundoff";
                makeFile(file, 1);
                faults.failAt(operations + 1, code, lasting);
                bool opened = false;
                try {
                    opened = openExperiment(file, true, schema) != nullptr;
                } catch (const InputError&) {
                }
                failed = faults.hasFailed();
                faults.stopFailing();
                QVERIFY(failed || opened);
                QCOMPARE(rawSql(file, "PRAGMA integrity_check"), std::string("ok"));
                const bool migrated = rawSql(file, "PRAGMA user_version") == "3";
                QVERIFY(migrated || !opened);
                QCOMPARE(rawSql(file, migrated ? "SELECT remark FROM remarks" : "SELECT text FROM notes"),
                         std::string(migrated ? "May, in May\nJune, in June" : "May\nJune"));
            }
            QVERIFY2(operations > 5 && operations < 500, QByteArray::number(operations));
        }
    }
}

void TestExperimentMigration::newerFilesAreUntouched() {
    const QTemporaryDir folder;
    const fs::path file = folder.path().toStdString() + "/x.roundoff";
    makeFile(file, 3);
    const std::string bytes = readFile(file, 1'000'000);
    const Schema second{kSecond, {{kFirst, firstToSecond}}};
    for (const bool writing : {false, true}) {
        try {
            static_cast<void>(openExperiment(file, writing, second));
            QFAIL("opened");
        } catch (const InputError& error) {
            QCOMPARE(error.what(), file.string() + ": is of version 3 of the experiment file, and this Roundoff knows "
                                                   "versions up to 2; open it with a newer Roundoff");
        }
    }
    QVERIFY(readFile(file, 1'000'000) == bytes);
    QCOMPARE(std::distance(fs::directory_iterator(file.parent_path()), fs::directory_iterator()), std::ptrdiff_t{1});
}

void TestExperimentMigration::olderFilesThatCannotBeWrittenSaySo() {
    const QTemporaryDir folder;
    const fs::path file = folder.path().toStdString() + "/x.roundoff";
    makeFile(file, 1);
    try {
        static_cast<void>(openExperiment(file, false, third()));
        QFAIL("opened");
    } catch (const InputError& error) {
        QVERIFY2(QString(error.what()).contains("is of an older version"), error.what());
    }
}

void TestExperimentMigration::theNewestVersionIsTheFileSays() {
    QCOMPARE(experimentSchema().version(), ExperimentFile::kVersion);
}

QTEST_GUILESS_MAIN(TestExperimentMigration)
#include "tst_experiment_migration.moc"
