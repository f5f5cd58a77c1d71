// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/experiment/made_up_runs.h"
#include "ui/report/diagnosis_list.h"

using namespace roundoff;
using roundoff::test::MadeUpRun;

class TestReportDiagnoses : public QObject {
    Q_OBJECT

    static store::ExperimentResults resultsOf(const experiment::RunResult& run) {
        store::ExperimentResults results;
        results.spec = experiment::parseSpecification(R"({"precision":"FP16"})", "test");
        results.plan = experiment::makePlan(results.spec);
        results.runs = {std::make_shared<const experiment::RunResult>(run)};
        return results;
    }

private slots:
    void saysWhatHappenedAndWhatToTry() {
        MadeUpRun run = MadeUpRun::diverging();
        run.diagnoses = {{experiment::Trouble::ActivationOverflow, {"%1 < 2.", {"1"}}, {"Add %1.", {"1"}}}};
        QCOMPARE(ui::diagnosisList(resultsOf(run)).simplified(),
                 QString("<ul><li>FP16 diverged: 1 &lt; 2. Add 1.</li> </ul>"));
    }

    void nothingToSayIsNoList() { QVERIFY(ui::diagnosisList(resultsOf(MadeUpRun::learning())).isEmpty()); }
};

QTEST_APPLESS_MAIN(TestReportDiagnoses)
#include "tst_report_diagnoses.moc"
