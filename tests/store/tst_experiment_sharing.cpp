// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <filesystem>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/experiment_file.h"
#include "tests/store/experiment_state.h"
#include "tests/store/folders.h"
#include "tests/store/victim_experiment.h"

using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;
using roundoff::test::bytesOf;
using roundoff::test::integrityOf;
using roundoff::test::JournalEntry;
using roundoff::test::journalOf;
using roundoff::test::messageOf;
using roundoff::test::namesIn;
using roundoff::test::renamed;
using roundoff::test::victimExperiment;

namespace fs = std::filesystem;

/// Files that others open, take away or leave something beside.
class TestExperimentSharing : public QObject {
    Q_OBJECT

private slots:
    void removedWhileOpen();
    void replacedWhileOpen();
    void savedAgainWhereItWasRemoved();
    void onlyOneWrites();
    void anotherProgramWrites();
    void logWithoutItsIndex();
    void logsOfFilesThatAreGone();
    void closedFilesAreAlone();
    void lookingChangesNothing();
};

void TestExperimentSharing::removedWhileOpen() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    const Plan plan = makePlan(victimExperiment());
    const std::vector<JournalEntry> entries = journalOf(plan);
    {
        const auto file = ExperimentFile::create(path, victimExperiment());
        file->beginSweep(victimExperiment(), plan, 1);
        file->keepEpoch(plan.runs[entries[0].run], entries[0].checkpoint);
        QCOMPARE(file->outside(), ExperimentFile::Outside::Nothing);
        fs::remove(path);
        QCOMPARE(file->outside(), ExperimentFile::Outside::Gone);
        file->keepEpoch(plan.runs[entries[1].run], entries[1].checkpoint);
        QVERIFY2(file->problem().find("was moved, deleted or replaced") != std::string::npos, file->problem().c_str());
        QVERIFY(messageOf([&] { file->save(renamed("nowhere")); }).contains("save the experiment under a name"));
        // All of it, also what came when the file was gone, is at the new place.
        file->saveAs(root / "rescued.roundoff");
        QCOMPARE(file->problem(), std::string());
        QCOMPARE(file->before(plan)[entries[1].run].checkpoint->epochs.size(), entries[1].checkpoint->epochs.size());
    }
    QCOMPARE(namesIn(root), QStringList{"rescued.roundoff"});
    QCOMPARE(integrityOf(root / "rescued.roundoff"), std::string("ok"));
}

void TestExperimentSharing::replacedWhileOpen() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    static_cast<void>(ExperimentFile::create(root / "other.roundoff", renamed("another")));
    const std::string other = bytesOf(root / "other.roundoff");
    {
        const auto file = ExperimentFile::create(path, renamed("first"));
        file->save(renamed("second"));
        file->keepDraft(renamed("third"));
        fs::rename(root / "other.roundoff", path);
        QCOMPARE(file->outside(), ExperimentFile::Outside::Changed);
        QVERIFY(messageOf([&] { file->save(renamed("fourth")); }).contains("replaced while it was open"));
        QCOMPARE(file->specifications().saved.title, std::string("second"));
    }
    // The other one is as it was, and nothing is beside it that SQLite would take for its log.
    QCOMPARE(namesIn(root), QStringList{"x.roundoff"});
    QVERIFY(bytesOf(path) == other);
    QCOMPARE(ExperimentFile::open(path)->specifications().saved.title, std::string("another"));
}

void TestExperimentSharing::savedAgainWhereItWasRemoved() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    {
        const auto file = ExperimentFile::create(path, renamed("first"));
        file->keepDraft(renamed("draft"));
        fs::remove(path);
        file->saveAs(path);
        QCOMPARE(file->specifications().draft->title, std::string("draft"));
        file->save(renamed("second"));
        file->keepDraft(renamed("another draft"));
        QCOMPARE(file->outside(), ExperimentFile::Outside::Nothing);
        // It is still locked.
        QCOMPARE(ExperimentFile::open(path)->access(), ExperimentFile::Access::ReadOnly);
    }
    QCOMPARE(namesIn(root), QStringList{"x.roundoff"});
    const auto specifications = ExperimentFile::open(path)->specifications();
    QCOMPARE(specifications.saved.title, std::string("second"));
    QCOMPARE(specifications.draft->title, std::string("another draft"));
}

void TestExperimentSharing::onlyOneWrites() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    auto first = ExperimentFile::create(path, renamed("first"));
    first->keepDraft(renamed("draft"));
    fs::create_symlink(path, root / "link.roundoff");
    for (const char* name : {"x.roundoff", "link.roundoff"}) {
        const auto second = ExperimentFile::open(root / name);
        QCOMPARE(second->access(), ExperimentFile::Access::ReadOnly);
        QCOMPARE(second->whyReadOnly(), std::string("another window has it open"));
        // What is written meanwhile is seen.
        QCOMPARE(second->specifications().draft->title, std::string("draft"));
        first->save(renamed("second"));
        QCOMPARE(second->specifications().saved.title, std::string("second"));
        first->keepDraft(renamed("draft"));
    }
    const QString message = messageOf([&] { static_cast<void>(ExperimentFile::create(path, renamed("new"))); });
    QVERIFY2(message.contains("another window has it open; close it there or choose another name"),
             qPrintable(message));
    first.reset();
    QCOMPARE(ExperimentFile::open(path)->access(), ExperimentFile::Access::ReadWrite);
}

