// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <vector>

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "core/base/error.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/live_charts.h"

using namespace roundoff::ui;
using roundoff::InputError;
using roundoff::experiment::EpochResult;
using roundoff::experiment::Evaluation;
using roundoff::experiment::MetricPoint;

namespace {

QList<RunInfo> threeRuns() {
    return {{.run = 0, .group = "FP64", .precision = "FP64", .label = "FP64"},
            {.run = 1, .group = "FP32", .precision = "FP32", .label = "FP32"},
            {.run = 2, .group = "FP16", .precision = "FP16", .label = "FP16"}};
}

std::vector<MetricPoint> steps(int first, int count, double loss, double gradientNorm = 1.0) {
    std::vector<MetricPoint> points;
    for (int step = first; step < first + count; ++step) {
        MetricPoint point;
        point.step = static_cast<std::uint32_t>(step);
        point.loss = loss;
        point.gradientNorm = gradientNorm;
        points.push_back(point);
    }
    return points;
}

EpochResult epoch(int number, double accuracy) {
    EpochResult result;
    result.epoch = number;
    result.test = {0.1, accuracy};
    result.trainSeconds = 0.2;
    result.evalSeconds = 0.05;
    return result;
}

} // namespace

class TestChartsLive : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatToDoWhileEmpty();
    void drawsAfterATick();
    void drawsNothingWhileHidden();
    void showsEpochs();
    void acceptsWhatIsNotFinite();
    void ignoresUnknownRuns();
    void clickHidesAGroup();
    void doubleClickShowsAGroupAlone();
    void hiddenGroupsStayHidden();
    void offersValidationWithFolds();
    void showsTheLossScaleWhenItIsUsed();
    void rubberBandZoomsAndHomeResets();
    void wheelZooms();
    void logarithmicAxis();
    void arrowsReadValues();
    void copies();
    void exports_data();
    void exports();
    void refusesToExport();
    void manySteps();

private:
    [[nodiscard]] ChartPanel* panel(const char* name) const { return charts_->findChild<ChartPanel*>(name); }
    [[nodiscard]] QList<QPointF> points(const char* panelName, const QString& series) const;
    [[nodiscard]] LegendButton* legend(int group) const {
        return charts_->findChild<LegendButton*>(QStringLiteral("legend %1").arg(group));
    }
    void addTwoEpochs();

    LiveCharts* charts_ = nullptr;
};

void TestChartsLive::init() {
    QLocale::setDefault(QLocale::c());
    charts_ = new LiveCharts;
    charts_->resize(1000, 700);
    charts_->show();
    QVERIFY(QTest::qWaitForWindowExposed(charts_));
}

void TestChartsLive::cleanup() {
    delete charts_;
    charts_ = nullptr;
}

QList<QPointF> TestChartsLive::points(const char* panelName, const QString& series) const {
    for (const QAbstractSeries* candidate : panel(panelName)->canvas()->chart()->series()) {
        if (const auto* line = qobject_cast<const QLineSeries*>(candidate);
            line != nullptr && line->objectName() == series) {
            return line->points();
        }
    }
    return {};
}

void TestChartsLive::addTwoEpochs() {
    charts_->begin(threeRuns());
    for (int run = 0; run < 3; ++run) {
        charts_->addSteps(run, steps(1, 10, 0.5 + run));
        charts_->addEpoch(run, epoch(1, 0.5 + 0.1 * run));
        charts_->addEpoch(run, epoch(2, 0.6 + 0.1 * run));
    }
    QTRY_COMPARE(points("accuracyChart", "line 2").size(), 2);
}

void TestChartsLive::saysWhatToDoWhileEmpty() {
    const auto* empty = charts_->findChild<QLabel*>("chartsEmpty");
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains("Run"));
    charts_->begin(threeRuns());
    QVERIFY(empty->isVisible());
    charts_->addSteps(0, steps(1, 3, 2.0));
    QTRY_VERIFY(!empty->isVisible());
    charts_->clear();
    QVERIFY(empty->isVisible());
}

