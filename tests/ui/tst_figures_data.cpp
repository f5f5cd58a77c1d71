// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/experiment/plan.h"
#include "figure_data_fixtures.h"
#include "tests/ui/figure_fixtures.h"

using namespace roundoff;
using namespace roundoff::ui;

class TestFiguresData : public QObject {
    Q_OBJECT

private slots:
    void clippingAxis();
    void onlyDoneRunsHaveResults_data();
    void onlyDoneRunsHaveResults();
    void onlyDoneRunsEnterMeans();
    void scaleStepsAreThoseThatMatter();
};

void TestFiguresData::clippingAxis() {
    using experiment::Json;
    store::ExperimentResults results;
    results.spec.title = "Clipping";
    results.spec.vary = {{"precision", {"FP32", "AMP-FP16"}},
                         {"clipping",
                          {Json{{"kind", "norm"}, {"threshold", 0.5}}, Json{{"kind", "norm"}, {"threshold", 2.0}},
                           Json{{"kind", "none"}}}}};
    results.plan = experiment::makePlan(results.spec);
    for (const auto& planned : results.plan.runs) {
        auto result = std::make_shared<experiment::RunResult>();
        result->id = planned.id;
        result->status = experiment::RunStatus::Done;
        result->epochs.resize(1);
        result->epochs[0].test.accuracy = 0.5;
        result->weights = smallWeights();
        results.runs.push_back(result);
    }
    const FigureData data = figureData(results);
    QCOMPARE(data.axisLabel, "Clipping threshold (global norm)");
    QCOMPARE(data.classes, 3);
    QCOMPARE(data.groups.size(), 6);
    QCOMPARE(data.groups[1].axisValue, std::optional(2.0));
    QCOMPARE(data.groups[1].series, "FP32");
    QVERIFY(!data.groups[1].offAxis);
    QVERIFY(data.groups[2].offAxis);
    QVERIFY(!data.groups[2].axisValue);
    QCOMPARE(csvRows(figureOf(data, "by-threshold").csv).size(), 7);
}

void TestFiguresData::onlyDoneRunsHaveResults_data() {
    QTest::addColumn<experiment::RunStatus>("status");
    QTest::newRow("diverged") << experiment::RunStatus::Diverged;
    QTest::newRow("stopped") << experiment::RunStatus::Stopped;
    QTest::newRow("failed") << experiment::RunStatus::Failed;
}

void TestFiguresData::onlyDoneRunsHaveResults() {
    QFETCH(experiment::RunStatus, status);
    const FigureRun run = figureData(twoSeeds(status)).groups[0].runs[1];
    QVERIFY(!run.testAccuracy && !run.validationAccuracy);
    QVERIFY(!run.trainSeconds && !run.evalSeconds);
    QVERIFY(run.deployments.isEmpty());
    // What it got to is shown by epoch and by step.
    QCOMPARE(run.epochs.size(), 1);
    QCOMPARE(run.scaleSteps.size(), 2);
}

// As the tables have it: one run of two is done.
void TestFiguresData::onlyDoneRunsEnterMeans() {
    const FigureData data = figureData(twoSeeds(experiment::RunStatus::Diverged));
    const QStringList accuracy = csvRows(figureOf(data, "accuracy").csv)[1];
    QCOMPARE(accuracy.mid(4, 2), QStringList({"1", "0.75"}));
    const QStringList seconds = csvRows(figureOf(data, "training-time").csv)[1];
    QCOMPARE(seconds.mid(2, 2), QStringList({"1", "8"}));
    const QStringList deployed = csvRows(figureOf(data, "deployments").csv)[2];
    QCOMPARE(deployed.mid(2, 3), QStringList({"DEC2", "1", "0.5"}));
}

void TestFiguresData::scaleStepsAreThoseThatMatter() {
    store::ExperimentResults results;
    results.plan = experiment::makePlan(results.spec);
    auto result = std::make_shared<experiment::RunResult>();
    result->status = experiment::RunStatus::Done;
    result->epochs.resize(1);
    result->steps = {step(1, 4.0), step(2, 4.0), step(3, 4.0, 1), step(4, 2.0), step(5, 2.0), step(6, 2.0)};
    results.runs = {result};
    QList<std::uint32_t> kept;
    const FigureData data = figureData(results);
    for (const experiment::MetricPoint& point : data.groups[0].runs[0].scaleSteps) {
        kept.append(point.step);
    }
    QCOMPARE(kept, QList<std::uint32_t>({1, 3, 4, 6}));
    result->steps = {step(1, 1.0), step(2, 1.0)};
    QVERIFY(figureData(results).groups[0].runs[0].scaleSteps.isEmpty());
}

QTEST_MAIN(TestFiguresData)
#include "tst_figures_data.moc"
