// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment file in a folder of results, as a person meets it at the command line: what is gone on with, what is
// kept, what is refused, and what happens where it cannot be written.
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program.h"
#include "tests/app/result_folder.h"

#ifdef Q_OS_UNIX
#include <csignal>

#include <sys/resource.h>
#include <unistd.h>
#endif

using roundoff::test::call;
using roundoff::test::columnOf;
using roundoff::test::contents;
using roundoff::test::differences;
using roundoff::test::Outcome;
using roundoff::test::outcomeOf;
using roundoff::test::timelessContents;

namespace {

// Two runs of no time.
QStringList smallRun(const QString& out) {
    return {"run",       "bit-width",
            "--out",     out,
            "--threads", "1",
            "--set",     "dataset.trainLimit=500",
            "--set",     "network.hidden=[16]",
            "--set",     "training.epochs=2",
            "--set",     "repeats.folds=0",
            "--set",     R"(vary.precision=["FP32","FP16"])"};
}

QString fileIn(const QString& out) {
    return out + "/experiment.roundoff";
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestKeptExperiments : public QObject {
    Q_OBJECT

private slots:
    void aRunLeavesOnePlainFile() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        QCOMPARE(call(smallRun(out)).code, 0);
        QVERIFY(contents(fileIn(out)).startsWith("SQLite format 3"));
        QCOMPARE(QDir(out).entryList({"*roundoff*"}, QDir::Files | QDir::Hidden), QStringList{"experiment.roundoff"});
    }

    void anExperimentIsASpecification() {
        const QTemporaryDir folder;
        const QString one = folder.filePath("one");
        const QString other = folder.filePath("other");
        QCOMPARE(call(smallRun(one)).code, 0);
        const QByteArray before = contents(fileIn(one));
        const Outcome outcome = call({"run", fileIn(one), "--out", other});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QCOMPARE(differences(timelessContents(one), timelessContents(other)), QString());
        QVERIFY(contents(fileIn(one)) == before);
    }

    void resumingWhatIsDoneTrainsNothing() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        QCOMPARE(call(smallRun(out)).code, 0);
        const QByteArray runs = contents(out + "/runs.csv");
        const QByteArray epochs = contents(out + "/epochs.csv");
        QVERIFY(QFile::remove(out + "/runs.csv"));
        const Outcome outcome = call(smallRun(out) + QStringList{"--resume"});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QVERIFY2(outcome.error.contains("2 of 2 runs are there") && !outcome.error.contains("[2/2]"),
                 outcome.error.constData());
        QCOMPARE(contents(out + "/runs.csv"), runs);
        QCOMPARE(contents(out + "/epochs.csv"), epochs);
    }

    void aChangedSpecificationRunsOnlyWhatIsNew() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        QCOMPARE(call(smallRun(out)).code, 0);
        const QString seconds = columnOf(out + "/runs.csv", "train_seconds").front();
        const Outcome outcome = call(smallRun(out) +
                                     QStringList{"--resume", "--set", R"(vary.precision=["FP32","BF16"])"});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QVERIFY2(!outcome.error.contains("FP32: done") && outcome.error.contains("[2/2] BF16: done"),
                 outcome.error.constData());
        QCOMPARE(columnOf(out + "/runs.csv", "precision"), (QStringList{"FP32", "BF16"}));
        QCOMPARE(columnOf(out + "/runs.csv", "train_seconds").front(), seconds);
        // FP16 is still there for those who ask for it.
        const Outcome third = call(smallRun(out) + QStringList{"--resume"});
        QVERIFY2(third.code == 0 && third.error.contains("2 of 2 runs are there"), third.error.constData());
    }

    void resumingNothingBeginsAnew() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        const Outcome outcome = call(smallRun(out) + QStringList{"--resume"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.error.contains("beginning anew") && outcome.error.contains("[2/2]"),
                 outcome.error.constData());
    }

    void withoutResumeWhatWasThereIsKept() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        QCOMPARE(call(smallRun(out)).code, 0);
        const QStringList seconds = columnOf(out + "/runs.csv", "train_seconds");
        const Outcome outcome = call(smallRun(out));
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.error.contains("experiment-1.roundoff") && outcome.error.contains("[2/2]"),
                 outcome.error.constData());
        QVERIFY(columnOf(out + "/runs.csv", "train_seconds") != seconds);
        QCOMPARE(call(smallRun(out)).code, 0);
        QVERIFY(QFile::exists(out + "/experiment-2.roundoff"));
        // The first one's times are in the first one put aside.
        const QString again = folder.filePath("again");
        QVERIFY(QDir().mkdir(again) && QFile::copy(out + "/experiment-1.roundoff", fileIn(again)));
        QCOMPARE(call(smallRun(again) + QStringList{"--resume"}).code, 0);
        QCOMPARE(columnOf(again + "/runs.csv", "train_seconds"), seconds);
    }

    void damagedFilesAreRefusedAndLeftAlone_data() {
        QTest::addColumn<int>("bytes"); // that are left of it; negative: all, but overwritten from there on
        QTest::newRow("empty") << 0;
        QTest::newRow("a header") << 100;
        QTest::newRow("half") << 60'000;
        QTest::newRow("overwritten") << -8192;
        QTest::newRow("something else") << -1;
    }
    void damagedFilesAreRefusedAndLeftAlone() {
        QFETCH(const int, bytes);
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        QCOMPARE(call(smallRun(out)).code, 0);
        QByteArray damaged = contents(fileIn(out));
        QVERIFY(damaged.size() > 100'000);
        damaged = bytes >= 0 ? damaged.left(bytes) : damaged.left(-bytes - 1) + QByteArray(90'000, 'x');
        QVERIFY(write(fileIn(out), damaged));
        const QDateTime written = QFileInfo(fileIn(out)).lastModified();
        const QStringList files = QDir(out).entryList(QDir::Files | QDir::Hidden);
        const Outcome outcome = call(smallRun(out) + QStringList{"--resume"});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains("experiment.roundoff"), outcome.error.constData());
        QVERIFY(contents(fileIn(out)) == damaged);
        QCOMPARE(QFileInfo(fileIn(out)).lastModified(), written);
        QCOMPARE(QDir(out).entryList(QDir::Files | QDir::Hidden), files);
        // It may be worth mending: without --resume it is put aside as it is.
        QCOMPARE(call(smallRun(out)).code, 0);
        QVERIFY(contents(out + "/experiment-1.roundoff") == damaged);
    }

    void aDamagedExperimentIsNoSpecification() {
        const QTemporaryDir folder;
        QVERIFY(write(folder.filePath("x.roundoff"), "no database"));
        const Outcome outcome = call({"run", folder.filePath("x.roundoff"), "--out", folder.filePath("out")});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains("x.roundoff"), outcome.error.constData());
        QVERIFY(!QFile::exists(folder.filePath("out")));
    }

