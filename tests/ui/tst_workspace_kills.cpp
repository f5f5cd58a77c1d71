// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <random>
#include <thread>

#include <QProcess>
#include <QTest>

#include "core/experiment/plan.h"
#include "tests/support/repetitions.h"
#include "tests/ui/window_bench.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

constexpr int kKills = tests::repetitions(12);
constexpr int kForever = 60'000; // Milliseconds; only a test that fails waits so long.

/// What the victim has said: none of it may be lost.
struct Told {
    int edit = 0;
    std::map<std::string, int> epochs; ///< By run.
};

/// Lets window_victim work on the folder until it has said so many lines from its first edit on, and so long after.
Told killAfter(const QString& folder, int lines, int microseconds) {
    QProcess victim;
    victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    victim.start(QCoreApplication::applicationDirPath() + "/window_victim", {folder});
    QByteArray said;
    const auto sinceEdit = [&] {
        const qsizetype edit = said.indexOf("edit ");
        return edit < 0 ? 0 : said.mid(edit).count('\n');
    };
    while (sinceEdit() < lines && victim.waitForReadyRead(kForever)) {
        said += victim.readAllStandardOutput();
    }
    std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
    victim.kill();
    victim.waitForFinished(kForever);
    said += victim.readAllStandardOutput();
    QByteArrayList all = said.split('\n');
    all.removeLast(); // What follows the last end of a line: nothing, or half a line.
    Told told;
    for (const QByteArray& line : all) {
        const QByteArrayList words = line.split(' ');
        if (words[0] == "edit") {
            told.edit = words.value(1).toInt();
        } else {
            told.epochs[words.value(1).toStdString()] = words.value(2).toInt();
        }
    }
    return told;
}

} // namespace

/// The program is killed as kill -9 does, in the middle of edits and training, at moments that a seeded generator
/// chooses. The next start has the edits and the finished epochs, says what happened, and offers to go on.
class TstWorkspaceKills : public QObject {
    Q_OBJECT

private slots:
    void nothingThatWasToldIsLost();
};

void TstWorkspaceKills::nothingThatWasToldIsLost() {
    const QTemporaryDir folder;
    const experiment::Plan plan = experiment::makePlan(endlessExperiment());
    std::mt19937 random(20240611);
    std::map<std::string, int> before;
    for (int kill = 1; kill <= kKills; ++kill) {
        const int lines = std::uniform_int_distribution(1, 400)(random);
        const Told told = killAfter(folder.path(), lines, std::uniform_int_distribution(0, 20'000)(random));
        QVERIFY2(told.edit > 0, "it never came to edit");

        WindowBench bench(folder.path());
        MainWindow* window = bench.start();
        QCOMPARE(bench.workspace->windows().size(), 1);
        const experiment::ExperimentSpec specification = window->document().specification();
        const int edit = QString::fromStdString(specification.title).section(' ', 1).toInt();
        QVERIFY2(edit >= told.edit, qPrintable(QString("%1 of %2 edits").arg(edit).arg(told.edit)));
        QVERIFY(textOf(*window, "fileBannerText").contains("did not end properly"));
        const std::vector<store::KeptRun> kept = window->file().file()->kept(plan);
        for (std::size_t run = 0; run < kept.size(); ++run) {
            const std::string& id = plan.runs[run].id;
            const int least = std::max(before[id], told.epochs.contains(id) ? told.epochs.at(id) : 0);
            QVERIFY2(kept[run].epochs >= least,
                     qPrintable(QString("%1 of %2 epochs").arg(kept[run].epochs).arg(least)));
            before[id] = kept[run].epochs;
        }
        if (told.epochs.empty()) {
            continue; // Killed before there was anything to go on from.
        }
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*window, "estimate").contains("of 2 run(s) left"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!window->session().isBusy(), kPatience);
        QVERIFY(action(*window, "run")->isEnabled());
    }
    // And it does go on.
    WindowBench bench(folder.path());
    MainWindow* window = bench.start();
    QTRY_VERIFY_WITH_TIMEOUT(action(*window, "run")->isEnabled() && !window->session().isBusy(), kPatience);
    QSignalSpy epochs(&window->session(), &Session::epochFinished);
    action(*window, "run")->trigger();
    const auto isNew = [&] {
        return std::any_of(epochs.begin(), epochs.end(), [&](const QList<QVariant>& told) {
            const auto run = static_cast<std::size_t>(told[0].toInt());
            return told[1].value<experiment::EpochResult>().epoch > before[plan.runs.at(run).id];
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isNew(), kPatience);
    QCOMPARE(epochs.first()[1].value<experiment::EpochResult>().epoch, 1); // What was there is told first.
}

QTEST_MAIN(TstWorkspaceKills)
#include "tst_workspace_kills.moc"