void TestChartsLive::drawsAfterATick() {
    charts_->begin(threeRuns());
    charts_->addSteps(1, steps(1, 3, 2.0));
    QVERIFY(points("lossChart", "line 1").isEmpty());
    QTRY_COMPARE(points("lossChart", "line 1"), QList<QPointF>({{1, 2}, {2, 2}, {3, 2}}));
    QVERIFY(points("lossChart", "line 0").isEmpty());
    charts_->addSteps(1, steps(4, 1, 1.0));
    QTRY_COMPARE(points("lossChart", "line 1").size(), 4);
}

void TestChartsLive::drawsNothingWhileHidden() {
    charts_->begin(threeRuns());
    charts_->addSteps(1, steps(1, 3, 2.0));
    QTRY_COMPARE(points("lossChart", "line 1").size(), 3);
    charts_->hide();
    charts_->addSteps(1, steps(4, 3, 2.0));
    QTest::qWait(100);
    QCOMPARE(points("lossChart", "line 1").size(), 3);
    charts_->show();
    QTRY_COMPARE(points("lossChart", "line 1").size(), 6);
}

void TestChartsLive::showsEpochs() {
    addTwoEpochs();
    QCOMPARE(points("accuracyChart", "line 1"), QList<QPointF>({{1, 0.6}, {2, 0.7}}));
    QCOMPARE(points("timeChart", "line 0"), QList<QPointF>({{1, 0.2}, {2, 0.2}}));
    QCOMPARE(points("timeChart", "secondary 0"), QList<QPointF>({{1, 0.05}, {2, 0.05}}));
}

void TestChartsLive::acceptsWhatIsNotFinite() {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    charts_->begin(threeRuns());
    charts_->addSteps(0, steps(1, 5, 2.0));
    charts_->addSteps(0, steps(6, 5, std::nan(""), kInfinity));
    charts_->addSteps(1, steps(1, 5, kInfinity, 0.0));
    charts_->addSteps(2, steps(1, 5, 1e300, -1.0));
    EpochResult bad = epoch(1, std::nan(""));
    bad.trainSeconds = kInfinity;
    charts_->addEpoch(0, bad);
    QTRY_COMPARE(points("lossChart", "line 0").size(), 5);
    QCOMPARE(points("lossChart", "line 1").size(), 0);
    QCOMPARE(points("gradientChart", "line 0").size(), 5);
    // A group without a value for the axis is not lost: it is marked at the axis' edge.
    const auto& curves = panel("gradientChart")->canvas()->curves();
    QCOMPARE(curves[0]->curve.omitted, QList<OmittedStretch>({{{6, 10}, Edge::High}}));
    QCOMPARE(curves[1]->curve.omitted, QList<OmittedStretch>({{{1, 5}, Edge::Low}}));
    for (const char* name : {"accuracyChart", "lossChart", "timeChart", "gradientChart"}) {
        const Range range = panel(name)->canvas()->axes().y.range;
        QVERIFY(std::isfinite(range.low) && std::isfinite(range.high) && range.low < range.high);
    }
    QVERIFY(!charts_->grab().isNull());
}

void TestChartsLive::ignoresUnknownRuns() {
    charts_->begin(threeRuns());
    charts_->addSteps(17, steps(1, 3, 2.0));
    charts_->addEpoch(-1, epoch(1, 0.5));
    charts_->finishRun(17);
    QTest::qWait(50);
    QVERIFY(charts_->findChild<QLabel*>("chartsEmpty")->isVisible());
}

void TestChartsLive::clickHidesAGroup() {
    addTwoEpochs();
    QTest::mouseClick(legend(1), Qt::LeftButton);
    QVERIFY(points("accuracyChart", "line 1").isEmpty());
    QVERIFY(points("lossChart", "line 1").isEmpty());
    QCOMPARE(points("accuracyChart", "line 0").size(), 2);
    // Without group 1 and 2 the axis fits the group that is left.
    QTest::keyClick(legend(2), Qt::Key_Space);
    QVERIFY(panel("accuracyChart")->canvas()->axes().y.range.high < 0.7);
    QTest::mouseClick(legend(1), Qt::LeftButton);
    QCOMPARE(points("accuracyChart", "line 1").size(), 2);
}

