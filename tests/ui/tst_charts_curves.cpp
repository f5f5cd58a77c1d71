// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include <QTest>

#include "ui/charts/chart_choice.h"
#include "ui/charts/group_curve.h"
#include "ui/charts/growing_curve.h"
#include "ui/charts/metric_history.h"
#include "ui/charts/metric_table.h"

using namespace roundoff::ui;
using roundoff::experiment::EpochResult;
using roundoff::experiment::MetricPoint;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Two runs of one group and one of another.
MetricHistory twoGroups() {
    MetricHistory history;
    history.begin({{.run = 7, .group = "FP32", .precision = "FP32", .label = "FP32, fold 1", .fold = 0, .seed = 1},
                   {.run = 8, .group = "FP32", .precision = "FP32", .label = "FP32, fold 2", .fold = 1, .seed = 1},
                   {.run = 9, .group = "FP16", .precision = "FP16", .label = "FP16", .fold = -1, .seed = 2}});
    return history;
}

EpochResult epoch(int number, double accuracy) {
    EpochResult result;
    result.epoch = number;
    result.test.accuracy = accuracy;
    return result;
}

std::optional<double> testAccuracy(const EpochResult& result) {
    return result.test.accuracy;
}

std::vector<MetricPoint> stepsWithLoss(const std::vector<double>& losses) {
    std::vector<MetricPoint> points;
    for (const double loss : losses) {
        MetricPoint point;
        point.step = static_cast<std::uint32_t>(points.size() + 1);
        point.loss = loss;
        points.push_back(point);
    }
    return points;
}

double loss(const MetricPoint& point) {
    return point.loss;
}

} // namespace

class TestChartsCurves : public QObject {
    Q_OBJECT

private slots:
    void namesTheGroupOfARun();
    void epochsHaveMeanAndBand();
    void oneRunHasNoBand();
    void divergedRunIsMarkedAndLeftOut();
    void epochsWithoutTheValueAreSkipped();
    void fewStepsAreDrawnAsTheyAre();
    void manyStepsAreReduced();
    void omittedSteps_data();
    void omittedSteps();
    void runsOfAGroupShareBuckets();
    void aCurveThatGrowsIsTheWholeOne_data();
    void aCurveThatGrowsIsTheWholeOne();
    void tableIsExact();
};

void TestChartsCurves::namesTheGroupOfARun() {
    MetricHistory history = twoGroups();
    QVERIFY(history.isEmpty());
    QCOMPARE(history.groups().size(), 2);
    QCOMPARE(history.addEpoch(9, epoch(1, 0.9)), 1);
    QCOMPARE(history.addEpoch(7, epoch(1, 0.9)), 0);
    QCOMPARE(history.addEpoch(3, epoch(1, 0.9)), -1);
    QVERIFY(!history.isEmpty());
    for (const int run : {7, 8, 9}) {
        QVERIFY(history.isRunning());
        history.finishRun(run);
    }
    QVERIFY(!history.isRunning());
}

void TestChartsCurves::epochsHaveMeanAndBand() {
    MetricHistory history = twoGroups();
    history.addEpoch(7, epoch(1, 0.5));
    history.addEpoch(8, epoch(1, 0.75));
    history.addEpoch(7, epoch(2, 0.875));
    const GroupCurve curve = epochCurve(history, history.groups()[0], testAccuracy, false);
    QCOMPARE(curve.line, QList<QPointF>({{1, 0.625}, {2, 0.875}}));
    QCOMPARE(curve.lower, QList<QPointF>({{1, 0.5}, {2, 0.875}}));
    QCOMPARE(curve.upper, QList<QPointF>({{1, 0.75}, {2, 0.875}}));
    QCOMPARE(curve.values(), (Range{0.5, 0.875}));
}

void TestChartsCurves::oneRunHasNoBand() {
    MetricHistory history = twoGroups();
    history.addEpoch(9, epoch(1, 0.5));
    const GroupCurve curve = epochCurve(history, history.groups()[1], testAccuracy, false);
    QCOMPARE(curve.line, QList<QPointF>({{1, 0.5}}));
    QVERIFY(curve.lower.isEmpty() && curve.upper.isEmpty());
}

void TestChartsCurves::divergedRunIsMarkedAndLeftOut() {
    MetricHistory history = twoGroups();
    for (int number = 1; number <= 3; ++number) {
        history.addEpoch(7, epoch(number, 0.5));
        history.addEpoch(8, epoch(number, number < 2 ? 0.25 : std::nan("")));
    }
    const GroupCurve curve = epochCurve(history, history.groups()[0], testAccuracy, false);
    QCOMPARE(curve.line, QList<QPointF>({{1, 0.375}, {2, 0.5}, {3, 0.5}}));
    QCOMPARE(curve.omitted, QList<OmittedStretch>({{{2, 3}, Edge::High}}));
}

void TestChartsCurves::epochsWithoutTheValueAreSkipped() {
    MetricHistory history = twoGroups();
    history.addEpoch(9, epoch(1, 0.5));
    const GroupCurve curve = epochCurve(
        history, history.groups()[1], [](const EpochResult&) { return std::optional<double>(); }, false);
    QCOMPARE(curve, GroupCurve());
}

void TestChartsCurves::fewStepsAreDrawnAsTheyAre() {
    MetricHistory history = twoGroups();
    history.addSteps(9, stepsWithLoss({3.0, 2.0, 1.0}));
    const GroupCurve curve = stepCurve(history, history.groups()[1], loss, false, {0.0, 10.0}, 400);
    QCOMPARE(curve.line, QList<QPointF>({{1, 3}, {2, 2}, {3, 1}}));
    QVERIFY(curve.detail.isEmpty());
}

