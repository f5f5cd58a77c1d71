// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include "tests/ui/ui_fixtures.h"
#include "ui/models/runs_model.h"
#include "ui/models/runs_table.h"

using namespace roundoff;
using namespace roundoff::ui;
using Status = RunsModel::Status;

namespace {

std::shared_ptr<const experiment::Plan> planOf(const experiment::ExperimentSpec& specification) {
    return std::make_shared<const experiment::Plan>(experiment::makePlan(specification));
}

experiment::EpochResult epoch(int number, double accuracy) {
    experiment::EpochResult result;
    result.epoch = number;
    result.training = {0.25, accuracy};
    result.test = {0.3, accuracy};
    result.trainSeconds = 1.5;
    return result;
}

int columnOf(const QAbstractItemModel& model, const QString& title) {
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal).toString() == title) {
            return column;
        }
    }
    return -1;
}

QString cell(const QAbstractItemModel& model, int row, const QString& title) {
    return model.index(row, columnOf(model, title)).data().toString();
}

} // namespace

class TstRunsModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void staysAModelWhateverHappens() {
        RunsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlan(planOf(tinyExperiment()));
        model.startRun(0);
        model.addEpoch(0, epoch(1, 0.5));
        experiment::RunResult result;
        result.status = experiment::RunStatus::Done;
        model.finishRun(0, result);
        model.finishAll();
        model.setTheme(true);
        experiment::ExperimentSpec larger = tinyExperiment();
        larger.repeats = {5, 2};
        model.setPlan(planOf(larger));
        QCOMPARE(model.rowCount(), 20);
    }

    void showsARunFromStartToEnd() {
        RunsModel model;
        model.setPlan(planOf(tinyExperiment()));
        QCOMPARE(cell(model, 0, "Precision"), QString("FP32"));
        QCOMPARE(cell(model, 1, "Precision"), QString("FP16"));
        QCOMPARE(cell(model, 0, "Status"), QString("waiting"));
        QCOMPARE(cell(model, 0, "Test accuracy"), QString());
        model.startRun(0);
        QCOMPARE(cell(model, 0, "Status"), QString("running"));
        model.addEpoch(0, epoch(1, 0.9731));
        QCOMPARE(cell(model, 0, "Epoch"), QString("1 of 1"));
        QCOMPARE(cell(model, 0, "Test accuracy"), QString::fromUtf8("97.31\u00a0%"));
        QCOMPARE(cell(model, 0, "Loss"), QString("0.2500"));
        QCOMPARE(cell(model, 0, "Time is"), QString());
        experiment::RunResult result;
        result.status = experiment::RunStatus::Diverged;
        result.reason = "the loss is not a number";
        result.nativeTime = true;
        model.finishRun(0, result);
        QCOMPARE(cell(model, 0, "Status"), QString("diverged"));
        QCOMPARE(model.index(0, columnOf(model, "Status")).data(Qt::ToolTipRole).toString(),
                 QString("the loss is not a number"));
        QCOMPARE(cell(model, 0, "Time is"), QString("native"));
    }

    void aRunThatBrokeSaysWhy() {
        RunsModel model;
        model.setPlan(planOf(tinyExperiment()));
        experiment::RunResult result;
        result.status = experiment::RunStatus::Diverged;
        result.reason = "the loss is not a number";
        result.diagnoses = {{experiment::Trouble::EpsilonUnderflow, {"Epsilon is 0 in %1.", {"FP16"}}, {}},
                            {experiment::Trouble::ClippingAlways, {"Always clipped.", {}}, {}}};
        model.finishRun(1, result);
        QCOMPARE(model.index(1, columnOf(model, "Status")).data(Qt::ToolTipRole).toString(),
                 QString("Epsilon is 0 in FP16."));
    }

    void whatNeverBeganSaysSo() {
        RunsModel model;
        model.setPlan(planOf(tinyExperiment()));
        model.startRun(0);
        model.finishAll();
        QCOMPARE(model.status(0), Status::Running);
        QCOMPARE(model.status(1), Status::NotStarted);
    }

    void foldsAndAxesHaveColumns() {
        experiment::ExperimentSpec specification = tinyExperiment();
        RunsModel model;
        model.setPlan(planOf(specification));
        QCOMPARE(columnOf(model, "Fold"), -1);
        QCOMPARE(columnOf(model, "Validation"), -1);
        specification.repeats.folds = 5;
        specification.vary.push_back({"network.activation", {"relu", "tanh"}});
        model.setPlan(planOf(specification));
        QCOMPARE(cell(model, 1, "Fold"), QString("2 of 5"));
        QVERIFY(columnOf(model, "Validation") > 0);
        QCOMPARE(cell(model, 0, "Activation"), QString("ReLU"));
        QCOMPARE(cell(model, 5, "Activation"), QString("Tanh"));
    }

    void sortsNumbersAsNumbers() {
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.vary = {{"training.batchSize", {100, 20, 3}}};
        RunsModel model;
        model.setPlan(planOf(specification));
        RunsTable table(model);
        table.sortByColumn(columnOf(model, "Batch size"), Qt::AscendingOrder);
        QCOMPARE(cell(*table.model(), 0, "Batch size"), QString("3"));
        QCOMPARE(cell(*table.model(), 2, "Batch size"), QString("100"));
    }

    void copiesTabSeparatedRows() {
        RunsModel model;
        model.setPlan(planOf(tinyExperiment()));
        RunsTable table(model);
        table.selectRow(1);
        QTest::keySequence(&table, QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith("Precision\t"));
        QVERIFY(lines[1].startsWith("FP16\t"));
        QCOMPARE(lines[0].count('\t'), lines[1].count('\t'));
    }
};

QTEST_MAIN(TstRunsModel)
#include "tst_runs_model.moc"
