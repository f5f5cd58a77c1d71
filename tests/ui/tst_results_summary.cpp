// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QTest>

#include "tests/ui/ui_fixtures.h"
#include "ui/results/preset_match.h"
#include "ui/results/results_report.h"
#include "ui/results/summary_model.h"
#include "ui/widgets/data_table.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

experiment::ExperimentSpec twoFormatsThreeSeeds() {
    experiment::ExperimentSpec spec = tinyExperiment();
    spec.title = "Two formats";
    spec.repeats = {0, 3};
    return spec;
}

std::shared_ptr<const experiment::RunResult> doneWith(double accuracy, bool native) {
    auto result = std::make_shared<experiment::RunResult>();
    result->status = experiment::RunStatus::Done;
    experiment::EpochResult epoch;
    epoch.epoch = 1;
    epoch.test.accuracy = accuracy;
    result->epochs.push_back(epoch);
    result->trainSeconds = 1.5;
    result->nativeTime = native;
    return result;
}

std::shared_ptr<const experiment::RunResult> diverged() {
    auto result = std::make_shared<experiment::RunResult>();
    result->status = experiment::RunStatus::Diverged;
    result->reason = "the loss is not finite at step 17";
    return result;
}

ReportSource sourceOf(const experiment::ExperimentSpec& spec,
                      std::vector<std::shared_ptr<const experiment::RunResult>> results,
                      std::vector<experiment::Preset> presets = {}) {
    return {spec, std::make_shared<const experiment::Plan>(experiment::makePlan(spec)),        std::move(results),
            2,    std::make_shared<const std::vector<experiment::Preset>>(std::move(presets)), nullptr};
}

/// FP32: 0.90, 0.91, 0.92; FP16: 0.89, 0.90 and one that diverged.
ReportSource usualSource() {
    return sourceOf(twoFormatsThreeSeeds(), {doneWith(0.90, true), doneWith(0.91, true), doneWith(0.92, true),
                                             doneWith(0.89, false), doneWith(0.90, false), diverged()});
}

QString cell(const QAbstractItemModel& model, int row, const QString& title) {
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal).toString() == title) {
            return model.index(row, column).data().toString().replace(QChar(0xa0), QLatin1Char(' '));
        }
    }
    return QStringLiteral("no column %1").arg(title);
}

} // namespace

