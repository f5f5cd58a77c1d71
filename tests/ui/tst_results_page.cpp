// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/experiment/claims.h"
#include "tests/ui/ui_fixtures.h"
#include "ui/pages/results_page.h"
#include "ui/results/claim_card.h"
#include "ui/results/claim_text.h"
#include "ui/results/figure_canvas.h"
#include "ui/results/figure_panel.h"
#include "ui/results/results_feed.h"
#include "ui/results/verdict_badge.h"
#include "ui/session.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

constexpr int kPatience = 60'000;

/// The tiny experiment with two seeds, as a preset of two claims: one that must hold, and one that cannot.
experiment::Preset tinyPreset() {
    experiment::Preset preset;
    preset.name = "tiny";
    preset.figures = {{"4", "accuracy", "Accuracy of the two.", {}}};
    preset.choices = {"The paper does not say which seed; chosen here: 1 and 2."};
    preset.spec = tinyExperiment();
    preset.spec.title = "Tiny";
    preset.spec.repeats = {0, 2};
    experiment::Claim holds;
    holds.figure = "4";
    holds.said = "An accuracy is a share.";
    holds.check.kind = experiment::CheckKind::Within;
    holds.check.metric = "test_accuracy";
    holds.check.low = -100.0;
    holds.check.high = 101.0;
    experiment::Claim fails = holds;
    fails.said = "Networks are right more than always.";
    fails.check.low = 200.0;
    fails.check.high = 201.0;
    preset.claims = {holds, fails};
    return preset;
}

} // namespace

/// The page beside a session that really trains, on data made up in memory.
class TstResultsPage : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<QSettings> settings_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<ResultsPage> page_;

    void runAndWait(const experiment::ExperimentSpec& specification) {
        QSignalSpy changed(page_->findChild<ResultsFeed*>(), &ResultsFeed::changed);
        QSignalSpy finished(session_.get(), &Session::finished);
        session_->start(specification, 2);
        QVERIFY(finished.wait(kPatience));
        const auto complete = [&] {
            return text("resultsStatus").startsWith(QStringLiteral("%1 of %1").arg(session_->plan()->runs.size()));
        };
        QTRY_VERIFY_WITH_TIMEOUT(complete(), kPatience);
        QVERIFY(changed.count() > 0);
    }
    [[nodiscard]] QString text(const QString& label) const { return page_->findChild<QLabel*>(label)->text(); }

