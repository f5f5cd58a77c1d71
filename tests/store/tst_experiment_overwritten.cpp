// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "core/store/experiment_file.h"
#include "tests/store/experiment_state.h"
#include "tests/store/folders.h"
#include "tests/store/victim_experiment.h"
#include "tests/support/quick_folder.h"

using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;
using roundoff::test::bytesOf;
using roundoff::test::integrityOf;
using roundoff::test::JournalEntry;
using roundoff::test::journalOf;
using roundoff::test::messageOf;
using roundoff::test::namesIn;
using roundoff::test::rawSql;
using roundoff::test::renamed;
using roundoff::test::victimExperiment;
using Outside = ExperimentFile::Outside;

namespace fs = std::filesystem;

namespace {

/// How far an experiment has come when somebody writes over its file.
enum class Moment { Opened, Drafted, Saved, Trained };
/// What is written there.
enum class Foreign { Shorter, AsLong, Longer, NoExperiment };

const Plan& plan() {
    static const Plan all = makePlan(victimExperiment());
    return all;
}

const std::vector<JournalEntry>& entries() {
    static const std::vector<JournalEntry> all = journalOf(plan());
    return all;
}

/// As cp(1) does: into the file that is there.
void overwrite(const fs::path& file, const std::string& bytes) {
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void reach(ExperimentFile& file, Moment moment) {
    if (moment == Moment::Opened) {
        return;
    }
    file.keepDraft(renamed("draft"));
    if (moment == Moment::Saved) {
        file.save(renamed("saved"));
    } else if (moment == Moment::Trained) {
        file.beginSweep(victimExperiment(), plan(), 1);
        file.keepEpoch(plan().runs[entries()[0].run], entries()[0].checkpoint);
    }
}

} // namespace

/// A program writes its own bytes into a file that is open, as `cp other.roundoff x.roundoff` does. SQLite does not
/// notice that.
class TestExperimentOverwritten : public QObject {
    Q_OBJECT

private slots:
    void isToldAndLeftAlone_data();
    void isToldAndLeftAlone();
    void whatIsKnownIsSavedElsewhere();
    void anEarlierCopyOfItself();
    void longLogsStayOutOfIt();
    void readOnlyOnesAreNotMixed();
    void commitsOfOthersAreNoOverwriting_data();
    void commitsOfOthersAreNoOverwriting();
};

void TestExperimentOverwritten::isToldAndLeftAlone_data() {
    QTest::addColumn<int>("moment");
    QTest::addColumn<int>("foreign");
    for (const auto& [when, moment] : {std::pair{"before the first write", Moment::Opened},
                                       {"after a draft", Moment::Drafted},
                                       {"after it was saved", Moment::Saved},
                                       {"while it trains", Moment::Trained}}) {
        for (const auto& [what, foreign] : {std::pair{"a shorter one", Foreign::Shorter},
                                            {"one as long", Foreign::AsLong},
                                            {"a longer one", Foreign::Longer},
                                            {"something else", Foreign::NoExperiment}}) {
            QTest::addRow("%s, %s", when, what) << static_cast<int>(moment) << static_cast<int>(foreign);
        }
    }
}

void TestExperimentOverwritten::isToldAndLeftAlone() {
    QFETCH(const int, moment);
    QFETCH(const int, foreign);
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    // Of the other one as many bytes as the case wants: what it holds is not asked.
    static_cast<void>(ExperimentFile::create(root / "other.roundoff", renamed("another")));
    std::string other = bytesOf(root / "other.roundoff");
    {
        const auto file = ExperimentFile::create(path, renamed("first"));
        reach(*file, static_cast<Moment>(moment));
        QCOMPARE(file->outside(), Outside::Nothing);
        switch (static_cast<Foreign>(foreign)) {
        case Foreign::Shorter: other.resize(other.size() - 8192); break;
        case Foreign::AsLong: other.resize(bytesOf(path).size()); break;
        case Foreign::Longer: other.resize(other.size() + 40'960); break;
        case Foreign::NoExperiment: other = "epoch,loss\n1,0.5\n"; break;
        }
        overwrite(path, other);

        QCOMPARE(file->outside(), Outside::Changed);
        const QString message = messageOf([&] { file->save(renamed("second")); });
        QVERIFY2(message.startsWith(QString::fromStdString(path.string()) + ": ") &&
                     message.contains("save the experiment under a name of its own"),
                 qPrintable(message));
        QVERIFY(!messageOf([&] { file->keepDraft(renamed("third")); }).isEmpty());
        QVERIFY(!messageOf([&] { file->flush(); }).isEmpty());
        file->keepEpoch(plan().runs[entries()[0].run], entries()[0].checkpoint);
        QVERIFY(!file->problem().empty());
        QVERIFY(bytesOf(path) == other);
    }
    QVERIFY(bytesOf(path) == other);
    // Nothing is beside it that SQLite would take for its log.
    QCOMPARE(namesIn(root), (QStringList{"other.roundoff", "x.roundoff"}));
}

void TestExperimentOverwritten::whatIsKnownIsSavedElsewhere() {
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    static_cast<void>(ExperimentFile::create(root / "other.roundoff", renamed("another")));
    const std::string other = bytesOf(root / "other.roundoff");
    {
        const auto file = ExperimentFile::create(path, renamed("first"));
        file->keepDraft(renamed("draft"));
        file->beginSweep(victimExperiment(), plan(), 2);
        file->keepEpoch(plan().runs[entries()[0].run], entries()[0].checkpoint);
        overwrite(path, other);
        file->keepEpoch(plan().runs[entries()[1].run], entries()[1].checkpoint);
        QVERIFY(messageOf([&] { file->saveAs(path); }).contains("choose another name"));
        QCOMPARE(file->saveAs(root / "rescued.roundoff"), ExperimentFile::Moved::WithoutRuns);
        QCOMPARE(file->outside(), Outside::Nothing);
        QCOMPARE(file->problem(), std::string());
        // It goes on there, from the epoch that was not written yet.
        for (std::size_t i = 2; i < entries().size(); ++i) {
            const JournalEntry& entry = entries()[i];
            if (entry.checkpoint) {
                file->keepEpoch(plan().runs[entry.run], entry.checkpoint);
            } else {
                static_cast<void>(file->keepResult(plan().runs[entry.run], entry.result));
            }
        }
        QCOMPARE(file->problem(), std::string());
    }
    QVERIFY(bytesOf(path) == other);
    const auto file = ExperimentFile::open(root / "rescued.roundoff");
    const auto specifications = file->specifications();
    QCOMPARE(specifications.saved.title, std::string("first"));
    QCOMPARE(specifications.draft->title, std::string("draft"));
    QVERIFY(specifications.ran == victimExperiment());
    QCOMPARE(specifications.threads, 2U);
    for (const auto& result : file->results(plan())) {
        QVERIFY(result && result->status == RunStatus::Done && !result->weights.load()->tensors.empty());
    }
    QCOMPARE(integrityOf(root / "rescued.roundoff"), std::string("ok"));
}

/// The likeliest of all to go unnoticed: a backup of the same experiment is put back.
void TestExperimentOverwritten::anEarlierCopyOfItself() {
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path path = fs::path(folder.path().toStdString()) / "x.roundoff";
    static_cast<void>(ExperimentFile::create(path, renamed("first")));
    const std::string backup = bytesOf(path);
    {
        const auto file = ExperimentFile::open(path);
        file->save(renamed("second"));
        overwrite(path, backup);
        QCOMPARE(file->outside(), Outside::Changed);
        QVERIFY(!messageOf([&] { file->save(renamed("third")); }).isEmpty());
    }
    QVERIFY(bytesOf(path) == backup);
    QCOMPARE(ExperimentFile::open(path)->specifications().saved.title, std::string("first"));
}

/// A log is put into the file of itself when it has become long, which must be known for what it is.
void TestExperimentOverwritten::longLogsStayOutOfIt() {
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path path = fs::path(folder.path().toStdString()) / "x.roundoff";
    const auto file = ExperimentFile::create(path, renamed("first"));
    file->keepDraft(renamed("0"));
    const auto size = fs::file_size(path);
    const JournalEntry& entry = entries()[0];
    for (int i = 0; fs::file_size(path) == size; ++i) {
        QVERIFY2(i < 1000, "no log becomes so long");
        file->keepEpoch(plan().runs[entry.run], entry.checkpoint);
        QCOMPARE(file->problem(), std::string());
        QCOMPARE(file->outside(), Outside::Nothing);
    }
    file->keepDraft(renamed("the last"));
    overwrite(path, "something else");
    QCOMPARE(file->outside(), Outside::Changed);
    file->keepEpoch(plan().runs[entry.run], entry.checkpoint);
    QCOMPARE(bytesOf(path), std::string("something else"));
}

void TestExperimentOverwritten::readOnlyOnesAreNotMixed() {
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    static_cast<void>(ExperimentFile::create(path, renamed("first")));
    static_cast<void>(ExperimentFile::create(root / "other.roundoff", renamed("another")));
    rawSql(path, "PRAGMA journal_mode=WAL"); // So that it is read without locks.
    const auto file = ExperimentFile::open(path, ExperimentFile::Access::ReadOnly);
    overwrite(path, bytesOf(root / "other.roundoff"));
    QCOMPARE(file->outside(), Outside::Changed);
    file->saveAs(root / "copy.roundoff");
    QCOMPARE(file->specifications().saved.title, std::string("first"));
}

void TestExperimentOverwritten::commitsOfOthersAreNoOverwriting_data() {
    QTest::addColumn<QString>("sql");
    const QString change = "UPDATE roundoff SET value='another' WHERE key='program';";
    QTest::newRow("a commit") << change;
    QTest::newRow("one that is put into the file") << change + "PRAGMA wal_checkpoint(TRUNCATE);";
    QTest::newRow("all of it anew") << change + "VACUUM;PRAGMA wal_checkpoint(TRUNCATE);";
}

/// Another connection of SQLite's does no harm, so what it commits is kept, and the log with it.
void TestExperimentOverwritten::commitsOfOthersAreNoOverwriting() {
    QFETCH(const QString, sql);
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    {
        const auto file = ExperimentFile::create(path, renamed("first"));
        file->keepDraft(renamed("draft"));
        rawSql(path, sql.toStdString());
        QCOMPARE(file->outside(), Outside::Changed); // For a person to know.
        file->save(renamed("second"));
        QCOMPARE(file->saveAs(root / "copy.roundoff"), ExperimentFile::Moved::Whole);
    }
    for (const char* name : {"x.roundoff", "copy.roundoff"}) {
        QCOMPARE(rawSql(root / name, "SELECT value FROM roundoff WHERE key='program'"), std::string("another"));
        QCOMPARE(ExperimentFile::open(root / name)->specifications().saved.title, std::string("second"));
        QCOMPARE(integrityOf(root / name), std::string("ok"));
    }
}

QTEST_GUILESS_MAIN(TestExperimentOverwritten)
#include "tst_experiment_overwritten.moc"
