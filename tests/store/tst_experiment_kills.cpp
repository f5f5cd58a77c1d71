// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <thread>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/store/experiment_file.h"
#include "core/store/files.h"
#include "tests/store/experiment_state.h"
#include "tests/store/victim_experiment.h"
#include "tests/support/quick_folder.h"
#include "tests/support/repetitions.h"

using namespace roundoff::experiment;
using roundoff::InputError;
using roundoff::store::ExperimentFile;
using roundoff::test::integrityOf;
using roundoff::test::stateOf;
using roundoff::test::trainInto;
using roundoff::test::victimExperiment;

namespace fs = std::filesystem;

namespace {

constexpr int kKills = roundoff::tests::repetitions(200);
constexpr bool kMany = kKills >= 50; // Enough that every kind of moment is among them.
constexpr int kForever = 60'000;     // Milliseconds; only a test that fails waits so long.

using Digests = std::map<std::string, std::string>; // Of the weights, by run.

/// When to kill: so long after so many lines of output; -1 lines for not at all.
struct Moment {
    int lines = 0;
    int microseconds = 0;
};

/// @return what experiment_victim has said until it was killed, or has ended; only whole lines
QByteArrayList runVictim(const QStringList& arguments, Moment kill) {
    QProcess victim;
    victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    victim.start(QCoreApplication::applicationDirPath() + "/experiment_victim", arguments);
    QByteArray said;
    if (kill.lines >= 0 && victim.waitForStarted(kForever)) {
        while (said.count('\n') < kill.lines && victim.waitForReadyRead(kForever)) {
            said += victim.readAllStandardOutput();
        }
        std::this_thread::sleep_for(std::chrono::microseconds(kill.microseconds));
        victim.kill();
    }
    victim.waitForFinished(kForever);
    QByteArrayList lines = (said + victim.readAllStandardOutput()).split('\n');
    lines.removeLast(); // What follows the last end of a line: nothing, or half a line.
    return lines;
}

QString text(const fs::path& path) {
    return QString::fromStdString(path.string());
}

Digests digestsOf(const fs::path& path, const Plan& plan) {
    Digests digests;
    const auto file = ExperimentFile::open(path);
    for (const RunBefore& run : file->before(plan)) {
        if (run.result) {
            digests[run.result->id] = run.result->weightsDigest;
        }
    }
    return digests;
}

std::set<std::string> namesIn(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

} // namespace

/// What is in a file after the program that wrote it was killed, at 200 moments that a seeded generator chooses.
class TestExperimentKills : public QObject {
    Q_OBJECT

private slots:
    void trainingLosesTheEpochInProgress();
    void saveAsLeavesOldOrNew();
};

/// One file after another is trained by programs that are killed, each of which goes on where the last one was; every
/// tenth time the rest is trained in peace, and has to come to the same weights as a sweep that nothing happened to.
void TestExperimentKills::trainingLosesTheEpochInProgress() {
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    const Plan plan = makePlan(victimExperiment());

    runVictim({"train", text(root / "undisturbed.roundoff")}, {-1, 0});
    const Digests undisturbed = digestsOf(root / "undisturbed.roundoff", plan);
    QCOMPARE(undisturbed.size(), plan.runs.size());

    std::mt19937 random(20240611);
    const fs::path path = root / "x.roundoff";
    int killedInTheMiddle = 0;
    int resumed = 0;
    for (int kill = 1; kill <= kKills; ++kill) {
        // Ten times about five of the 57 lines that a sweep has, and somewhere between two epochs, which take about 5
        // ms.
        const Moment moment{std::uniform_int_distribution(0, 10)(random),
                            std::uniform_int_distribution(0, 8000)(random)};
        const QByteArrayList said = runVictim({"train", text(path)}, moment);
        const QByteArray where = "kill " + QByteArray::number(kill) + " after " + QByteArray::number(moment.lines) +
                                 " lines and " + QByteArray::number(moment.microseconds) + " us";
        if (!fs::exists(path)) {
            QVERIFY2(said.isEmpty(), where);
            continue;
        }
        {
            const auto file = ExperimentFile::open(path);
            QVERIFY2(file->whyReadOnly().empty(), (where + file->whyReadOnly().c_str()).constData());
            const auto before = file->before(plan);
            std::map<std::string, std::size_t> epochs;
            bool anythingLeft = false;
            for (std::size_t i = 0; i < before.size(); ++i) {
                const auto& [result, checkpoint] = before[i];
                epochs[plan.runs[i].id] = result       ? result->epochs.size() + 1
                                          : checkpoint ? checkpoint->epochs.size()
                                                       : 0;
                anythingLeft = anythingLeft || !result;
            }
            for (const QByteArray& line : said) {
                const QByteArrayList words = line.split(
                    ' '); // The run, "epoch" and how many; or the run, "ended" and 0.
                const std::string run = words.at(0).toStdString();
                const std::size_t told = words.at(1) == "ended" ? 7 : words.at(2).toULongLong();
                QVERIFY2(run == "created" || epochs.at(run) >= told, (where + ": lost " + line).constData());
            }
            killedInTheMiddle += anythingLeft && !said.isEmpty() ? 1 : 0;
            if (kill % 10 == 0) {
                trainInto(*file, file, plan);
                QVERIFY2(file->problem().empty(), file->problem().c_str());
            }
        }
        QVERIFY2(integrityOf(path) == "ok", where);
        if (kill % 10 == 0) {
            QVERIFY2(digestsOf(path, plan) == undisturbed, where);
            QCOMPARE(namesIn(root), (std::set<std::string>{"undisturbed.roundoff", "x.roundoff"}));
            fs::remove(path);
            ++resumed;
        }
    }
    qInfo("%d of %d kills found the sweep under way; %d were resumed to the end", killedInTheMiddle, kKills, resumed);
    QVERIFY(killedInTheMiddle > kKills / 2 || !kMany);
    QVERIFY(resumed >= kKills * 3 / 40);
}

void TestExperimentKills::saveAsLeavesOldOrNew() {
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    const Plan plan = makePlan(victimExperiment("A"));
    for (const char* name : {"A", "B"}) {
        const fs::path path = root / (std::string(name) + ".roundoff");
        const auto file = ExperimentFile::create(path, victimExperiment(name));
        file->beginSweep(victimExperiment(name), plan, 2);
        trainInto(*file, file, plan);
    }
    const std::string a = stateOf(root / "A.roundoff", plan);
    const std::string b = stateOf(root / "B.roundoff", plan);
    QVERIFY(a != b);
    const std::string bytes = roundoff::store::readFile(root / "A.roundoff", 100'000'000);

    const fs::path target = root / "target.roundoff";
    const QStringList arguments{"save-as", text(root / "A.roundoff"), text(root / "B.roundoff"), text(target)};
    std::mt19937 random(7);
    std::map<std::string, int> found;
    int unfinished = 0;
    for (int kill = 1; kill <= kKills; ++kill) {
        const Moment moment{std::uniform_int_distribution(1, 3)(random),
                            std::uniform_int_distribution(0, 20'000)(random)};
        const QByteArrayList said = runVictim(arguments, moment);
        const QByteArray where = "kill " + QByteArray::number(kill) + " after " + QByteArray::number(moment.lines) +
                                 " lines and " + QByteArray::number(moment.microseconds) + " us";
        QVERIFY2(!said.isEmpty(), where);
        unfinished += fs::exists(root / ".target.roundoff.part") ? 1 : 0;
        const std::string now = stateOf(target, plan);
        QVERIFY2(now == a || now == b, where);
        QVERIFY2(integrityOf(target) == "ok", where);
        ++found[now == a ? "A" : "B"];
        if (kill % 50 == 0) {
            fs::remove(target); // So that the first turn of the next one makes it anew.
        }
    }
    qInfo("A %d times, B %d times; %d kills left an unfinished copy, and none is there now", found["A"], found["B"],
          unfinished);
    QVERIFY((found["A"] > 0 && found["B"] > 0 && unfinished > 0) || !kMany);
    QVERIFY(!fs::exists(root / ".target.roundoff.part"));
    QCOMPARE(roundoff::store::readFile(root / "A.roundoff", 100'000'000), bytes);
}

QTEST_GUILESS_MAIN(TestExperimentKills)
#include "tst_experiment_kills.moc"
