// SPDX-License-Identifier: GPL-3.0-or-later
// Runs are told to the page by the session's signals, with telemetry made by hand (numerics_fixtures.h).
#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "tests/ui/numerics_fixtures.h"
#include "tests/ui/ui_fixtures.h"
#include "ui/charts/chart_panel.h"
#include "ui/numerics/exponent_view.h"
#include "ui/numerics/heat_view.h"
#include "ui/numerics/matrix_panel.h"
#include "ui/numerics/over_time_panel.h"
#include "ui/numerics/telemetry_feed.h"
#include "ui/numerics/why_card.h"
#include "ui/pages/numerics_page.h"
#include "ui/session.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

experiment::RunResult endOf(experiment::RunStatus status) {
    experiment::RunResult result;
    result.status = status;
    result.telemetry = {twoLayers(50, 1), twoLayers(100, 2)};
    result.exponents = {exponentsSeen(1, 2, nn::Role::Gradients), exponentsSeen(2, 2, nn::Role::Gradients),
                        exponentsSeen(1, 1, nn::Role::Activations)};
    return result;
}

experiment::Diagnosis diagnosis(const std::string& what, const std::string& advice) {
    return {experiment::Trouble::GradientUnderflow, {what, {}}, {advice, {}}};
}

} // namespace

class TstNumericsPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::unique_ptr<QSettings> settings_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<NumericsPage> page_;

    template <typename T>
    T* child(const char* name) const {
        return page_->findChild<T*>(QLatin1String(name));
    }
    QString text(const char* label) const { return child<QLabel>(label)->text(); }
    HeatView& matrix() const { return *page_->findChild<HeatView*>(); }
    QString cell(int row, int column) const {
        return matrix().model()->index(row, column).data().toString().replace(u'\u00a0', u' ');
    }
    void makePage() {
        page_ = std::make_unique<NumericsPage>(*session_, *settings_);
        page_->resize(1100, 800);
        page_->show();
    }
    void plan(const experiment::ExperimentSpec& specification = tinyExperiment()) {
        emit session_->planned(std::make_shared<const experiment::Plan>(experiment::makePlan(specification)));
    }
    void finish(int run, const experiment::RunResult& result) {
        emit session_->runFinished(run, std::make_shared<const experiment::RunResult>(result));
    }
    /// FP16, the second run of the plan, from start to end.
    void runFp16(const experiment::RunResult& result = endOf(experiment::RunStatus::Done)) {
        plan();
        emit session_->runStarted(1);
        finish(1, result);
    }
    QStringList whats() const {
        QStringList texts;
        for (const QLabel* label : page_->findChildren<QLabel*>("whyWhat")) {
            texts << label->text();
        }
        return texts;
    }