void TestChartsLive::doubleClickShowsAGroupAlone() {
    addTwoEpochs();
    const auto doubleClick = [this](int group) {
        // As a hand does it: the first click arrives as a click of its own.
        QTest::mouseClick(legend(group), Qt::LeftButton);
        QTest::mouseDClick(legend(group), Qt::LeftButton);
    };
    const auto shown = [this] {
        QList<bool> visible;
        for (int group = 0; group < 3; ++group) {
            visible.append(!points("accuracyChart", QStringLiteral("line %1").arg(group)).isEmpty());
        }
        return visible;
    };
    doubleClick(1);
    QCOMPARE(shown(), QList<bool>({false, true, false}));
    doubleClick(1);
    QCOMPARE(shown(), QList<bool>({true, true, true}));
    doubleClick(0);
    doubleClick(2);
    QCOMPARE(shown(), QList<bool>({false, false, true}));
    QTest::keyClick(legend(2), Qt::Key_Return);
    QCOMPARE(shown(), QList<bool>({true, true, true}));
}

void TestChartsLive::hiddenGroupsStayHidden() {
    addTwoEpochs();
    QTest::mouseClick(legend(1), Qt::LeftButton);
    addTwoEpochs();
    QVERIFY(!legend(1)->isChecked());
    QVERIFY(points("accuracyChart", "line 1").isEmpty());
}

void TestChartsLive::offersValidationWithFolds() {
    const auto titles = [this] {
        QStringList texts;
        const QMenu* menu = panel("accuracyChart")->findChild<QMenu*>();
        for (const QAction* action : menu->actions()) {
            if (action->isVisible()) {
                texts.append(action->text());
            }
        }
        return texts;
    };
    addTwoEpochs();
    QCOMPARE(titles().size(), 2);
    EpochResult withValidation = epoch(3, 0.7);
    withValidation.validation = Evaluation{0.2, 0.65};
    charts_->addEpoch(0, withValidation);
    QTRY_COMPARE(titles().size(), 3);
    panel("accuracyChart")->findChild<QMenu*>()->actions()[1]->trigger();
    QCOMPARE(points("accuracyChart", "line 0"), QList<QPointF>({{3, 0.65}}));
    QVERIFY(panel("accuracyChart")->canvas()->accessibleName().contains("Validation"));
}

void TestChartsLive::showsTheLossScaleWhenItIsUsed() {
    addTwoEpochs();
    QVERIFY(!panel("gradientChart")->canvas()->axes().right);
    MetricPoint scaled;
    scaled.step = 11;
    scaled.gradientNorm = 1.0;
    scaled.lossScale = 65536.0;
    charts_->addSteps(2, std::span(&scaled, 1));
    QTRY_VERIFY(panel("gradientChart")->canvas()->axes().right);
    QVERIFY(points("gradientChart", "secondary 0").isEmpty());
    QVERIFY(std::abs(points("gradientChart", "secondary 2").back().y() - std::log10(65536.0)) < 1e-12);
}

void TestChartsLive::rubberBandZoomsAndHomeResets() {
    addTwoEpochs();
    ChartCanvas* canvas = panel("lossChart")->canvas();
    const Range before = canvas->axes().x.range;
    const QRect plot = canvas->plotRectangle().toRect();
    const QPoint from(plot.left() + plot.width() / 4, plot.top() + 10);
    const QPoint to(plot.left() + plot.width() / 2, plot.bottom() - 10);
    QTest::mousePress(canvas->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas->viewport(), to);
    QTest::mouseRelease(canvas->viewport(), Qt::LeftButton, {}, to);
    const Range zoomed = canvas->axes().x.range;
    QVERIFY(zoomed.span() < 0.5 * before.span());
    QVERIFY(panel("lossChart")->findChild<QToolButton*>("lossChartReset")->isVisible());
    // New values do not move a zoomed chart.
    charts_->addSteps(0, steps(11, 500, 0.5));
    QTest::qWait(100);
    QCOMPARE(canvas->axes().x.range, zoomed);
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Home);
    QVERIFY(canvas->axes().x.range.high >= 510.0);
}

