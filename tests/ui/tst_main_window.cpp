// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QLineEdit>
#include <QToolButton>

#include "tests/ui/window_bench.h"
#include "ui/document/specification_file.h"
#include "ui/main_window.h"

using namespace roundoff;
using namespace roundoff::ui;

/// The window, driven as a person would, with data made up in memory and settings of its own.
class TstMainWindow : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowBench> bench_;

    MainWindow* makeWindow() { return bench_->start(); }
    static QToolButton* button(const MainWindow& window, const QString& name) {
        return window.findChild<QToolButton*>(name);
    }
    static int currentPage(const MainWindow& window) { return window.findChild<QTabWidget*>("pages")->currentIndex(); }

private slots:
    void init() { bench_ = std::make_unique<WindowBench>(); }
    void cleanup() { bench_.reset(); }

    void noTwoActionsShareAShortcut() {
        // A key that is given twice, even to one action, does nothing at all.
        MainWindow* window = makeWindow();
        QSet<QKeySequence> seen;
        for (const QAction* candidate : window->findChildren<QAction*>()) {
            for (const QKeySequence& shortcut : candidate->shortcuts()) {
                QVERIFY2(!seen.contains(shortcut), qPrintable(candidate->text() + ' ' + shortcut.toString()));
                seen.insert(shortcut);
            }
        }
        QVERIFY(seen.contains(QKeySequence(Qt::CTRL | Qt::Key_Q)));
    }

    void firstStartIsReadyToRun() {
        MainWindow* window = makeWindow();
        QCOMPARE(currentPage(*window), 0);
        QVERIFY(window->document().specification() == defaultExperiment());
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*window, "estimate").contains("3"), kPatience);
        QVERIFY(action(*window, "run")->isEnabled());
        QVERIFY(!action(*window, "stop")->isEnabled());
    }

    void runFillsTheTable() {
        MainWindow* window = makeWindow();
        window->document().replace(tinyExperiment(), "test");
        QSignalSpy finished(&window->session(), &Session::finished);
        QTest::mouseClick(button(*window, "runButton"), Qt::LeftButton);
        QCOMPARE(currentPage(*window), 1);
        QVERIFY(finished.wait(kPatience));
        const auto* table = window->findChild<QAbstractItemView*>("runsTable");
        QCOMPARE(table->model()->rowCount(), 2);
        const int status = table->model()->columnCount() - 1;
        QCOMPARE(table->model()->index(0, status).data().toString(), QString("done"));
        QCOMPARE(table->model()->index(1, status).data().toString(), QString("done"));
        QVERIFY(action(*window, "run")->isEnabled());
        QVERIFY(action(*window, "export")->isEnabled());
    }

    void stopEndsARun() {
        MainWindow* window = makeWindow();
        window->document().replace(endlessExperiment(), "test");
        QSignalSpy started(&window->session(), &Session::runStarted);
        QSignalSpy finished(&window->session(), &Session::finished);
        QTest::mouseClick(button(*window, "runButton"), Qt::LeftButton);
        QVERIFY(started.wait(kPatience));
        QVERIFY(!action(*window, "run")->isEnabled());
        QTest::mouseClick(button(*window, "stopButton"), Qt::LeftButton);
        QVERIFY(finished.wait(kPatience));
        const auto* table = window->findChild<QAbstractItemView*>("runsTable");
        QCOMPARE(table->model()->index(0, table->model()->columnCount() - 1).data().toString(), QString("stopped"));
        QVERIFY(!action(*window, "stop")->isEnabled());
    }

    void aMissingFolderIsToldInThePage() {
        MainWindow* window = makeWindow();
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.base.dataset.directory = "missing";
        window->document().replace(specification, "test");
        QSignalSpy failed(&window->session(), &Session::failed);
        QTest::mouseClick(button(*window, "runButton"), Qt::LeftButton);
        QVERIFY(failed.wait(kPatience));
        QVERIFY(window->findChild<QWidget*>("banner")->isVisible());
        QVERIFY(textOf(*window, "bannerText").contains("missing/train-images"));
        QVERIFY(action(*window, "run")->isEnabled());
    }

    void whatIsWrongDisablesRun() {
        MainWindow* window = makeWindow();
        auto* line = window->findChild<QWidget*>("row.training.epochs")
                         ->findChild<QWidget*>("value")
                         ->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(line, "0");
        QVERIFY(!action(*window, "run")->isEnabled());
        QVERIFY(action(*window, "run")->toolTip().contains("Epochs"));
        line->selectAll();
        QTest::keyClicks(line, "2");
        QVERIFY(action(*window, "run")->isEnabled());
    }

    void aPlanThatCannotBeMadeDisablesRun() {
        MainWindow* window = makeWindow();
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.repeats = {100, 100};
        window->document().replace(specification, "test");
        QTRY_VERIFY_WITH_TIMEOUT(!action(*window, "run")->isEnabled(), kPatience);
        action(*window, "undo")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(action(*window, "run")->isEnabled(), kPatience);
    }

    void presetsOpenAndRun() {
        MainWindow* window = makeWindow();
        auto* card = window->findChild<QWidget*>("preset.tiny");
        QTest::mouseClick(card->findChild<QPushButton*>("open"), Qt::LeftButton);
        QCOMPARE(window->document().specification().title, std::string("Tiny"));
        QCOMPARE(currentPage(*window), 0);
        QSignalSpy finished(&window->session(), &Session::finished);
        QTest::mouseClick(card->findChild<QPushButton*>("run"), Qt::LeftButton);
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(currentPage(*window), 1);
        QCOMPARE(bench_->workspace->windows().size(), 1);
    }

    void aPresetLeavesWhatWasEditedAlone() {
        MainWindow* window = makeWindow();
        window->document().setValue("training.epochs", 7);
        auto* card = window->findChild<QWidget*>("preset.tiny");
        QTest::mouseClick(card->findChild<QPushButton*>("open"), Qt::LeftButton);
        QCOMPARE(bench_->workspace->windows().size(), 2);
        QCOMPARE(window->document().specification().base.training.epochs, 7);
        MainWindow* other = bench_->workspace->windows().last();
        QCOMPARE(other->document().specification().title, std::string("Tiny"));
        QVERIFY(!other->document().undoStack().canUndo());
    }

    void specificationsAreExportedAndImported() {
        MainWindow* window = makeWindow();
        const QString path = bench_->path("mine.json");
        window->document().setValue("training.epochs", 4);
        window->exportSpecification(path);
        QCOMPARE(readSpecificationFile(path).base.training.epochs, 4);
        QVERIFY(window->isWindowModified()); // An export is no saving.
        window->openFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(bench_->workspace->windows().size(), 2, kPatience);
        MainWindow* other = bench_->workspace->windows().last();
        QCOMPARE(other->document().specification().base.training.epochs, 4);
        QVERIFY(!other->isWindowModified());
    }

    void aFileThatIsNotThereIsTold() {
        MainWindow* window = makeWindow();
        window->openFile(bench_->path("none.json"));
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*window, "bannerText").contains("none.json"), kPatience);
        QVERIFY(window->document().specification() == defaultExperiment());
    }

    void resultsAreExported() {
        MainWindow* window = makeWindow();
        window->document().replace(tinyExperiment(), "test");
        QSignalSpy finished(&window->session(), &Session::finished);
        window->run();
        QVERIFY(finished.wait(kPatience));
        const QString out = bench_->path("out");
        window->exportTo(out);
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QWidget*>("banner")->isVisible(), kPatience);
        QVERIFY(textOf(*window, "bannerText").contains(out));
        QFile runs(out + "/runs.csv");
        QVERIFY(runs.open(QIODevice::ReadOnly));
        QCOMPARE(runs.readAll().count('\n'), 3);
        QVERIFY(readSpecificationFile(out + "/specification.json") == tinyExperiment());
    }

    void comesBackAsItWasLeft() {
        MainWindow* window = makeWindow();
        window->document().setValue("training.epochs", 11);
        action(*window, "showForm")->trigger();
        window->close();
        QVERIFY(bench_->finishIfEmpty());
        window = makeWindow();
        QCOMPARE(window->document().specification().base.training.epochs, 11);
        QVERIFY(!window->findChild<QWidget*>("experimentForm")->isVisible());
    }

    void everyActionCanBeFoundAndIsExplained() {
        MainWindow* window = makeWindow();
        QSet<QString> keys;
        for (const QAction* action : window->findChildren<QAction*>()) {
            if (action->text().isEmpty()) {
                continue;
            }
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
            // Standard keys may name one key twice.
            const QList<QKeySequence> shortcuts = action->shortcuts();
            for (const QKeySequence& key : QSet<QKeySequence>(shortcuts.begin(), shortcuts.end())) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
        }
    }
};

QTEST_MAIN(TstMainWindow)
#include "tst_main_window.moc"