private slots:
    void init() {
        QLocale::setDefault(QLocale::c());
        folder_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<QSettings>(folder_->filePath("settings.ini"), QSettings::IniFormat);
        session_ = std::make_unique<Session>(std::make_shared<MadeUpInputs>());
        page_ = std::make_unique<ResultsPage>(*session_, std::vector{tinyPreset()}, *settings_);
        page_->resize(1300, 900);
        page_->show();
    }
    void cleanup() {
        page_.reset();
        session_.reset();
    }

    void emptyPageSaysWhatToDo() {
        QVERIFY(page_->findChild<QLabel*>("resultsEmpty")->isVisible());
        QVERIFY(text("resultsEmpty").contains("Run"));
    }

    void aFinishedPresetShowsItsClaims() {
        runAndWait(tinyPreset().spec);
        QVERIFY(!page_->findChild<QLabel*>("resultsEmpty")->isVisible());
        QCOMPARE(text("resultsTitle"), QString("Tiny"));
        const QList<ClaimCard*> cards = page_->findChildren<ClaimCard*>();
        QCOMPARE(cards.size(), 2);
        QCOMPARE(cards[0]->findChild<QLabel*>("said")->text(), QStringLiteral("\u201cAn accuracy is a share.\u201d"));
        // The page says what the check itself says of these results.
        for (qsizetype index = 0; index < cards.size(); ++index) {
            const auto finding = experiment::checkClaim(tinyPreset().claims[static_cast<std::size_t>(index)],
                                                        *session_->plan(), session_->results());
            QCOMPARE(cards[index]->findChild<VerdictBadge*>()->text(), verdictText(finding.verdict));
            QCOMPARE(cards[index]->findChild<QLabel*>("measured")->text(), translated(finding.measured));
        }
        QCOMPARE(cards[0]->findChild<VerdictBadge*>()->text(), QString("Confirmed"));
        QCOMPARE(cards[1]->findChild<VerdictBadge*>()->text(), QString("Contradicted"));
        QVERIFY(!text("verdictSummary").startsWith("So far"));
        QVERIFY(text("verdictSummary").endsWith("1 contradicted"));
        QVERIFY(!page_->findChild<QLabel*>("settingsDiffer")->isVisible());
        QVERIFY(page_->findChild<QWidget*>("choices")->isVisible());
    }

    void changedSettingsAreTold() {
        experiment::ExperimentSpec spec = tinyPreset().spec;
        spec.base.training.batchSize = 50;
        runAndWait(spec);
        QVERIFY(page_->findChild<QLabel*>("settingsDiffer")->isVisible());
        QVERIFY(text("settingsDiffer").contains("Batch size"));
        QCOMPARE(page_->findChildren<ClaimCard*>().size(), 2);
    }

    void anExperimentOfOnesOwnHasNoClaims() {
        runAndWait(tinyExperiment());
        QVERIFY(!page_->findChild<QWidget*>("claimsPanel")->isVisible());
        QCOMPARE(text("resultsTitle"), QString("Results"));
        QVERIFY(page_->findChild<FigureCanvas*>()->isVisible());
    }

    void thePapersFigureComesFirst() {
        runAndWait(tinyPreset().spec);
        const auto* chooser = page_->findChild<QComboBox*>("figureChooser");
        QCOMPARE(chooser->currentIndex(), 0);
        QCOMPARE(chooser->currentText(), QString("Figure 4: Test accuracy"));
        QVERIFY(text("figureCaption").contains("Accuracy of the two."));
        QSet<QString> names;
        for (int index = 0; index < chooser->count(); ++index) {
            names.insert(chooser->itemText(index));
        }
        QCOMPARE(names.size(), chooser->count());
        QVERIFY(chooser->count() > 1);
    }

    void theTableFollowsTheMetric() {
        runAndWait(tinyPreset().spec);
        const auto* table = page_->findChild<QAbstractItemView*>("summaryTable");
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(!page_->findChild<QLabel*>("timeConditions")->isVisible());
        auto* metric = page_->findChild<QComboBox*>("metricChooser");
        metric->setCurrentIndex(metric->findText("Training time"));
        emit metric->activated(metric->currentIndex());
        QVERIFY(page_->findChild<QLabel*>("timeConditions")->isVisible());
        QVERIFY(text("timeConditions").contains("2 run"));
        QVERIFY(text("statement").contains("mulated"));
    }

    void aStoppedExperimentIsTold() {
        QSignalSpy started(session_.get(), &Session::runStarted);
        QSignalSpy finished(session_.get(), &Session::finished);
        session_->start(endlessExperiment(), 1);
        QVERIFY(started.wait(kPatience));
        QTRY_VERIFY_WITH_TIMEOUT(text("resultsStatus").contains("so far"), kPatience);
        session_->stop();
        QVERIFY(finished.wait(kPatience));
        QTRY_VERIFY_WITH_TIMEOUT(text("resultsStatus").contains("1 stopped, 1 not finished"), kPatience);
        QVERIFY(!text("resultsStatus").contains("so far"));
        QVERIFY(text("statement").contains("nothing to say"));
    }

    void divergingIsToldWithItsReason() {
        experiment::ExperimentSpec spec = tinyExperiment();
        spec.base.optimiser.learningRate = 1e30;
        QSignalSpy finished(session_.get(), &Session::finished);
        session_->start(spec, 2);
        QVERIFY(finished.wait(kPatience));
        QTRY_VERIFY_WITH_TIMEOUT(text("resultsStatus").contains("2 diverged"), kPatience);
        QVERIFY(page_->findChild<QLabel*>("resultsProblems")->isVisible());
        QVERIFY(text("resultsProblems").contains("FP32"));
    }

    void theFigureIsCopied() {
        runAndWait(tinyPreset().spec);
        QGuiApplication::clipboard()->clear();
        page_->findChild<FigureCanvas*>()->copy();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void theFigureIsSaved() {
        runAndWait(tinyPreset().spec);
        const QString path = folder_->filePath("picture.svg");
        page_->findChild<FigurePanel*>()->savePictureTo(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("FP16"));
    }

    void allFiguresAreSaved() {
        runAndWait(tinyPreset().spec);
        auto* panel = page_->findChild<FigurePanel*>();
        QSignalSpy told(panel, &FigurePanel::message);
        panel->saveAllTo(folder_->filePath("figures"), {"svg"}, FigureOptions());
        QVERIFY(told.wait(kPatience));
        QVERIFY2(!told.first().at(1).toBool(), qPrintable(told.first().at(0).toString()));
        const QDir written(folder_->filePath("figures"));
        const int figures = page_->findChild<QComboBox*>("figureChooser")->count();
        QCOMPARE(written.entryList({"*.svg"}).size(), figures);
        QCOMPARE(written.entryList({"*.csv"}).size(), figures);
    }

    void aFolderThatCannotBeMadeIsTold() {
        runAndWait(tinyPreset().spec);
        QFile blocking(folder_->filePath("file"));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        auto* panel = page_->findChild<FigurePanel*>();
        QSignalSpy told(panel, &FigurePanel::message);
        panel->saveAllTo(folder_->filePath("file/figures"), {"svg"}, FigureOptions());
        QVERIFY(told.wait(kPatience));
        QVERIFY(told.first().at(1).toBool());
    }

    void closingWhileItWorksIsSafe() {
        session_->start(tinyPreset().spec, 2);
        QTest::qWait(20);
        page_.reset();
        QSignalSpy finished(session_.get(), &Session::finished);
        QVERIFY(finished.wait(kPatience));
    }
};

QTEST_MAIN(TstResultsPage)
#include "tst_results_page.moc"
