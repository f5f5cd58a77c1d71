// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep that is stopped or killed at any moment and finished with --resume leaves what one that was never disturbed
// leaves, bit for bit. The undisturbed one is the golden value.
#include <random>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program.h"
#include "tests/app/result_folder.h"
#include "tests/support/quick_folder.h"

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using roundoff::test::call;
using roundoff::test::columnOf;
using roundoff::test::contents;
using roundoff::test::differences;
using roundoff::test::Outcome;
using roundoff::test::outcomeOf;
using roundoff::test::timelessContents;

namespace {

constexpr int kMomentsEach = 3; // of each case and signal

struct Case {
    const char* name;
    const char* specification;
};

// A few runs of a few epochs each, so that most moments meet a run half-way.
constexpr Case kCases[] = {
    {"FP32", R"({"dataset":{"trainLimit":2000},"network":{"hidden":[16]},"training":{"epochs":30},
                 "deployments":[{"format":"FP16"},{"format":"DEC3","rounding":"stochastic"}],"repeats":{"seeds":3}})"},
    {"AMP-FP16 with Adam", R"({"dataset":{"trainLimit":2000},"network":{"hidden":[16]},
                 "optimiser":{"kind":"adam","learningRate":0.001},"training":{"epochs":16,"telemetryStride":8},
                 "precision":"AMP-FP16","clipping":{"kind":"norm","threshold":0.5},"repeats":{"seeds":3}})"},
    {"stochastic", R"({"dataset":{"trainLimit":2000},"network":{"hidden":[16]},"training":{"epochs":12},
                 "precision":"BF16 stochastic","clipping":{"kind":"value","threshold":0.05},"repeats":{"seeds":3}})"},
    {"folds", R"({"dataset":{"trainLimit":1500},"network":{"hidden":[16]},"optimiser":{"kind":"adamw"},
                 "training":{"epochs":8,"telemetryStride":16},"vary":{"precision":["FP64","FP16"]},
                 "repeats":{"folds":3}})"},
};

} // namespace

class TestResume : public QObject {
    Q_OBJECT

private:
    // What a sweep left that nobody disturbed, and how long it took.
    struct Undisturbed {
        QMap<QString, QByteArray> files;
        qint64 milliseconds = 0;
    };

    QTemporaryDir folder_{roundoff::tests::quickFolder()};
    QMap<QString, Undisturbed> undisturbed_;
    int metHalfWay_ = 0;

    QString pathOf(const QString& name) const { return folder_.filePath(name); }
    static QStringList run(const QString& specification, const QString& out, int threads) {
        return {"run", specification, "--out", out, "--threads", QString::number(threads)};
    }

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        for (const Case& c : kCases) {
            const QString specification = pathOf(QString(c.name) + ".json");
            QFile file(specification);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(c.specification) > 0);
            file.close();
            const QString out = pathOf(QString(c.name) + " undisturbed");
            QElapsedTimer timer;
            timer.start();
            const Outcome outcome = call(run(specification, out, 1) + QStringList{"--quiet"});
            QVERIFY2(outcome.code == 0, outcome.error.constData());
            QCOMPARE(outcome.error, QByteArray());
            undisturbed_[c.name] = {timelessContents(out), timer.elapsed()};
        }
    }

    void threadsDoNotMatter_data() {
        QTest::addColumn<QString>("name");
        for (const Case& c : kCases) {
            QTest::newRow(c.name) << QString(c.name);
        }
    }
    void threadsDoNotMatter() {
        QFETCH(const QString, name);
        const QString out = pathOf(name + " threads");
        QCOMPARE(call(run(pathOf(name + ".json"), out, 2)).code, 0);
        QCOMPARE(differences(undisturbed_[name].files, timelessContents(out)), QString());
    }

