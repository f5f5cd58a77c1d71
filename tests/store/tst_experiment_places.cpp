// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include <QScopeGuard>
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
using roundoff::test::stateOf;
using roundoff::test::victimExperiment;

namespace fs = std::filesystem;

namespace {

/// Gives a file the epochs of a sweep until it says that there is a problem.
/// @return how many epochs of each run are in it, as it says
std::vector<std::size_t> fill(ExperimentFile& file, const Plan& plan, const std::vector<JournalEntry>& entries) {
    std::vector<std::size_t> kept(plan.runs.size());
    for (const JournalEntry& entry : entries) {
        const PlannedRun& run = plan.runs[entry.run];
        const std::size_t epochs = entry.checkpoint ? entry.checkpoint->epochs.size() : entry.result->epochs.size();
        if (entry.checkpoint) {
            file.keepEpoch(run, entry.checkpoint);
        } else {
            static_cast<void>(file.keepResult(run, entry.result));
        }
        if (!file.problem().empty()) {
            break;
        }
        kept[entry.run] = epochs;
    }
    return kept;
}

/// What the disk takes runs out while a sweep is written.
/// @param wholly  whether nothing at all has room then, in whatever file
void fillUntilFull(const fs::path& path, bool wholly, const std::function<void()>& makeRoom) {
    const Plan plan = makePlan(victimExperiment());
    const std::vector<JournalEntry> entries = journalOf(plan);
    std::string expected;
    {
        const auto file = ExperimentFile::create(path, victimExperiment());
        file->beginSweep(victimExperiment(), plan, 1);
        const std::vector<std::size_t> kept = fill(*file, plan, entries);
        const QString problem = QString::fromStdString(file->problem());
        QVERIFY2(problem.contains("free some space"), qPrintable(problem));
        if (wholly) {
            QVERIFY(messageOf([&] { file->save(renamed("does not fit")); }).contains("free some space"));
            QVERIFY(messageOf([&] { file->saveAs(path.parent_path() / "copy.roundoff"); }).contains("free some space"));
            QVERIFY(!fs::exists(path.parent_path() / "copy.roundoff"));
        }
        const auto before = file->before(plan);
        for (std::size_t i = 0; i < plan.runs.size(); ++i) {
            const std::size_t epochs = before[i].result       ? before[i].result->epochs.size()
                                       : before[i].checkpoint ? before[i].checkpoint->epochs.size()
                                                              : 0;
            QVERIFY(epochs >= kept[i]);
        }
        expected = stateOf(*file, plan);
    }
    QCOMPARE(stateOf(path, plan), expected);
    makeRoom();
    const auto file = ExperimentFile::open(path);
    fill(*file, plan, entries);
    QCOMPARE(file->problem(), std::string());
    QVERIFY(stateOf(*file, plan) != expected);
}

/// As root, whom no permission stops, goes on as a user who is nobody for the rest of the scope.
class Nobody {
public:
    Nobody() : changed_(geteuid() == 0 && seteuid(65534) == 0) {}
    ~Nobody() {
        if (changed_ && seteuid(0) != 0) {
            std::abort();
        }
    }
    Nobody(const Nobody&) = delete;
    Nobody& operator=(const Nobody&) = delete;

private:
    bool changed_;
};

} // namespace

/// Places that cannot be written, or no longer.
class TestExperimentPlaces : public QObject {
    Q_OBJECT

private slots:
    void fullDisk();
    void limitedFileSize();
    void readOnlyFolder();
    void readOnlyFile();
    void readOnlyFolderWithALogInIt();
};

void TestExperimentPlaces::fullDisk() {
    const QTemporaryDir folder;
    const std::string place = folder.path().toStdString();
    if (mount("roundoff-test", place.c_str(), "tmpfs", 0, "size=1m") != 0) {
        QSKIP("a small disk can only be made by root, where mounting is permitted");
    }
    const auto unmount = qScopeGuard([&] { umount2(place.c_str(), MNT_DETACH); });
    fillUntilFull(place + "/x.roundoff", true,
                  [&] { mount("roundoff-test", place.c_str(), "tmpfs", MS_REMOUNT, "size=100m"); });
    QCOMPARE(integrityOf(place + "/x.roundoff"), std::string("ok"));
}