void TestChartsLive::wheelZooms() {
    addTwoEpochs();
    ChartCanvas* canvas = panel("lossChart")->canvas();
    const Range before = canvas->axes().x.range;
    const QPointF centre = canvas->plotRectangle().center();
    const auto turn = [&](int angle) {
        QWheelEvent event(centre, canvas->viewport()->mapToGlobal(centre), {}, {0, angle}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas->viewport(), &event);
    };
    turn(120);
    QVERIFY(canvas->axes().x.range.span() < before.span());
    turn(-120);
    turn(-120);
    QCOMPARE(canvas->axes().x.range, before);
}

void TestChartsLive::logarithmicAxis() {
    addTwoEpochs();
    ChartPanel* loss = panel("lossChart");
    QTest::keyClick(loss->canvas(), Qt::Key_L);
    QVERIFY(loss->canvas()->axes().y.isLogarithmic());
    QVERIFY(std::abs(points("lossChart", "line 1").front().y() - std::log10(1.5)) < 1e-12);
    QTest::keyClick(loss->canvas(), Qt::Key_L);
    QCOMPARE(points("lossChart", "line 1").front().y(), 1.5);
}

void TestChartsLive::arrowsReadValues() {
    addTwoEpochs();
    ChartCanvas* canvas = panel("accuracyChart")->canvas();
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(canvas->accessibleDescription(), "Epoch 1\nFP64: 50.00 %\nFP32: 60.00 %\nFP16: 70.00 %");
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(canvas->accessibleDescription(), "Epoch 2\nFP64: 60.00 %\nFP32: 70.00 %\nFP16: 80.00 %");
    QCOMPARE(canvas->crosshair(), std::optional(2.0));
    QTest::keyClick(canvas, Qt::Key_Escape);
    QVERIFY(!canvas->crosshair());
}

void TestChartsLive::copies() {
    addTwoEpochs();
    ChartCanvas* canvas = panel("accuracyChart")->canvas();
    QSignalSpy messages(charts_, &LiveCharts::message);
    QTest::keyClick(canvas, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(lines[0], "run\tgroup\tfold\tseed\tepoch\ttest_accuracy");
    QCOMPARE(lines[1], "FP64\tFP64\t\t1\t1\t0.5");
    QTest::keyClick(canvas, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0][1].toBool(), false);
}

void TestChartsLive::exports_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("svg") << "svg" << QByteArray("<?xml");
    QTest::newRow("png") << "png" << QByteArray("\x89PNG");
    QTest::newRow("pdf") << "pdf" << QByteArray("%PDF-");
}

void TestChartsLive::exports() {
    QFETCH(QString, format);
    QFETCH(QByteArray, start);
    addTwoEpochs();
    const QTemporaryDir folder;
    const QString path = folder.filePath("chart." + format);
    panel("accuracyChart")->exportPictureTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray contents = file.readAll();
    QVERIFY(contents.startsWith(start));
    if (format == "svg") {
        for (const char* text : {"Test accuracy by epoch", "FP64", "80 %"}) {
            QVERIFY2(contents.contains(QByteArray(">") + text + "</text>"), text);
        }
    }
}

void TestChartsLive::refusesToExport() {
    addTwoEpochs();
    const QTemporaryDir folder;
    QVERIFY_THROWS_EXCEPTION(InputError, panel("accuracyChart")->exportPictureTo(folder.filePath("chart.bmp")));
    try {
        panel("accuracyChart")->exportPictureTo(folder.filePath("nowhere/chart.svg"));
        QFAIL("wrote into a folder that does not exist");
    } catch (const InputError& error) {
        QVERIFY(QByteArray(error.what()).contains("nowhere/chart.svg"));
    }
}

void TestChartsLive::manySteps() {
    charts_->begin(threeRuns());
    for (int run = 0; run < 3; ++run) {
        charts_->addSteps(run, steps(1, 100'000, 1.0 + run));
    }
    QTRY_VERIFY(points("lossChart", "detail 2").size() > 100);
    const int pixels = panel("lossChart")->canvas()->width();
    QVERIFY(points("lossChart", "detail 2").size() <= 2 * pixels + 4);
    QVERIFY(points("lossChart", "line 2").size() <= pixels);
}

QTEST_MAIN(TestChartsLive)
#include "tst_charts_live.moc"