class TstResultsSummary : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void groupsAreComparedOverTheRepeatsThatBothHave() {
        const ResultsReport report = makeReport(usualSource());
        const std::vector<SummaryLine> lines = report.linesOf("test_accuracy");
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0].summary->n, std::size_t{3});
        QCOMPARE(lines[1].summary->n, std::size_t{2});
        QCOMPARE(lines[1].baseline, std::string("FP32"));
        QCOMPARE(lines[1].pairs, std::size_t{2});
        QCOMPARE(lines[1].runs, (RunCounts{3, 2, 1, 0, 0}));
        QVERIFY(lines[0].nativeTime);
        QVERIFY(!lines[1].nativeTime);
        QCOMPARE(report.runs, (RunCounts{6, 5, 1, 0, 0}));
        QCOMPARE(report.problems.size(), 1);
        QVERIFY(report.problems.front().contains("step 17"));
    }

    void aGroupWithoutResultsIsNotPassedOver() {
        const ResultsReport report = makeReport(
            sourceOf(twoFormatsThreeSeeds(), {doneWith(0.9, true), nullptr, nullptr, nullptr, nullptr, nullptr}));
        const std::vector<SummaryLine> lines = report.linesOf("test_accuracy");
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[1].group, std::string("FP16"));
        QVERIFY(!lines[1].summary);
        SummaryModel model;
        model.setReport(std::make_shared<const ResultsReport>(report), "test_accuracy");
        QCOMPARE(cell(model, 1, "Left out"), QString("3 not finished"));
        QCOMPARE(cell(model, 1, "Mean"), QStringLiteral("\u2013"));
    }

    void nothingRanYet() {
        const ResultsReport report = makeReport(
            sourceOf(twoFormatsThreeSeeds(), std::vector<std::shared_ptr<const experiment::RunResult>>(6)));
        QVERIFY(report.figures == nullptr);
        QCOMPARE(report.metrics(), std::vector<std::string>{"test_accuracy"});
        QCOMPARE(report.runs.ended(), std::size_t{0});
    }

    void cells() {
        SummaryModel model;
        model.setReport(std::make_shared<const ResultsReport>(makeReport(usualSource())), "test_accuracy");
        // By hand: the mean of 0.90, 0.91, 0.92, their deviation 0.01, and t(2, 0.975) = 4.302653 times 0.01 / sqrt(3).
        QCOMPARE(cell(model, 0, "Group"), QString("FP32"));
        QCOMPARE(cell(model, 0, "n"), QString("3"));
        QCOMPARE(cell(model, 0, "Mean"), QString("91.00 %"));
        QCOMPARE(cell(model, 0, "SD"), QString("1.00 pp"));
        QCOMPARE(cell(model, 0, QStringLiteral("95\u00a0% interval")), QString("88.52 % to 93.48 %"));
        QCOMPARE(cell(model, 1, "Against FP32"), QStringLiteral("\u22121.00 pp"));
        QCOMPARE(cell(model, 1, "Left out"), QString("1 diverged"));
    }

    void timesSayWhatTheyAre() {
        SummaryModel model;
        model.setReport(std::make_shared<const ResultsReport>(makeReport(usualSource())), "train_seconds");
        QCOMPARE(cell(model, 0, "Time is"), QString("native"));
        QCOMPARE(cell(model, 1, "Time is"), QString("emulated"));
        QCOMPARE(cell(model, 1, "Mean"), QString("1.50 s"));
    }

    void staysAModelWhateverHappens() {
        SummaryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto report = std::make_shared<const ResultsReport>(makeReport(usualSource()));
        model.setReport(report, "test_accuracy");
        model.setReport(report, "test_accuracy");
        model.setTheme(true);
        model.setReport(report, "train_seconds");
        model.setReport(std::make_shared<const ResultsReport>(
                            makeReport(sourceOf(tinyExperiment(), {doneWith(0.5, true), nullptr}))),
                        "test_accuracy");
        QCOMPARE(model.rowCount(), 2);
    }

    void theTableIsCopiedAsText() {
        SummaryModel model;
        model.setReport(std::make_shared<const ResultsReport>(makeReport(usualSource())), "test_accuracy");
        DataTable table(model, SummaryModel::kSortRole);
        table.copy();
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("Group\tn\tMean"));
        QVERIFY(lines[2].startsWith("FP16\t2\t"));
        table.sortByColumn(0, Qt::AscendingOrder); // by name: FP16 before FP32
        table.selectRow(0);
        QCOMPARE(table.selectedText().split('\n')[1].section('\t', 0, 0), QString("FP16"));
    }

    void aPresetIsKnownByItsSettings() {
        experiment::Preset other;
        other.name = "other";
        other.spec = tinyExperiment();
        other.spec.title = "Something else";
        experiment::Preset preset;
        preset.name = "mine";
        preset.spec = twoFormatsThreeSeeds();
        const std::vector<experiment::Preset> presets{other, preset};
        const auto exact = matchPreset(presets, twoFormatsThreeSeeds());
        QVERIFY(exact.has_value());
        QCOMPARE(exact->preset.name, std::string("mine"));
        QVERIFY(exact->changed.isEmpty());

        experiment::ExperimentSpec changed = twoFormatsThreeSeeds();
        changed.base.training.epochs = 7;
        changed.repeats.seeds = 2;
        const auto similar = matchPreset(presets, changed);
        QVERIFY(similar.has_value());
        QCOMPARE(similar->changed, (QStringList{"Epochs", "Seeds"}));

        changed.title = "My own";
        QVERIFY(!matchPreset(presets, changed).has_value());
    }
};

QTEST_MAIN(TstResultsSummary)
#include "tst_results_summary.moc"