void TestChartsCurves::manyStepsAreReduced() {
    MetricHistory history = twoGroups();
    std::vector<double> losses(100'000, 1.0);
    losses[51'234] = 42.0;
    losses[71'234] = -17.0;
    history.addSteps(9, stepsWithLoss(losses));
    constexpr int kPixels = 400;
    const GroupCurve curve = stepCurve(history, history.groups()[1], loss, false, {0.0, 100'000.0}, kPixels);
    QVERIFY(curve.line.size() > 50 && curve.line.size() < kPixels);
    QVERIFY(curve.detail.size() > kPixels && curve.detail.size() <= 2 * kPixels + 4);
    QVERIFY(curve.detail.contains(QPointF(51'235, 42.0)));
    QVERIFY(curve.detail.contains(QPointF(71'235, -17.0)));
}

void TestChartsCurves::omittedSteps_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("positiveOnly");
    QTest::addColumn<QList<OmittedStretch>>("expected");
    const QList<OmittedStretch> high{{{2, 2}, Edge::High}};
    const QList<OmittedStretch> low{{{2, 2}, Edge::Low}};
    QTest::newRow("NaN") << std::nan("") << false << high;
    QTest::newRow("infinity") << kInfinity << false << high;
    QTest::newRow("minus infinity") << -kInfinity << false << low;
    QTest::newRow("zero on a linear axis") << 0.0 << false << QList<OmittedStretch>();
    QTest::newRow("zero on a logarithmic axis") << 0.0 << true << low;
    QTest::newRow("negative on a logarithmic axis") << -2.0 << true << low;
}

void TestChartsCurves::omittedSteps() {
    QFETCH(double, value);
    QFETCH(bool, positiveOnly);
    QFETCH(QList<OmittedStretch>, expected);
    MetricHistory history = twoGroups();
    history.addSteps(9, stepsWithLoss({3.0, value, 1.0}));
    const GroupCurve curve = stepCurve(history, history.groups()[1], loss, positiveOnly, {0.0, 10.0}, 400);
    QCOMPARE(curve.omitted, expected);
    QCOMPARE(curve.line.size(), expected.isEmpty() ? 3 : 2);
}

void TestChartsCurves::runsOfAGroupShareBuckets() {
    MetricHistory history = twoGroups();
    history.addSteps(7, stepsWithLoss({4.0, 3.0, 2.0}));
    history.addSteps(8, stepsWithLoss({2.0, 1.0}));
    const GroupCurve curve = stepCurve(history, history.groups()[0], loss, false, {0.0, 10.0}, 400);
    QCOMPARE(curve.line, QList<QPointF>({{1, 3}, {2, 2}, {3, 2}}));
    QCOMPARE(curve.lower, QList<QPointF>({{1, 2}, {2, 1}, {3, 2}}));
    QCOMPARE(curve.upper, QList<QPointF>({{1, 4}, {2, 3}, {3, 2}}));
}

void TestChartsCurves::aCurveThatGrowsIsTheWholeOne_data() {
    QTest::addColumn<Range>("visible");
    QTest::addColumn<bool>("positiveOnly");
    QTest::newRow("all") << Range{0.0, 3000.0} << false;
    QTest::newRow("logarithmic") << Range{0.0, 3000.0} << true;
    QTest::newRow("the first of them") << Range{0.0, 100.5} << false;
    QTest::newRow("in the middle") << Range{900.25, 1100.0} << false;
    QTest::newRow("the last of them") << Range{2990.0, 3010.0} << false;
    QTest::newRow("later ones") << Range{4000.0, 5000.0} << false;
}

void TestChartsCurves::aCurveThatGrowsIsTheWholeOne() {
    QFETCH(Range, visible);
    QFETCH(bool, positiveOnly);
    constexpr std::size_t kSteps = 3000;
    constexpr int kPixels = 60;
    std::vector<double> losses;
    for (std::size_t i = 0; i < kSteps; ++i) {
        losses.push_back(i % 97 == 0 ? std::nan("") : std::sin(static_cast<double>(i * i)) + (i % 50 < 3 ? -2.0 : 1.5));
    }
    const std::vector<MetricPoint> steps = stepsWithLoss(losses);
    MetricHistory history = twoGroups();
    std::vector<GrowingCurve> growing(2);
    std::size_t told = 0;
    for (const std::size_t count : {0U, 1U, 40U, 300U, 0U, 659U, 1200U, 800U}) {
        const std::span news = std::span(steps).subspan(told, count);
        told += count;
        history.addSteps(9, news);
        history.addSteps(7, news);
        history.addSteps(8, news.first(count / 2));
        for (const qsizetype group : {0, 1}) {
            QCOMPARE(growing[static_cast<std::size_t>(group)].ofSteps(history, history.groups()[group], loss,
                                                                      positiveOnly, visible, kPixels),
                     stepCurve(history, history.groups()[group], loss, positiveOnly, visible, kPixels));
        }
    }
    QCOMPARE(told, kSteps);
}

void TestChartsCurves::tableIsExact() {
    MetricHistory history = twoGroups();
    history.addEpoch(7, epoch(1, 0.1));
    history.addEpoch(9, epoch(1, std::nan("")));
    history.addEpoch(9, epoch(2, 1.0 / 3.0));
    const QString expected = "run\tgroup\tfold\tseed\tepoch\ttest_accuracy\n"
                             "FP32, fold 1\tFP32\t1\t1\t1\t0.1\n"
                             "FP16\tFP16\t\t2\t1\tnan\n"
                             "FP16\tFP16\t\t2\t2\t0.3333333333333333\n";
    QCOMPARE(metricTable(history, accuracyChoices().front()), expected);
}

QTEST_APPLESS_MAIN(TestChartsCurves)
#include "tst_charts_curves.moc"
