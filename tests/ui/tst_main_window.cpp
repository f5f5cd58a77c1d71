// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "tests/ui/ui_fixtures.h"
#include "ui/document/specification_file.h"
#include "ui/main_window.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

constexpr int kPatience = 60'000;

} // namespace

/// The window, driven as a person would, with data made up in memory and settings of its own.
class TstMainWindow : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<QSettings> settings_;

    std::unique_ptr<MainWindow> makeWindow() {
        experiment::Preset preset;
        preset.name = "tiny";
        preset.summary = "As small as can be.";
        preset.figures = {{"4", "accuracy", "", {}}};
        preset.spec = tinyExperiment();
        preset.spec.title = "Tiny";
        auto window = std::make_unique<MainWindow>(
            MainWindow::Environment{std::make_shared<MadeUpInputs>(), {preset}, {}}, *settings_);
        window->show();
        return window;
    }
    static QAction* action(const MainWindow& window, const QString& name) { return window.findChild<QAction*>(name); }
    static QToolButton* button(const MainWindow& window, const QString& name) {
        return window.findChild<QToolButton*>(name);
    }
    static int currentPage(const MainWindow& window) { return window.findChild<QTabWidget*>("pages")->currentIndex(); }
    static QString textOf(const MainWindow& window, const QString& label) {
        return window.findChild<QLabel*>(label)->text();
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<QSettings>(folder_->filePath("settings.ini"), QSettings::IniFormat);
    }

    void noTwoActionsShareAShortcut() {
        // A key that is given twice, even to one action, does nothing at all.
        const auto window = makeWindow();
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
        const auto window = makeWindow();
        QCOMPARE(currentPage(*window), 0);
        QVERIFY(window->document().specification() == defaultExperiment());
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*window, "estimate").contains("3"), kPatience);
        QVERIFY(action(*window, "run")->isEnabled());
        QVERIFY(!action(*window, "stop")->isEnabled());
    }

    void runFillsTheTable() {
        const auto window = makeWindow();
        window->document().replace(tinyExperiment(), {}, "test");
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
        const auto window = makeWindow();
        window->document().replace(endlessExperiment(), {}, "test");
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
        const auto window = makeWindow();
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.base.dataset.directory = "missing";
        window->document().replace(specification, {}, "test");
        QSignalSpy failed(&window->session(), &Session::failed);
        QTest::mouseClick(button(*window, "runButton"), Qt::LeftButton);
        QVERIFY(failed.wait(kPatience));
        QVERIFY(window->findChild<QWidget*>("banner")->isVisible());
        QVERIFY(textOf(*window, "bannerText").contains("missing/train-images"));
        QVERIFY(action(*window, "run")->isEnabled());
    }

    void whatIsWrongDisablesRun() {
        const auto window = makeWindow();
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
        const auto window = makeWindow();
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.repeats = {100, 100};
        window->document().replace(specification, {}, "test");
        QTRY_VERIFY_WITH_TIMEOUT(!action(*window, "run")->isEnabled(), kPatience);
        action(*window, "undo")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(action(*window, "run")->isEnabled(), kPatience);
    }

    void presetsOpenAndRun() {
        const auto window = makeWindow();
        auto* card = window->findChild<QWidget*>("preset.tiny");
        QTest::mouseClick(card->findChild<QPushButton*>("open"), Qt::LeftButton);
        QCOMPARE(window->document().specification().title, std::string("Tiny"));
        QCOMPARE(currentPage(*window), 0);
        QSignalSpy finished(&window->session(), &Session::finished);
        QTest::mouseClick(card->findChild<QPushButton*>("run"), Qt::LeftButton);
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(currentPage(*window), 1);
        action(*window, "undo")->trigger();
        QVERIFY(window->document().specification() == defaultExperiment());
    }

    void filesAreOpenedAndSaved() {
        const auto window = makeWindow();
        const QString path = folder_->filePath("mine.json");
        window->document().setValue("training.epochs", 4);
        window->saveFile(path);
        QVERIFY(!window->isWindowModified());
        window->document().setValue("training.epochs", 5);
        QVERIFY(window->isWindowModified());
        window->openFile(path);
        QCOMPARE(window->document().specification().base.training.epochs, 4);
        window->openFile(folder_->filePath("none.json"));
        QVERIFY(textOf(*window, "bannerText").contains("none.json"));
        QCOMPARE(window->document().specification().base.training.epochs, 4);
    }

    void resultsAreExported() {
        const auto window = makeWindow();
        window->document().replace(tinyExperiment(), {}, "test");
        QSignalSpy finished(&window->session(), &Session::finished);
        window->run();
        QVERIFY(finished.wait(kPatience));
        const QString out = folder_->filePath("out");
        window->exportTo(out);
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QWidget*>("banner")->isVisible(), kPatience);
        QVERIFY(textOf(*window, "bannerText").contains(out));
        QFile runs(out + "/runs.csv");
        QVERIFY(runs.open(QIODevice::ReadOnly));
        QCOMPARE(runs.readAll().count('\n'), 3);
        QVERIFY(readSpecificationFile(out + "/specification.json") == tinyExperiment());
    }

    void comesBackAsItWasLeft() {
        {
            const auto window = makeWindow();
            window->document().setValue("training.epochs", 11);
            action(*window, "showForm")->trigger();
            window->close();
        }
        const auto window = makeWindow();
        QCOMPARE(window->document().specification().base.training.epochs, 11);
        QVERIFY(!window->document().undoStack().canUndo());
        QVERIFY(!window->findChild<QWidget*>("experimentForm")->isVisible());
    }

    void everyActionCanBeFoundAndIsExplained() {
        const auto window = makeWindow();
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