private slots:
    void init() {
        QLocale::setDefault(QLocale::c());
        settings_ = std::make_unique<QSettings>(folder_.filePath("settings.ini"), QSettings::IniFormat);
        settings_->clear();
        session_ = std::make_unique<Session>(std::make_shared<MadeUpInputs>());
        makePage();
    }
    void cleanup() {
        page_.reset();
        session_.reset();
        settings_.reset();
    }

    void anEmptyPageSaysWhatToDo() {
        QVERIFY(child<QLabel>("numericsEmpty")->isVisible());
        QVERIFY(text("numericsEmpty").contains("Run"));
        QVERIFY(!matrix().isVisible());
    }

    void aRunWithoutTelemetrySaysHowToTurnItOn() {
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.base.training.telemetryStride = 0;
        plan(specification);
        emit session_->runStarted(1);
        finish(1, {});
        QVERIFY(child<QLabel>("numericsNotice")->isVisible());
        QVERIFY2(text("numericsNotice").contains("Look inside every"), qPrintable(text("numericsNotice")));
        QVERIFY(!matrix().isVisible());
    }

    void aRunThatRoundsNothingSaysSo() {
        plan();
        emit session_->runStarted(0);
        finish(0, endOf(experiment::RunStatus::Done));
        QVERIFY(child<QLabel>("numericsNote")->isVisible());
        emit session_->runStarted(1);
        finish(1, endOf(experiment::RunStatus::Done));
        child<QComboBox>("numericsRun")->setCurrentIndex(1);
        QVERIFY(!child<QLabel>("numericsNote")->isVisible());
    }

    void followsARunWhileItTrains() {
        plan();
        emit session_->runStarted(1);
        QVERIFY(child<QLabel>("numericsNotice")->isVisible());
        emit session_->telemetryArrived(1, twoLayers(50));
        QTRY_VERIFY(matrix().isVisible());
        QCOMPARE(cell(0, 0), QString("10.0 %"));
        QCOMPARE(page_->findChild<OverTimePanel*>()->history().run(0).samples.size(), std::size_t{1});
        emit session_->telemetryArrived(1, twoLayers(100));
        QTRY_COMPARE(page_->findChild<OverTimePanel*>()->history().run(0).samples.size(), std::size_t{2});
        QVERIFY(!page_->findChild<ExponentView*>()->notice().isEmpty());
    }

    void manyLooksAreToldAtOnceAndMerged() {
        const TelemetryFeed feed(*session_);
        QSignalSpy changed(&feed, &TelemetryFeed::changed);
        plan();
        emit session_->runStarted(1);
        for (std::uint32_t step = 1; step <= 2000; ++step) {
            emit session_->telemetryArrived(1, twoLayers(step));
        }
        QCOMPARE(changed.count(), 0);
        QTRY_COMPARE(changed.count(), 1);
        const std::vector<nn::TelemetrySample> samples = feed.runs().front().telemetry();
        QVERIFY(samples.size() <= 513);
        std::uint32_t sampled = 0;
        for (const nn::TelemetrySample& sample : samples) {
            sampled += sample.sampled;
            QCOMPARE(sample.step, sampled);
        }
        QCOMPARE(sampled, std::uint32_t{2000});
    }

    void noNewsIsToldOfARunThatIsOver() {
        const TelemetryFeed feed(*session_);
        QSignalSpy changed(&feed, &TelemetryFeed::changed);
        QSignalSpy finished(&feed, &TelemetryFeed::runFinished);
        plan();
        emit session_->runStarted(1);
        emit session_->telemetryArrived(1, twoLayers(50));
        finish(1, endOf(experiment::RunStatus::Done));
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(feed.runs().front().telemetry().size(), std::size_t{2});
    }

    void goesToTheCellThatIsHitWorst() {
        runFp16();
        // Half of the gradients of layer 2 underflow.
        QCOMPARE(matrix().currentIndex().row(), 1);
        QCOMPARE(matrix().currentIndex().column(), 1);
        QVERIFY2(text("exponentTitle").contains("Layer 2, Gradients (FP16)"), qPrintable(text("exponentTitle")));
    }

    void aCellChoosesLayerAndRole() {
        runFp16();
        QTest::keyClick(&matrix(), Qt::Key_Left);
        QTest::keyClick(&matrix(), Qt::Key_Up);
        QVERIFY2(text("exponentTitle").contains("Layer 1, Activations"), qPrintable(text("exponentTitle")));
        QCOMPARE(page_->findChild<ExponentView*>()->content().histogram.total(), std::uint64_t{50});
        QVERIFY(child<ChartPanel>("numericsChart")->choice().title.contains("Activations"));
    }

    void linesAreLayersOrRoles() {
        runFp16();
        const MetricHistory& history = page_->findChild<OverTimePanel*>()->history();
        QCOMPARE(history.groups().size(), 1); // Only layer 2 has gradients.
        QCOMPARE(history.groups()[0].info.name, QString("Layer 2"));
        QCOMPARE(history.run(0).samples, (std::vector<SamplePoint>{{50, 0.5}, {100, 0.5}}));
        child<QAbstractButton>("linesOfRoles")->click();
        QCOMPARE(history.groups().size(), 2);
        QCOMPARE(history.groups()[0].info.name, QString("Activations"));
        QCOMPARE(history.run(0).samples, (std::vector<SamplePoint>{{50, 0.1}, {100, 0.1}}));
    }

    void aMeasureOfLayersHasOneColumn() {
        runFp16();
        auto* measure = child<QComboBox>("numericsMeasure");
        measure->setCurrentIndex(measure->findData("swallowed"));
        QCOMPARE(matrix().model()->columnCount(), 1);
        QCOMPARE(cell(1, 0), QString("75.0 %"));
        QCOMPARE(page_->findChild<OverTimePanel*>()->history().groups().size(), 2);
    }

    void oneStepInsteadOfTheWholeRun() {
        experiment::RunResult result = endOf(experiment::RunStatus::Done);
        result.telemetry[0].roles[2].counts.underflowed = 0;
        runFp16(result);
        QCOMPARE(cell(1, 1), QString("25.0 %")); // 32 of 128.
        child<QAbstractButton>("atStep")->click();
        child<QSlider>("matrixStep")->setValue(0);
        QCOMPARE(cell(1, 1), QString("0 %"));
        QVERIFY2(text("matrixWhen").contains("50"), qPrintable(text("matrixWhen")));
        child<QSlider>("matrixStep")->setValue(1);
        QCOMPARE(cell(1, 1), QString("50.0 %"));
    }

    void exponentsGoByEpoch() {
        runFp16();
        auto* slider = child<QSlider>("exponentSlider");
        QVERIFY(slider->isVisible());
        QCOMPARE(text("exponentEpoch"), QString("epoch 2"));
        auto* view = page_->findChild<ExponentView*>();
        QCOMPARE(view->content().histogram.total(), std::uint64_t{100});
        slider->setValue(0);
        QCOMPARE(view->content().histogram.total(), std::uint64_t{50});
        QCOMPARE(view->table(), QString("exponent\tcount\n-30\t10\n-20\t10\n-3\t10\n0\t10\n16\t10\n"));
    }

    void theKeyboardReadsExponents() {
        runFp16();
        auto* view = page_->findChild<ExponentView*>();
        const QString idle = text("exponentReadout");
        view->setFocus();
        for (int step = 0; step < 2; ++step) { // The first place is a margin.
            QTest::keyClick(view, Qt::Key_Right);
        }
        QVERIFY(text("exponentReadout") != idle);
        QVERIFY2(text("exponentReadout").contains("too small"), qPrintable(text("exponentReadout")));
    }

    void theLossScaleShowsWhereThereIsOne() {
        experiment::RunResult result = endOf(experiment::RunStatus::Done);
        runFp16(result);
        QVERIFY(!child<QWidget>("lossScalePanel")->isVisible());
        for (std::uint32_t step = 1; step <= 4; ++step) {
            experiment::MetricPoint point;
            point.step = step;
            point.lossScale = step < 3 ? 65536.0 : 32768.0;
            point.skipped = step == 2 || step == 4 ? 1 : 0;
            result.steps.push_back(point);
        }
        runFp16(result);
        QVERIFY(child<QWidget>("lossScalePanel")->isVisible());
        auto* chart = child<ChartPanel>("lossScaleChart");
        chart->copyData();
        const QStringList rows = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(rows.last().section('\t', -2), QString("32768\t2")); // Two were skipped in all.
    }

    void theWorstDiagnosisIsTold() {
        experiment::RunResult result = endOf(experiment::RunStatus::Diverged);
        result.reason = "the loss is not a number";
        result.diagnoses = {diagnosis("Gradients became zero.", "Scale the loss."),
                            diagnosis("Updates were swallowed.", "Keep master weights.")};
        runFp16(result);
        QVERIFY(text("whyHeading").contains("Diverged"));
        QCOMPARE(whats(), (QStringList{"Gradients became zero.", "Updates were swallowed."}));
        const QList<QLabel*> labels = page_->findChildren<QLabel*>("whyWhat");
        QVERIFY(labels[0]->isVisible());
        QVERIFY(!labels[1]->isVisible());
        child<QAbstractButton>("whyMore")->click();
        QVERIFY(labels[1]->isVisible());
        QVERIFY(child<QComboBox>("numericsRun")->currentText().contains("diverged"));
    }

    void theFirstNonFiniteValueIsTold() {
        experiment::RunResult result = endOf(experiment::RunStatus::Done);
        nn::FirstNonFinite first;
        first.epoch = 1;
        first.step = 12;
        first.layer = 2;
        first.role = nn::Role::Activations;
        first.operation = nn::TensorOperation::Product;
        first.skipped = true;
        result.firstNonFinite = first;
        runFp16(result);
        QCOMPARE(whats().size(), 1);
        for (const char* word : {"12", "layer 2", "activations", "product"}) {
            QVERIFY2(whats()[0].contains(QLatin1String(word)), qPrintable(whats()[0]));
        }
    }

    void nothingToComplainAboutIsSaidInWords() {
        runFp16();
        QVERIFY2(text("whyHeading").contains("Nothing to complain about"), qPrintable(text("whyHeading")));
        QVERIFY(whats().isEmpty());
    }

    void aHiddenPageGoesToTheRunThatBroke() {
        page_->hide();
        plan();
        emit session_->runStarted(0);
        finish(0, endOf(experiment::RunStatus::Done));
        emit session_->runStarted(1);
        finish(1, endOf(experiment::RunStatus::Diverged));
        QCOMPARE(child<QComboBox>("numericsRun")->currentIndex(), 1);
    }

    void theTableIsCopiedAndSaved() {
        runFp16();
        matrix().setFocus();
        QTest::keySequence(&matrix(), QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QString("\tActivations (FP16)\tGradients (FP16)"));
        QCOMPARE(lines[2].section('\t', 0, 0), QString("Layer 2"));
        const QString path = folder_.filePath("numerics.csv");
        page_->saveMatrixTo(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 4);
        QVERIFY_EXCEPTION_THROWN(page_->saveMatrixTo("/no/such/folder/numerics.csv"), InputError);
    }

    void picturesOfExponentsAreWritten() {
        runFp16();
        auto* view = page_->findChild<ExponentView*>();
        view->savePicture(folder_.filePath("exponents.svg"));
        QFile file(folder_.filePath("exponents.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("smallest normal"));
        view->copy();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void choicesComeBack() {
        runFp16();
        child<QComboBox>("numericsMeasure")->setCurrentIndex(3);
        child<QAbstractButton>("linesOfRoles")->click();
        child<QAbstractButton>("logExponents")->click();
        page_.reset();
        makePage();
        QCOMPARE(child<QComboBox>("numericsMeasure")->currentIndex(), 3);
        QVERIFY(child<QAbstractButton>("linesOfRoles")->isChecked());
        QVERIFY(child<QAbstractButton>("logExponents")->isChecked());
    }

    void anotherExperimentBeginsEmpty() {
        runFp16();
        plan();
        QVERIFY(child<QLabel>("numericsEmpty")->isVisible());
        QCOMPARE(child<QComboBox>("numericsRun")->count(), 0);
    }
};

QTEST_MAIN(TstNumericsPage)
#include "tst_numerics_page.moc"
