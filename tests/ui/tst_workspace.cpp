// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDropEvent>
#include <QFileOpenEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

#include "core/store/experiment_file.h"
#include "tests/ui/window_bench.h"
#include "ui/document/specification_file.h"
#include "ui/pages/recent_row.h"

using namespace roundoff;
using namespace roundoff::ui;

/// Windows, files and starts of the program, driven as a person would.
class TstWorkspace : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowBench> bench_;

    [[nodiscard]] const QList<MainWindow*>& windows() const { return bench_->workspace->windows(); }
    [[nodiscard]] QString makeFile(const QString& name, int epochs) const {
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.base.training.epochs = epochs;
        const QString path = bench_->path(name);
        static_cast<void>(store::ExperimentFile::create(toPath(path), specification));
        return path;
    }
    static int epochs(MainWindow& window) { return window.document().specification().base.training.epochs; }
    static void edit(MainWindow& window, int epochs) { window.document().setValue("training.epochs", epochs); }
    static void save(MainWindow& window, const QString& path) {
        window.saveAs(path);
        QVERIFY(window.file().waitForSaved());
    }
    static void runToEnd(MainWindow& window) {
        QSignalSpy finished(&window.session(), &Session::finished);
        window.run();
        QVERIFY(finished.wait(kPatience));
    }
    /// What another start of the program finds that was ended by a crash.
    MainWindow* startAfterCrash() {
        bench_->crash();
        return bench_->start();
    }