void TestExperimentSharing::anotherProgramWrites() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    for (const char* name : {"a.roundoff", "b.roundoff"}) {
        static_cast<void>(ExperimentFile::create(root / name, renamed(name)));
    }
    // Holds its three files by turns until it is killed.
    QProcess other;
    other.start(QCoreApplication::applicationDirPath() + "/experiment_victim",
                {"hold", QString::fromStdString((root / "a.roundoff").string())});
    QVERIFY(other.waitForReadyRead(60'000));
    {
        const auto file = ExperimentFile::open(root / "a.roundoff");
        QCOMPARE(file->access(), ExperimentFile::Access::ReadOnly);
        const QString who = QString("another Roundoff has it open (process %1 on %2)")
                                .arg(other.processId())
                                .arg(QSysInfo::machineHostName());
        QCOMPARE(QString::fromStdString(file->whyReadOnly()), who);
        QCOMPARE(file->specifications().draft->title, std::string("held"));
        const auto b = ExperimentFile::open(root / "b.roundoff");
        QVERIFY(messageOf([&] { b->saveAs(root / "a.roundoff"); }).contains(who));
        QCOMPARE(b->access(), ExperimentFile::Access::ReadWrite);
    }
    other.kill();
    other.waitForFinished();
    const auto file = ExperimentFile::open(root / "a.roundoff");
    QCOMPARE(file->access(), ExperimentFile::Access::ReadWrite);
    QCOMPARE(file->specifications().draft->title, std::string("held"));
}

/// As when somebody copies a file and its log, but not the index, from a program that was killed.
void TestExperimentSharing::logWithoutItsIndex() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const auto original = ExperimentFile::create(root / "original.roundoff", renamed("first"));
    original->keepDraft(renamed("in the log"));
    fs::copy(root / "original.roundoff", root / "x.roundoff");
    fs::copy(root / "original.roundoff-wal", root / "x.roundoff-wal");
    const auto file = ExperimentFile::open(root / "x.roundoff");
    QCOMPARE(file->specifications().draft->title, std::string("in the log"));
}

/// SQLite takes any log beside a file for its own.
void TestExperimentSharing::logsOfFilesThatAreGone() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const auto original = ExperimentFile::create(root / "original.roundoff", renamed("first"));
    original->keepDraft(renamed("in the log"));
    const auto leaveLog = [&](const char* name) {
        fs::copy(root / "original.roundoff-wal", root / (std::string(name) + "-wal"));
        fs::copy(root / "original.roundoff-shm", root / (std::string(name) + "-shm"));
    };
    leaveLog("new.roundoff");
    QCOMPARE(ExperimentFile::create(root / "new.roundoff", renamed("new"))->specifications().draft.has_value(), false);
    leaveLog("copy.roundoff");
    const auto file = ExperimentFile::open(root / "new.roundoff");
    file->saveAs(root / "copy.roundoff");
    QCOMPARE(file->specifications().saved.title, std::string("new"));
    QCOMPARE(file->specifications().draft.has_value(), false);
}

void TestExperimentSharing::closedFilesAreAlone() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    {
        const auto file = ExperimentFile::create(root / "x.roundoff", renamed("first"));
        file->keepDraft(renamed("draft"));
        QCOMPARE(namesIn(root), (QStringList{".x.roundoff.lock", "x.roundoff", "x.roundoff-shm", "x.roundoff-wal"}));
    }
    QCOMPARE(namesIn(root), QStringList{"x.roundoff"});
    QCOMPARE(roundoff::test::rawSql(root / "x.roundoff", "PRAGMA journal_mode"), std::string("delete"));
}

void TestExperimentSharing::lookingChangesNothing() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    static_cast<void>(ExperimentFile::create(path, renamed("first")));
    fs::last_write_time(path, fs::last_write_time(path) - std::chrono::hours(1));
    const auto time = fs::last_write_time(path);
    const std::string bytes = bytesOf(path);
    for (const auto access : {ExperimentFile::Access::ReadOnly, ExperimentFile::Access::ReadWrite}) {
        QCOMPARE(ExperimentFile::open(path, access)->specifications().saved.title, std::string("first"));
        QVERIFY(bytesOf(path) == bytes);
        QVERIFY(fs::last_write_time(path) == time);
        QCOMPARE(namesIn(root), QStringList{"x.roundoff"});
    }
}

QTEST_GUILESS_MAIN(TestExperimentSharing)
#include "tst_experiment_sharing.moc"