#ifdef Q_OS_UNIX
    void stoppedAtAnyMoment_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("signal");
        QTest::addColumn<unsigned>("seed");
        QTest::addColumn<int>("threads");
        unsigned seed = 0;
        for (const Case& c : kCases) {
            for (const int signal : {SIGINT, SIGKILL}) {
                for (int moment = 0; moment < kMomentsEach; ++moment) {
                    ++seed;
                    QTest::addRow("%s, signal %d, seed %u", c.name, signal, seed)
                        << QString(c.name) << signal << seed << 1 + static_cast<int>(seed % 2);
                }
            }
        }
    }

    // Twice, so that going on is disturbed as well.
    void stoppedAtAnyMoment() {
        QFETCH(const QString, name);
        QFETCH(const int, signal);
        QFETCH(const unsigned, seed);
        QFETCH(const int, threads);
        const QString out = pathOf(QString("%1 %2").arg(name).arg(seed));
        const QString specification = pathOf(name + ".json");
        std::mt19937 random(seed);
        QStringList doneLines;
        QStringList epochLines;
        for (int stop = 0; stop < 2; ++stop) {
            QProcess process;
            process.start(QStringLiteral(ROUNDOFF_PROGRAM), run(specification, out, threads) + QStringList{"--resume"});
            QVERIFY(process.waitForStarted());
            const auto longest = static_cast<unsigned>(undisturbed_[name].milliseconds / threads);
            QTest::qSleep(static_cast<int>(random() % longest));
            ::kill(static_cast<pid_t>(process.processId()), signal);
            const Outcome outcome = outcomeOf(process);
            QVERIFY2(outcome.code == 130 || outcome.code == -1 || outcome.code == 0, outcome.error.constData());
            if (outcome.code == 130) {
                QVERIFY2(outcome.error.contains("--resume"), outcome.error.constData());
                QVERIFY(!contents(out + "/runs.csv").isEmpty());
            }
            for (const QByteArray& line : contents(out + "/runs.csv").split('\n')) {
                if (line.contains(",done,")) {
                    doneLines.append(line);
                }
            }
            for (const QByteArray& line : contents(out + "/epochs.csv").split('\n')) {
                epochLines.append(line);
            }
        }
        const Outcome outcome = call(run(specification, out, 3 - threads) + QStringList{"--resume"});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        metHalfWay_ += outcome.error.contains("Going on") && !outcome.error.contains(" 0 half-way") ? 1 : 0;
        QCOMPARE(differences(undisturbed_[name].files, timelessContents(out)), QString());
        // What was done is not done again: its times, which no two runs share, are the old ones.
        const QByteArray runs = contents(out + "/runs.csv");
        for (const QString& line : doneLines) {
            QVERIFY2(runs.contains(line.toUtf8()), qPrintable(line));
        }
        const QByteArray epochs = contents(out + "/epochs.csv");
        for (const QString& line : epochLines) {
            QVERIFY2(epochs.contains(line.toUtf8()), qPrintable(line));
        }
        timesAreSums(out);
    }

    // Else the moments prove nothing.
    void someMomentsMetARunHalfWay() {
        QVERIFY(metHalfWay_ > 0);
    }
#endif

private:
    // The seconds of a run are those of its epochs, one after the other.
    static void timesAreSums(const QString& out) {
        const QStringList runs = columnOf(out + "/runs.csv", "run");
        const QStringList epochRuns = columnOf(out + "/epochs.csv", "run");
        for (const char* column : {"train_seconds", "eval_seconds"}) {
            const QStringList whole = columnOf(out + "/runs.csv", column);
            const QStringList parts = columnOf(out + "/epochs.csv", column);
            for (qsizetype run = 0; run < runs.size(); ++run) {
                double sum = 0.0;
                for (qsizetype epoch = 0; epoch < epochRuns.size(); ++epoch) {
                    sum += epochRuns[epoch] == runs[run] ? parts[epoch].toDouble() : 0.0;
                }
                QVERIFY(sum > 0.0);
                QVERIFY(whole[run].toDouble() == sum); // To the last bit.
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