void TestExperimentPlaces::limitedFileSize() {
    const QTemporaryDir folder;
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    const auto signalBefore = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{600'000, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto restore = qScopeGuard([&] {
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, signalBefore);
    });
    const fs::path path = folder.path().toStdString() + "/x.roundoff";
    fillUntilFull(path, false, [&] { setrlimit(RLIMIT_FSIZE, &old); });
    QCOMPARE(integrityOf(path), std::string("ok"));
}

void TestExperimentPlaces::readOnlyFolder() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    const Plan plan = makePlan(victimExperiment());
    {
        const auto file = ExperimentFile::create(path, victimExperiment());
        fill(*file, plan, journalOf(plan));
    }
    const std::string state = stateOf(path, plan);
    fs::permissions(path, fs::perms(0666));
    fs::permissions(root, fs::perms(0555));
    const auto writable = qScopeGuard([&] { fs::permissions(root, fs::perms(0755)); });
    const Nobody nobody;
    {
        const auto file = ExperimentFile::open(path);
        QCOMPARE(file->access(), ExperimentFile::Access::ReadOnly);
        QVERIFY2(QString::fromStdString(file->whyReadOnly()).contains("no file can be made in this folder"),
                 file->whyReadOnly().c_str());
        QCOMPARE(stateOf(*file, plan), state);
        QVERIFY(!messageOf([&] { file->save(renamed("not here")); }).isEmpty());
        QVERIFY(!messageOf([&] { file->saveAs(root / "copy.roundoff"); }).isEmpty());
        QVERIFY(!messageOf([&] {
                     static_cast<void>(ExperimentFile::create(root / "new.roundoff", renamed("n")));
                 }).isEmpty());
    }
    QCOMPARE(namesIn(root), QStringList{"x.roundoff"});
}

void TestExperimentPlaces::readOnlyFile() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    static_cast<void>(ExperimentFile::create(path, renamed("fixed")));
    fs::permissions(path, fs::perms(0444));
    fs::permissions(root, fs::perms(0777));
    const Nobody nobody;
    const auto file = ExperimentFile::open(path);
    QCOMPARE(file->access(), ExperimentFile::Access::ReadOnly);
    QCOMPARE(file->whyReadOnly(), std::string("the file may not be written"));
    QCOMPARE(file->specifications().saved.title, std::string("fixed"));
    QCOMPARE(namesIn(root), QStringList{"x.roundoff"});
    // A copy of it can be made, and written.
    file->saveAs(root / "copy.roundoff");
    QCOMPARE(file->access(), ExperimentFile::Access::ReadWrite);
    file->save(renamed("changed"));
    QCOMPARE(file->specifications().saved.title, std::string("changed"));
}

/// Copied from a program that was killed, to a place where nothing can be put right.
void TestExperimentPlaces::readOnlyFolderWithALogInIt() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const fs::path path = root / "x.roundoff";
    const auto original = ExperimentFile::create(root / "original.roundoff", renamed("first"));
    original->keepDraft(renamed("in the log"));
    fs::create_directory(root / "copy");
    for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::copy(root / (std::string("original.roundoff") + suffix),
                 root / "copy" / (std::string("x.roundoff") + suffix));
        fs::permissions(root / "copy" / (std::string("x.roundoff") + suffix), fs::perms(0444));
    }
    fs::permissions(root, fs::perms(0755));
    fs::permissions(root / "copy", fs::perms(0555));
    const auto writable = qScopeGuard([&] { fs::permissions(root / "copy", fs::perms(0755)); });
    const std::string log = bytesOf(root / "copy" / "x.roundoff-wal");
    QVERIFY(!log.empty());
    {
        const Nobody nobody;
        const auto file = ExperimentFile::open(root / "copy" / "x.roundoff");
        QCOMPARE(file->access(), ExperimentFile::Access::ReadOnly);
        QCOMPARE(file->specifications().draft->title, std::string("in the log"));
    }
    QCOMPARE(bytesOf(root / "copy" / "x.roundoff-wal"), log);
    // Without the index that tells what is where in the log, it cannot be read in place.
    fs::permissions(root / "copy", fs::perms(0755));
    fs::remove(root / "copy" / "x.roundoff-shm");
    fs::permissions(root / "copy", fs::perms(0555));
    const Nobody nobody;
    const QString message = messageOf([&] { static_cast<void>(ExperimentFile::open(root / "copy" / "x.roundoff")); });
    QVERIFY2(message.contains("was not closed properly") && message.contains("x.roundoff-wal"), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestExperimentPlaces)
#include "tst_experiment_places.moc"