private slots:
    void init() { bench_ = std::make_unique<WindowBench>(); }
    void cleanup() { bench_.reset(); }

    void theFirstWindowHasAFile() {
        MainWindow* window = bench_->start();
        QCOMPARE(window->file().place(), FilePlace::Untitled);
        QCOMPARE(bench_->untitledFiles().size(), 1);
        QVERIFY(!isShown(*window, "fileBanner"));
    }

    void anEmptyFileGoesWithItsWindow() {
        bench_->start();
        QVERIFY(bench_->quit());
        QVERIFY(bench_->untitledFiles().isEmpty());
    }

    void newIsAnotherWindowUnlessThisOneIsEmpty() {
        MainWindow* window = bench_->start();
        action(*window, "new")->trigger();
        QCOMPARE(windows().size(), 1);
        edit(*window, 9);
        QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(windows().size(), 2);
        QCOMPARE(epochs(*window), 9);
        QVERIFY(windows().last()->document().specification() == defaultExperiment());
    }

    void openingTakesAnEmptyWindow() {
        const QString path = makeFile("a.roundoff", 9);
        MainWindow* window = bench_->start();
        window->openFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        QCOMPARE(windows().size(), 1);
        QVERIFY(window->windowTitle().contains("a.roundoff"));
        QVERIFY(bench_->untitledFiles().isEmpty());
    }

    void openingLeavesAnEditedWindowAlone() {
        const QString path = makeFile("a.roundoff", 9);
        MainWindow* window = bench_->start();
        edit(*window, 4);
        window->openFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(windows().size(), 2, kPatience);
        QCOMPARE(epochs(*window), 4);
        QCOMPARE(epochs(*windows().last()), 9);
    }

    void aFileIsOpenInOneWindowOnly() {
        const QString path = makeFile("a.roundoff", 9);
        MainWindow* window = bench_->start({path});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        edit(*window, 10);
        QVERIFY(QFile::link(path, bench_->path("link.roundoff")));
        window->openFile(bench_->path("link.roundoff"));
        QTest::qWait(300);
        QCOMPARE(windows().size(), 1);
        QCOMPARE(epochs(*window), 10);
    }

    void savingOverAFileOfAnotherWindowIsRefused() {
        MainWindow* first = bench_->start({makeFile("a.roundoff", 9)});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*first), 9, kPatience);
        action(*first, "new")->trigger();
        MainWindow* second = windows().last();
        edit(*second, 4);
        second->saveAs(bench_->path("a.roundoff"));
        QVERIFY(textOf(*second, "bannerText").contains("another window"));
        QCOMPARE(second->file().place(), FilePlace::Untitled);
    }

    void filesAreDropped_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("experiment") << "a.roundoff";
        QTest::newRow("specification") << "a.json";
    }
    void filesAreDropped() {
        QFETCH(QString, name);
        const QString path = bench_->path(name);
        if (name.endsWith(".json")) {
            experiment::ExperimentSpec specification = tinyExperiment();
            specification.base.training.epochs = 9;
            writeSpecificationFile(path, specification);
        } else {
            QCOMPARE(makeFile(name, 9), path);
        }
        MainWindow* window = bench_->start();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window, &drop);
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
    }

    void theFileManagerOpensFiles() {
        const QString path = makeFile("a.roundoff", 9);
        MainWindow* window = bench_->start();
        QFileOpenEvent event(path);
        QApplication::sendEvent(QApplication::instance(), &event);
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
    }

    void saveSaysSavedOnceItIs() {
        MainWindow* window = bench_->start();
        edit(*window, 9);
        QVERIFY(window->isWindowModified());
        const QString path = bench_->path("a.roundoff");
        const DialogAnswer chooses = DialogAnswer::choose(path);
        QTest::keyClick(window, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!window->isWindowModified(), kPatience);
        QCOMPARE(window->file().path(), QFileInfo(path).canonicalFilePath());
        edit(*window, 10);
        window->activateWindow(); // The dialog was.
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!window->isWindowModified(), kPatience);
        QCOMPARE(chooses.count(), 1);
        const auto file = window->file().file();
        QCOMPARE(file->specifications().saved.base.training.epochs, 10);
    }

    void anUntitledWindowAmongOthersAsks_data() {
        QTest::addColumn<int>("answer");
        QTest::addColumn<qsizetype>("windowsLeft");
        QTest::newRow("cancel") << static_cast<int>(QMessageBox::Cancel) << qsizetype(2);
        QTest::newRow("discard") << static_cast<int>(QMessageBox::Discard) << qsizetype(1);
        QTest::newRow("save") << static_cast<int>(QMessageBox::Save) << qsizetype(1);
    }
    void anUntitledWindowAmongOthersAsks() {
        QFETCH(int, answer);
        QFETCH(qsizetype, windowsLeft);
        MainWindow* window = bench_->start();
        edit(*window, 9);
        action(*window, "new")->trigger();
        const DialogAnswer question = DialogAnswer::click("saveQuestion",
                                                          static_cast<QMessageBox::StandardButton>(answer));
        const DialogAnswer chooses = DialogAnswer::choose(bench_->path("a.roundoff"));
        action(*window, "close")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(windows().size(), windowsLeft, kPatience);
        QCOMPARE(question.count(), 1);
        QCOMPARE(QFile::exists(bench_->path("a.roundoff")), answer == QMessageBox::Save);
        QTRY_COMPARE_WITH_TIMEOUT(bench_->untitledFiles().size(), windowsLeft, kPatience);
    }

    void quitKeepsWhatIsUntitledWithoutAQuestion() {
        MainWindow* window = bench_->start();
        edit(*window, 9);
        action(*window, "new")->trigger();
        edit(*windows().last(), 10);
        QVERIFY(bench_->quit());
        bench_->start();
        QCOMPARE(windows().size(), 2);
        QCOMPARE(epochs(*windows().first()), 9);
        QCOMPARE(epochs(*windows().last()), 10);
        QVERIFY(!isShown(*windows().first(), "fileBanner"));
        QVERIFY(windows().first()->isWindowModified());
    }

    void quitAsksForChangesOfAFile() {
        MainWindow* window = bench_->start({makeFile("a.roundoff", 9)});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        edit(*window, 10);
        {
            const DialogAnswer cancels = DialogAnswer::click("saveQuestion", QMessageBox::Cancel);
            QVERIFY(!bench_->quit());
            QCOMPARE(cancels.count(), 1);
        }
        const DialogAnswer saves = DialogAnswer::click("saveQuestion", QMessageBox::Save);
        QVERIFY(bench_->quit());
        QCOMPARE(saves.count(), 1);
        QCOMPARE(epochs(*bench_->start()), 10);
    }

    void changesThatAreDiscardedAreGone() {
        MainWindow* window = bench_->start({makeFile("a.roundoff", 9)});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        edit(*window, 10);
        QTRY_VERIFY_WITH_TIMEOUT(window->file().file()->specifications().draft.has_value(), kPatience);
        const DialogAnswer discards = DialogAnswer::click("saveQuestion", QMessageBox::Discard);
        QVERIFY(bench_->quit());
        window = bench_->start();
        QCOMPARE(epochs(*window), 9);
        QVERIFY(!window->isWindowModified());
    }

    void windowsComeBackWithPlaceAndPage() {
        MainWindow* window = bench_->start({makeFile("a.roundoff", 9)});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        window->setCurrentPage(5);
        window->resize(1111, 777);
        QVERIFY(bench_->quit());
        window = bench_->start();
        QCOMPARE(window->file().path(), QFileInfo(bench_->path("a.roundoff")).canonicalFilePath());
        QCOMPARE(window->currentPage(), 5);
        QCOMPARE(window->size(), QSize(1111, 777));
    }

    void aGivenFileTakesTheirPlaceAndLosesNothing() {
        MainWindow* window = bench_->start();
        edit(*window, 7);
        QVERIFY(bench_->quit());
        const QString path = makeFile("a.roundoff", 9);
        window = bench_->start({path});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        QCOMPARE(windows().size(), 1);
        QVERIFY(bench_->quit());
        bench_->start();
        QCOMPARE(windows().size(), 2);
        QCOMPARE(epochs(*windows().first()), 7);
        QVERIFY(!isShown(*windows().first(), "fileBanner"));
    }

    void aCrashLosesNoEditThatIsASecondOld() {
        MainWindow* window = bench_->start();
        edit(*window, 9);
        QTRY_VERIFY_WITH_TIMEOUT(window->file().file()->specifications().draft.has_value(), kPatience);
        window = startAfterCrash();
        QCOMPARE(windows().size(), 1);
        QCOMPARE(epochs(*window), 9);
        QVERIFY(textOf(*window, "fileBannerText").contains("did not end properly"));
        const DialogAnswer discards = DialogAnswer::click("discardQuestion", QMessageBox::Discard);
        QTest::mouseClick(window->findChild<QPushButton*>("fileBannerAction"), Qt::LeftButton);
        QVERIFY(bench_->finishIfEmpty());
        QVERIFY(bench_->untitledFiles().isEmpty());
    }

    void aCrashLosesNoEditOfASavedFile() {
        MainWindow* window = bench_->start({makeFile("a.roundoff", 9)});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        edit(*window, 10);
        QTRY_VERIFY_WITH_TIMEOUT(window->file().file()->specifications().draft.has_value(), kPatience);
        QTest::qWait(500); // The list of windows is written soon after.
        window = startAfterCrash();
        QCOMPARE(epochs(*window), 10);
        QVERIFY(window->isWindowModified());
        QVERIFY(isShown(*window, "fileBanner"));
        action(*window, "undo")->trigger();
        QCOMPARE(epochs(*window), 9);
        QVERIFY(!window->isWindowModified());
        QVERIFY(!isShown(*window, "fileBanner"));
    }

    void emptyLeftoversAreRemoved() {
        bench_->start();
        MainWindow* window = startAfterCrash();
        QCOMPARE(windows().size(), 1);
        QVERIFY(!isShown(*window, "fileBanner"));
        QCOMPARE(bench_->untitledFiles().size(), 1);
    }

    void damagedLeftoversArePutAside() {
        QVERIFY(QDir().mkpath(bench_->dataFolder() + "/untitled"));
        QFile file(bench_->dataFolder() + "/untitled/x.roundoff");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no database");
        file.close();
        MainWindow* window = bench_->start();
        QVERIFY(textOf(*window, "bannerText").contains("put aside"));
        QVERIFY(QFile::exists(file.fileName() + ".damaged"));
        QVERIFY(bench_->quit());
        QVERIFY(!isShown(*bench_->start(), "banner"));
    }

    void resultsComeBack() {
        MainWindow* window = bench_->start();
        window->document().replace(tinyExperiment(), "test");
        runToEnd(*window);
        QVERIFY(window->isWindowModified());
        save(*window, bench_->path("a.roundoff"));
        QVERIFY(!window->isWindowModified());
        const auto digest = window->session().results().front()->weightsDigest;
        QVERIFY(bench_->quit());
        window = bench_->start();
        QTRY_VERIFY_WITH_TIMEOUT(window->session().completedRuns() == 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!window->session().isBusy(), kPatience);
        QCOMPARE(window->session().results().front()->weightsDigest, digest);
        QVERIFY(!window->isWindowModified());
    }

    void savingWhileItTrainsKeepsWhatComesThen() {
        MainWindow* window = bench_->start();
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.base.training.epochs = 20;
        window->document().replace(specification, "test");
        QSignalSpy epochs(&window->session(), &Session::epochFinished);
        QSignalSpy finished(&window->session(), &Session::finished);
        window->run();
        QVERIFY(epochs.wait(kPatience));
        save(*window, bench_->path("a.roundoff"));
        QVERIFY(finished.count() == 1 || finished.wait(kPatience));
        QVERIFY(bench_->quit());
        const auto file = store::ExperimentFile::open(toPath(bench_->path("a.roundoff")));
        const auto results = file->results(experiment::makePlan(specification));
        for (const auto& result : results) {
            QVERIFY(result != nullptr);
            QCOMPARE(result->epochs.size(), std::size_t(20));
        }
    }

    void trainingIsStoppedOnlyWhenAsked() {
        MainWindow* window = bench_->start();
        window->document().replace(endlessExperiment(), "test");
        QSignalSpy started(&window->session(), &Session::runStarted);
        window->run();
        QVERIFY(started.wait(kPatience));
        {
            const DialogAnswer cancels = DialogAnswer::click("stopQuestion", QMessageBox::Cancel);
            window->close();
            QCOMPARE(cancels.count(), 1);
            QVERIFY(window->session().isBusy());
        }
        const DialogAnswer stops = DialogAnswer::accept("stopQuestion");
        window->close();
        QVERIFY(bench_->finishIfEmpty());
    }

    void aReadOnlyFileRunsInACopy() {
        const QString path = makeFile("a.roundoff", 1);
        const auto other = store::ExperimentFile::open(toPath(path));
        MainWindow* window = bench_->start({path});
        QTRY_VERIFY_WITH_TIMEOUT(window->windowTitle().contains("[read-only]"), kPatience);
        QVERIFY(isShown(*window, "fileBanner"));
        runToEnd(*window);
        QVERIFY(!window->windowTitle().contains("[read-only]"));
        QVERIFY(window->isWindowModified());
        QVERIFY(!other->specifications().ran);
        QVERIFY(window->file().file()->specifications().ran);
    }

    void recentFilesAreListed() {
        MainWindow* window = bench_->start();
        edit(*window, 9);
        save(*window, bench_->path("R&D <b>1.roundoff"));
        auto* menu = window->findChild<QMenu*>("recentMenu");
        QVERIFY(menu->actions().first()->text().contains("R&&D <b>1.roundoff"));
        QVERIFY(window->findChild<RecentRow*>("recent")->isVisibleTo(window));
        QVERIFY(bench_->quit());
        window = bench_->start();
        QCOMPARE(window->findChild<QMenu*>("recentMenu")->actions().size(), 3);
        window->findChild<QAction*>("clearRecent")->trigger();
        QTRY_VERIFY(!window->findChild<QMenu*>("recentMenu")->isEnabled());
    }

    void recentFilesThatAreGoneLeaveTheList() {
        MainWindow* window = bench_->start({makeFile("a.roundoff", 9)});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        action(*window, "new")->trigger();
        MainWindow* second = windows().last();
        window->close();
        QVERIFY(QFile::remove(bench_->path("a.roundoff")));
        QTest::mouseClick(second->findChild<RecentRow*>("recent"), Qt::LeftButton);
        QVERIFY(textOf(*second, "bannerText").contains("not there any more"));
        QVERIFY(!second->findChild<QMenu*>("recentMenu")->isEnabled());
    }

    void withoutADataFolderATemporaryFileDoes() {
        QFile inTheWay(bench_->dataFolder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // No folder can be made where a file is.
        MainWindow* window = bench_->start();
        QCOMPARE(window->file().place(), FilePlace::Temporary);
        QVERIFY(textOf(*window, "fileBannerText").contains("temporary"));
        window->document().replace(tinyExperiment(), "test");
        runToEnd(*window);
        save(*window, bench_->path("a.roundoff"));
        QVERIFY(!isShown(*window, "fileBanner"));
        QVERIFY(window->file().file()->specifications().ran);
    }

    void namesAreNoMarkup() {
        MainWindow* window = bench_->start({makeFile("a [*] <b>.roundoff", 9)});
        QTRY_COMPARE_WITH_TIMEOUT(epochs(*window), 9, kPatience);
        QVERIFY(window->windowTitle().contains("a [*][*] <b>.roundoff[*]"));
    }

    void whatIsTypedIsUndoneByKey() {
        MainWindow* window = bench_->start();
        auto* line = window->findChild<QWidget*>("row.training.epochs")
                         ->findChild<QWidget*>("value")
                         ->findChild<QLineEdit*>();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, "12");
        QCOMPARE(epochs(*window), 12);
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(window->document().specification() == defaultExperiment());
        QCOMPARE(line->text(), QString::number(epochs(*window)));
    }

    void undoSaysWhatItUndoes() {
        MainWindow* window = bench_->start();
        QVERIFY(!action(*window, "undo")->isEnabled());
        window->document().setValue("optimiser.learningRate", 0.5);
        QCOMPARE(action(*window, "undo")->text(), QString("&Undo change of learning rate"));
        QCOMPARE(action(*window, "undo")->toolTip(), QString("Undo change of learning rate"));
        action(*window, "undo")->trigger();
        QCOMPARE(action(*window, "redo")->text(), QString("&Redo change of learning rate"));
        QVERIFY(!action(*window, "undo")->isEnabled());
    }
};

QTEST_MAIN(TstWorkspace)
#include "tst_workspace.moc"
