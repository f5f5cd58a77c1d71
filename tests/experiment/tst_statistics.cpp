// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <vector>

#include <QTest>

#include "core/experiment/statistics.h"

using namespace roundoff::experiment;

using Values = std::vector<double>;

/// "R": what R's documentation prints for t.test(extra ~ group, data = sleep, paired = TRUE), with Student's own data
/// (The probable error of a mean, Biometrika 6, 1908): t = -4.0621, df = 9, p-value = 0.002833, interval -2.4598858 to
/// -0.7001142. "SciPy": computed with SciPy 1.10.1 from its Student distribution: stats.t.interval(0.95, n - 1, mean,
/// sd / sqrt(n)), 2 * stats.t.sf(|t|, n - 1), and the larger of stats.t.sf((mean + margin) / se, n - 1) and
/// stats.t.cdf((mean - margin) / se, n - 1), where se = sd * sqrt(1 / n + testToTrain). With testToTrain 0 they equal
/// its ttest_1samp, for the margin with a shift and `alternative`.
namespace {

const Values kSleep{-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4};
const Values kSmallDifferences{0.001, -0.0005, 0.002, 0.0003, 0.0012};
const Values kLargeDifferences{-0.011, -0.0135, -0.009, -0.0122, -0.0101, -0.0127, -0.0099, -0.0115, -0.0108, -0.012};

bool near(double found, double expected, double relative = 1e-11) {
    return std::fabs(found - expected) <= relative * std::fabs(expected);
}

std::shared_ptr<const RunResult> result(double test, std::optional<double> validation = {},
                                        RunStatus status = RunStatus::Done) {
    RunResult r;
    r.status = status;
    r.trainSeconds = 2.0;
    r.evalSeconds = 1.0;
    EpochResult first; // The last epoch counts.
    first.test.accuracy = 0.1;
    EpochResult last;
    last.training.loss = 0.5;
    last.test.accuracy = test;
    if (validation) {
        first.validation = Evaluation{};
        last.validation = Evaluation{0.0, *validation};
    }
    r.epochs = {first, last};
    return std::make_shared<const RunResult>(r);
}

PlannedRun planned(const std::string& group, int fold, int folds, std::uint64_t seed = 1) {
    PlannedRun run;
    run.group = group;
    run.spec.fold = {fold, folds};
    run.spec.training.seed = seed;
    return run;
}

const SummaryRow* find(const std::vector<SummaryRow>& rows, const std::string& group, const std::string& metric) {
    for (const SummaryRow& row : rows) {
        if (row.group == group && row.metric == metric) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void interval_data();
    void interval();
    void oneValueHasAMeanOnly();
    void equalValuesHaveNoWidth();
    void pairedTest_data();
    void pairedTest();
    void intervalOfTheDifference_data();
    void intervalOfTheDifference();
    void studentsSleep();
    void oneDifferenceIsNoTest();
    void equalDifferences_data();
    void equalDifferences();
    void signDoesNotMatter();
    void summaryOfFolds();
    void foldsShareTrainingData();
    void seedsAreIndependent();
    void pairsByRepeat();
    void onlyFinishedRunsCount();
    void withoutTheBaseline();
    void deploymentsAgainstTheTrainedNetwork();
};

void TestStatistics::interval_data() {
    QTest::addColumn<Values>("values");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("sd");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("Student's sleep, SciPy")
        << kSleep << -1.58 << 1.2299954832798732 << -2.4598857632547286 << -0.7001142367452713;
    QTest::newRow("accuracies, SciPy") << Values{0.971, 0.9735, 0.9702, 0.9748, 0.9719} << 0.9722799999999999
                                       << 0.0018673510650116353 << 0.9699613774105675 << 0.9745986225894323;
    // By hand: the quantile of one degree of freedom (Cauchy's distribution) is tan(0.475 pi) = 12.7062047361747; the
    // error is 0.5.
    QTest::newRow("two values") << Values{1.0, 2.0} << 1.5 << 0.7071067811865476 << -4.85310236808735
                                << 7.85310236808735;
}

void TestStatistics::interval() {
    QFETCH(const Values, values);
    QFETCH(const double, mean);
    QFETCH(const double, sd);
    QFETCH(const double, low);
    QFETCH(const double, high);
    const Summary s = summarise(values);
    QCOMPARE(s.n, values.size());
    QVERIFY(near(s.mean, mean));
    QVERIFY(near(s.sd.value(), sd));
    constexpr double kQuantile = 1e-9; // SciPy's are good to some 1e-11 only: its t.ppf(0.975, 1) is 12.70620473643.
    QVERIFY(near(s.low.value(), low, kQuantile));
    QVERIFY(near(s.high.value(), high, kQuantile));
}

void TestStatistics::oneValueHasAMeanOnly() {
    const Summary s = summarise(Values{0.97});
    QCOMPARE(s.n, std::size_t{1});
    QVERIFY(s.mean == 0.97);
    QVERIFY(!s.sd && !s.low && !s.high);
}

void TestStatistics::equalValuesHaveNoWidth() {
    const Summary s = summarise(Values{0.5, 0.5, 0.5, 0.5});
    QVERIFY(s.sd == 0.0 && s.low == 0.5 && s.high == 0.5);
}

void TestStatistics::pairedTest_data() {
    QTest::addColumn<Values>("differences");
    QTest::addColumn<double>("testToTrain");
    QTest::addColumn<double>("margin");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("pValue");
    QTest::addColumn<double>("equivalenceP");
    QTest::addColumn<double>("beyondP");   // stats.t.sf((|mean| - margin) / se) + stats.t.sf((|mean| + margin) / se)
    QTest::addColumn<double>("notBelowP"); // stats.t.sf((mean + margin) / se)
    QTest::newRow("sleep, SciPy") << kSleep << 0.0 << 2.5 << -1.58 << 0.00283289019738427 << 0.021116860246500745
                                  << 0.9788843399952375 << 0.021116860246500724;
    QTest::newRow("small, independent, SciPy") << kSmallDifferences << 0.0 << 0.005 << 0.0008 << 0.13161708511382528
                                               << 0.000289072732651922 << 0.9997929367935022 << 8.200952615407466e-05;
    QTest::newRow("small, 5 folds, SciPy") << kSmallDifferences << 0.25 << 0.005 << 0.0008 << 0.27597903056979406
                                           << 0.0013515176640982566 << 0.9990462122195274 << 0.0003977298836255784;
    QTest::newRow("large, independent, SciPy") << kLargeDifferences << 0.0 << 0.005 << -0.01127 << 9.485486066701696e-10
                                               << 0.9999999176146036 << 8.240331161043788e-08 << 0.9999999176146036;
    QTest::newRow("large, 10 folds, SciPy")
        << kLargeDifferences << 1.0 / 9.0 << 0.005 << -0.01127 << 2.5776764308895913e-08 << 0.9999980259041942
        << 1.9745979752927885e-06 << 0.9999980259041942;
}

void TestStatistics::pairedTest() {
    QFETCH(const Values, differences);
    QFETCH(const double, testToTrain);
    QFETCH(const double, margin);
    QFETCH(const double, mean);
    QFETCH(const double, pValue);
    QFETCH(const double, equivalenceP);
    QFETCH(const double, beyondP);
    QFETCH(const double, notBelowP);
    const Comparison c = comparePaired(differences, testToTrain, margin);
    QVERIFY(near(c.difference, mean));
    QVERIFY2(near(c.pValue.value(), pValue), qPrintable(QString::number(*c.pValue, 'g', 17)));
    QVERIFY2(near(c.equivalenceP.value(), equivalenceP), qPrintable(QString::number(*c.equivalenceP, 'g', 17)));
    QVERIFY2(near(c.notBelowP.value(), notBelowP), qPrintable(QString::number(*c.notBelowP, 'g', 17)));
    QVERIFY(near(c.belowP.value(), 1.0 - notBelowP, 1e-6));
    QVERIFY2(near(c.beyondP.value(), beyondP), qPrintable(QString::number(*c.beyondP, 'g', 17)));
}

/// SciPy, as above: mean -+ stats.t.ppf(0.975, n - 1) * se.
void TestStatistics::intervalOfTheDifference_data() {
    QTest::addColumn<Values>("differences");
    QTest::addColumn<double>("testToTrain");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("sleep") << kSleep << 0.0 << -2.4598857632547286 << -0.7001142367452711;
    QTest::newRow("5 folds") << kSmallDifferences << 0.25 << -0.000962003901607971 << 0.002562003901607971;
    QTest::newRow("10 folds") << kLargeDifferences << 1.0 / 9.0 << -0.012705252661277892 << -0.009834747338722109;
}

void TestStatistics::intervalOfTheDifference() {
    QFETCH(const Values, differences);
    QFETCH(const double, testToTrain);
    QFETCH(const double, low);
    QFETCH(const double, high);
    const Comparison c = comparePaired(differences, testToTrain, 0.005);
    constexpr double kQuantile = 1e-9;
    QVERIFY(near(c.low.value(), low, kQuantile));
    QVERIFY(near(c.high.value(), high, kQuantile));
}

void TestStatistics::studentsSleep() {
    QVERIFY(std::fabs(comparePaired(kSleep, 0.0, 1.0).pValue.value() - 0.002833) < 5e-7);
    const Summary s = summarise(kSleep);
    QVERIFY(std::fabs(s.low.value() - -2.4598858) < 5e-8);
    QVERIFY(std::fabs(s.high.value() - -0.7001142) < 5e-8);
}

void TestStatistics::oneDifferenceIsNoTest() {
    const Comparison c = comparePaired(Values{0.25}, 0.0, 0.005);
    QVERIFY(c.difference == 0.25);
    QVERIFY(!c.pValue && !c.equivalenceP && !c.beyondP && !c.low && !c.high);
}

void TestStatistics::equalDifferences_data() {
    QTest::addColumn<double>("difference");
    QTest::addColumn<bool>("isNone"); // Equal steps of a ten-thousandth are no proof of a difference.
    QTest::addColumn<double>("equivalenceP");
    QTest::newRow("none") << 0.0 << true << 0.0;
    QTest::newRow("below the margin") << 0.25 << false << 0.0;
    QTest::newRow("at the margin") << -0.5 << false << 1.0;
    QTest::newRow("above the margin") << 0.75 << false << 1.0;
}

void TestStatistics::equalDifferences() {
    QFETCH(const double, difference);
    QFETCH(const bool, isNone);
    QFETCH(const double, equivalenceP);
    const Comparison c = comparePaired(Values(4, difference), 0.0, 0.5);
    QVERIFY(c.pValue == (isNone ? std::optional(1.0) : std::nullopt));
    QVERIFY(c.equivalenceP == equivalenceP);
}

void TestStatistics::signDoesNotMatter() {
    Values turned = kSmallDifferences;
    for (double& value : turned) {
        value = -value;
    }
    const Comparison c = comparePaired(kSmallDifferences, 0.25, 0.005);
    const Comparison t = comparePaired(turned, 0.25, 0.005);
    QVERIFY(t.difference == -c.difference);
    QVERIFY(near(*t.pValue, *c.pValue));
    QVERIFY(near(*t.equivalenceP, *c.equivalenceP));
}

void TestStatistics::summaryOfFolds() {
    const Plan plan{{planned("FP32", 0, 2), planned("FP32", 1, 2), planned("FP16", 0, 2), planned("FP16", 1, 2)}};
    const std::vector results{result(0.9, 0.8), result(0.7, 0.6), result(0.5, 0.4), result(0.25, 0.2)};
    const auto rows = summariseRuns(plan, results);
    QCOMPARE(rows.size(), std::size_t{2 * 5}); // Two groups; accuracies, loss and times.
    const SummaryRow& test = *find(rows, "FP16", "test_accuracy");
    QVERIFY(near(test.summary.mean, 0.375));
    QCOMPARE(test.baseline, std::string("FP32"));
    QVERIFY(near(test.comparison.value().difference, -0.425));
    QVERIFY(near(find(rows, "FP16", "validation_accuracy")->summary.mean, 0.3));
    QVERIFY(near(find(rows, "FP32", "train_loss")->summary.mean, 0.5));
    QVERIFY(near(find(rows, "FP32", "train_seconds")->summary.mean, 2.0));
    QVERIFY(near(find(rows, "FP32", "eval_seconds")->summary.mean, 1.0));
    QVERIFY(!find(rows, "FP32", "test_accuracy")->comparison); // The baseline is not compared with itself.
    QVERIFY(!find(rows, "FP16", "train_seconds")->comparison);
}

/// Five folds: one part in five is held out, so the ratio of test to training is 1/4.
void TestStatistics::foldsShareTrainingData() {
    Plan plan;
    std::vector<std::shared_ptr<const RunResult>> results;
    for (const char* group : {"FP32", "FP16"}) {
        for (int fold = 0; fold < 5; ++fold) {
            plan.runs.push_back(planned(group, fold, 5));
            const bool baseline = group == std::string("FP32");
            results.push_back(result(baseline ? 0.0 : kSmallDifferences[static_cast<std::size_t>(fold)]));
        }
    }
    const auto rows = summariseRuns(plan, results);
    QVERIFY(near(find(rows, "FP16", "test_accuracy")->comparison->pValue.value(), 0.27597903056979406));
}

void TestStatistics::seedsAreIndependent() {
    Plan plan;
    std::vector<std::shared_ptr<const RunResult>> results;
    for (const char* group : {"FP32", "FP16"}) {
        for (std::size_t seed = 0; seed < 5; ++seed) {
            plan.runs.push_back(planned(group, 0, 0, seed));
            results.push_back(result(group == std::string("FP32") ? 0.0 : kSmallDifferences[seed]));
        }
    }
    const auto rows = summariseRuns(plan, results);
    QVERIFY(near(find(rows, "FP16", "test_accuracy")->comparison->pValue.value(), 0.13161708511382528));
}

/// Fold by fold, whatever the order of the runs; a fold that only one group has is left out.
void TestStatistics::pairsByRepeat() {
    const Plan plan{
        {planned("A", 0, 3), planned("A", 1, 3), planned("A", 2, 3), planned("B", 1, 3), planned("B", 0, 3)}};
    const std::vector results{result(0.5), result(0.75), result(0.125), result(1.0), result(0.625)};
    const Comparison c = find(summariseRuns(plan, results), "B", "test_accuracy")->comparison.value();
    QVERIFY(c.difference == (0.25 + 0.125) / 2.0);
}

void TestStatistics::onlyFinishedRunsCount() {
    const Plan plan{
        {planned("A", 0, 5), planned("A", 1, 5), planned("A", 2, 5), planned("A", 3, 5), planned("A", 4, 5)}};
    const std::vector results{result(0.5), result(0.9, {}, RunStatus::Diverged), result(0.9, {}, RunStatus::Stopped),
                              result(0.9, {}, RunStatus::Failed), std::shared_ptr<const RunResult>()};
    const auto rows = summariseRuns(plan, results);
    QCOMPARE(find(rows, "A", "test_accuracy")->summary.n, std::size_t{1});
    QVERIFY(find(rows, "A", "test_accuracy")->summary.mean == 0.5);
    QVERIFY(find(rows, "A", "validation_accuracy") == nullptr); // Nobody measured it.
}

void TestStatistics::withoutTheBaseline() {
    const Plan plan{{planned("A", 0, 0), planned("B", 0, 0)}};
    const std::vector results{result(0.5, {}, RunStatus::Diverged), result(0.75)};
    const auto rows = summariseRuns(plan, results);
    QVERIFY(find(rows, "A", "test_accuracy") == nullptr);
    const SummaryRow& b = *find(rows, "B", "test_accuracy");
    QVERIFY(b.baseline.empty() && !b.comparison);
}

/// Two folds' accuracies after a deployment, and their changes, by hand: mean 0.85, mean change -0.025.
void TestStatistics::deploymentsAgainstTheTrainedNetwork() {
    const Plan plan{{planned("FP64", 0, 2), planned("FP64", 1, 2)}};
    std::vector<std::shared_ptr<const RunResult>> results;
    for (const double change : {-0.05, 0.0}) {
        RunResult run = *result(0.875);
        DeploymentResult deployed;
        deployed.deployment.rounding = roundoff::format::Rounding::TowardZero;
        deployed.test.accuracy = 0.875 + change;
        deployed.accuracyChange = change;
        run.deployments = {deployed};
        results.push_back(std::make_shared<const RunResult>(run));
    }
    const auto rows = summariseRuns(plan, results);
    const SummaryRow* row = find(rows, "FP64, deployed as DEC3 toward-zero", "test_accuracy");
    QVERIFY(row != nullptr);
    QCOMPARE(row->baseline, std::string("FP64"));
    QCOMPARE(row->summary.n, std::size_t{2});
    QVERIFY(near(row->summary.mean, 0.85));
    QVERIFY(near(row->comparison.value().difference, -0.025));
}

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