#ifdef Q_OS_UNIX
    void oneFolderIsNotForTwo_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("run") << QStringList{};
        QTest::newRow("resume") << QStringList{"--resume"};
    }
    void oneFolderIsNotForTwo() {
        QFETCH(const QStringList, options);
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        QProcess first;
        first.setProcessChannelMode(QProcess::MergedChannels);
        first.start(QStringLiteral(ROUNDOFF_PROGRAM),
                    smallRun(out) + QStringList{"--set", "vary.training.epochs=[1,9999]"});
        QByteArray said;
        for (int i = 0; i < 600 && !said.contains("[1/"); ++i) {
            first.waitForReadyRead(100);
            said += first.readAll();
        }
        QVERIFY2(said.contains("[1/"), said.constData());
        const Outcome second = call(smallRun(out) + options);
        QCOMPARE(second.code, 2);
        QCOMPARE(second.error.count('\n'), 1);
        QVERIFY2(second.error.contains("experiment.roundoff"), second.error.constData());
        ::kill(static_cast<pid_t>(first.processId()), SIGINT);
        QCOMPARE(outcomeOf(first).code, 130);
        const QStringList status = columnOf(out + "/runs.csv", "status");
        QVERIFY(status.contains("done") && status.contains("stopped"));
    }

    void aFolderThatCannotBeWrittenIsRefused() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        QCOMPARE(call(smallRun(out)).code, 0);
        QProcess process;
        const bool root = ::geteuid() == 0;
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ExeOther));
        QVERIFY(QFile::setPermissions(out, QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
        process.setChildProcessModifier([root] {
            constexpr uid_t kNobody = 65534;
            if (root && ::setuid(kNobody) != 0) { // No permission stops root.
                ::_exit(99);
            }
        });
        process.start(QStringLiteral(ROUNDOFF_PROGRAM), smallRun(out) + QStringList{"--resume"});
        const Outcome outcome = outcomeOf(process);
        QVERIFY(QFile::setPermissions(out, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        if (outcome.code == -1 || outcome.code == 99) {
            QSKIP("another user may not run the program from here");
        }
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains(out.toUtf8()), outcome.error.constData());
    }

    /// A limit on the size of files does what a full disk does.
    void aFullDiskStopsNoRun() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("out");
        QProcess process;
        process.setChildProcessModifier([] {
            constexpr rlimit kLimit{120'000, 120'000};
            ::setrlimit(RLIMIT_FSIZE, &kLimit);
        });
        process.start(QStringLiteral(ROUNDOFF_PROGRAM), smallRun(out) + QStringList{"--quiet"});
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.code, 1);
        const QByteArrayList lines = outcome.error.trimmed().split('\n');
        QVERIFY2(lines.front().contains("experiment.roundoff") && lines.front().contains("the runs go on"),
                 outcome.error.constData());
        QVERIFY2(lines.back().contains("--resume"), outcome.error.constData());
        QCOMPARE(lines.size(), 2);
        // What is smaller than that is there.
        QCOMPARE(columnOf(out + "/runs.csv", "status"), (QStringList{"done", "done"}));
        const QString undisturbed = folder.filePath("undisturbed");
        QCOMPARE(call(smallRun(undisturbed)).code, 0);
        QCOMPARE(differences(timelessContents(undisturbed), timelessContents(out)), QString());
        // With room again, nothing is lost for good.
        const Outcome resumed = call(smallRun(out) + QStringList{"--resume"});
        QVERIFY2(resumed.code == 0, resumed.error.constData());
        QCOMPARE(differences(timelessContents(undisturbed), timelessContents(out)), QString());
    }
#endif
};

QTEST_GUILESS_MAIN(TestKeptExperiments)
#include "tst_kept_experiments.moc"
