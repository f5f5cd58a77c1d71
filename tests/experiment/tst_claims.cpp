// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include <QTest>

#include "core/experiment/claims.h"
#include "core/experiment/spec_json.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff;
using namespace roundoff::experiment;
using roundoff::test::inputErrorOf;

/// Verdicts of made-up results. The probabilities behind them are SciPy 1.10.1's, computed as `tst_statistics` says.
namespace {

using Results = std::vector<std::shared_ptr<const RunResult>>;

struct Numbers {
    double accuracy = 0.97;
    double trainSeconds = 1.0;
    bool native = true;
};

std::shared_ptr<RunResult> result(const Numbers& numbers) {
    auto run = std::make_shared<RunResult>();
    run->status = RunStatus::Done;
    EpochResult epoch;
    epoch.test.accuracy = numbers.accuracy;
    run->epochs = {epoch};
    run->trainSeconds = numbers.trainSeconds;
    run->evalSeconds = numbers.trainSeconds / 10.0;
    run->nativeTime = numbers.native;
    return run;
}

Plan plan(const char* varied, const char* repeats) {
    const std::string text = std::string("{\"repeats\":") + repeats + ",\"vary\":" + varied + "}";
    return makePlan(parseSpecification(text, "test"));
}

Claim claim(const char* check) {
    const std::string text = std::string(R"([{"figure":"1","said":"x","check":)") + check + "}]";
    return claimsFromJson(Json::parse(text)).front();
}

Results accuracies(const std::vector<double>& values) {
    Results results;
    for (const double value : values) {
        results.push_back(result({.accuracy = value}));
    }
    return results;
}

QString verdictOf(const char* check, const Plan& p, const Results& results) {
    const auto name = verdictName(checkClaim(claim(check), p, results).verdict);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString measuredBy(const char* check, const Plan& p, const Results& results) {
    QStringList lines;
    for (const Sentence& sentence : checkClaim(claim(check), p, results).measured) {
        lines.append(QString::fromStdString(english(sentence)));
    }
    return lines.join(u'\n');
}

constexpr const char* kPrecisions = R"({"precision":["FP64","FP32"]})";
constexpr const char*
    kThresholds = R"({"clipping":[{"kind":"value","threshold":0.1},{"kind":"value","threshold":0.5}]})";
constexpr const char*
    kEquivalent = R"({"kind":"equivalent","metric":"test_accuracy","along":"precision","value":"FP64","margin":0.005})";

} // namespace

class TestClaims : public QObject {
    Q_OBJECT

private slots:
    void equivalent_data();
    void equivalent();
    void equivalentSaysItsNumbers();
    void onlyAmongThoseNamed();
    void otherAxesMustAgree();
    void sameTime_data();
    void sameTime();
    void less_data();
    void less();
    void extremes_data();
    void extremes();
    void deployments_data();
    void deployments();
    void within_data();
    void within();
    void countsWithin_data();
    void countsWithin();
    void notBelow_data();
    void notBelow();
    void missingRunsConfirmNothing_data();
    void missingRunsConfirmNothing();
    void missingDeploymentConfirmsNothing();
    void deploymentBetter_data();
    void deploymentBetter();
    void noUpperBound();
    void nothingHasRun();
    void everySentenceIsListed();
    void sentencesTakeArguments();
    void badClaims_data();
    void badClaims();
};

void TestClaims::equivalent_data() {
    QTest::addColumn<QList<double>>("changes");
    QTest::addColumn<QString>("verdict");
    // Differences of five seeds whose p for equivalence is 0.0003, 0.99999992-like, and in between.
    QTest::newRow("small") << QList<double>{0.001, -0.0005, 0.002, 0.0003, 0.0012} << "confirmed";
    QTest::newRow("far below") << QList<double>{-0.011, -0.0135, -0.009, -0.0122, -0.0101} << "contradicted";
    QTest::newRow("far above") << QList<double>{0.011, 0.0135, 0.009, 0.0122, 0.0101} << "contradicted";
    QTest::newRow("scattered") << QList<double>{0.011, -0.0135, 0.009, -0.0122, 0.0101} << "undecided";
}

void TestClaims::equivalent() {
    QFETCH(const QList<double>, changes);
    QFETCH(const QString, verdict);
    std::vector<double> values(5, 0.95);
    for (const double change : changes) {
        values.push_back(0.95 + change);
    }
    QCOMPARE(verdictOf(kEquivalent, plan(kPrecisions, R"({"seeds":5})"), accuracies(values)), verdict);
}

/// SciPy's interval of the first row of `equivalent`, and the mean by hand.
void TestClaims::equivalentSaysItsNumbers() {
    const QString text = measuredBy(kEquivalent, plan(kPrecisions, R"({"seeds":5})"),
                                    accuracies({0.95, 0.95, 0.95, 0.95, 0.95, 0.951, 0.9495, 0.952, 0.9503, 0.9512}));
    QCOMPARE(text, QString("FP32 against FP64: +0.08 percentage points (95 % interval -0.04 to +0.20), p < 0.001 for "
                           "equivalence."));
}

void TestClaims::onlyAmongThoseNamed() {
    const Plan p = plan(R"({"precision":["FP64","FP32","FP16"]})", R"({"seeds":2})");
    const Results results = accuracies({0.95, 0.95, 0.5, 0.5, 0.95, 0.95});
    QCOMPARE(verdictOf(kEquivalent, p, results), QString("contradicted")); // FP32 is far off,
    QCOMPARE(verdictOf(R"({"kind":"equivalent","metric":"test_accuracy","along":"precision","value":"FP64",
                           "among":["FP16"],"margin":0.005})",
                       p, results),
             QString("confirmed")); // but the claim is about FP16.
}

/// FP32 at 0.1 is compared with FP64 at 0.1, not with FP64 at 0.5.
void TestClaims::otherAxesMustAgree() {
    const Plan p = plan(R"({"precision":["FP64","FP32"],"training.batchSize":[32,64]})", R"({"seeds":2})");
    QCOMPARE(verdictOf(kEquivalent, p, accuracies({0.9, 0.9, 0.8, 0.8, 0.9, 0.9, 0.8, 0.8})), QString("confirmed"));
    QCOMPARE(verdictOf(kEquivalent, p, accuracies({0.9, 0.9, 0.8, 0.8, 0.8, 0.8, 0.9, 0.9})), QString("contradicted"));
    QCOMPARE(verdictOf(R"({"kind":"equivalent","metric":"test_accuracy","along":"precision","value":"FP64",
                           "where":{"training.batchSize":32},"margin":0.005})",
                       p, accuracies({0.9, 0.9, 0.8, 0.8, 0.9, 0.9, 0.1, 0.1})),
             QString("confirmed"));
}

void TestClaims::sameTime_data() {
    QTest::addColumn<QList<double>>("seconds"); // of the group; the baseline takes 1, 1.05 and 1.1
    QTest::addColumn<bool>("native");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("twice as long: ratio 2, p = 0.001") << QList<double>{2.0, 2.2, 2.1} << true << "contradicted";
    QTest::newRow("the same") << QList<double>{1.0, 1.05, 1.1} << true << "confirmed";
    QTest::newRow("noise") << QList<double>{0.8, 1.05, 1.4} << true << "undecided";
    QTest::newRow("emulated") << QList<double>{1.0, 1.05, 1.1} << false << "not tested";
}

void TestClaims::sameTime() {
    QFETCH(const QList<double>, seconds);
    QFETCH(const bool, native);
    QFETCH(const QString, verdict);
    Results results;
    for (const double s : {1.0, 1.05, 1.1}) {
        results.push_back(result({.trainSeconds = s}));
    }
    for (const double s : seconds) {
        results.push_back(result({.trainSeconds = s, .native = native}));
    }
    const char*
        check = R"({"kind":"same-time","metric":"train_seconds","along":"precision","value":"FP64","margin":1.1})";
    QCOMPARE(verdictOf(check, plan(kPrecisions, R"({"seeds":3})"), results), verdict);
}

void TestClaims::less_data() {
    QTest::addColumn<QList<double>>("ofFp32");
    QTest::addColumn<QString>("verdict");
    // Against 0.970, 0.972, 0.971: t = -32 and 32 at two degrees of freedom, p = 0.0005 (SciPy's ttest_rel, one-sided).
    QTest::newRow("less") << QList<double>{0.965, 0.9665, 0.9655} << "confirmed";
    QTest::newRow("more") << QList<double>{0.975, 0.9775, 0.9765} << "contradicted";
    QTest::newRow("either") << QList<double>{0.965, 0.977, 0.971} << "undecided";
}

void TestClaims::less() {
    QFETCH(const QList<double>, ofFp32);
    QFETCH(const QString, verdict);
    std::vector<double> values{0.970, 0.972, 0.971};
    values.insert(values.end(), ofFp32.begin(), ofFp32.end());
    const char* check = R"({"kind":"less","metric":"test_accuracy","along":"precision","value":"FP32","than":"FP64"})";
    QCOMPARE(verdictOf(check, plan(kPrecisions, R"({"seeds":3})"), accuracies(values)), verdict);
}

void TestClaims::extremes_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QList<double>>("others"); // at 0.5; those at 0.1 are 0.970, 0.972 and 0.971
    QTest::addColumn<QString>("verdict");      // of the claim that 0.1 is extreme
    const QList<double> lower{0.965, 0.9665, 0.9655};
    const QList<double> higher{0.975, 0.9775, 0.9765};
    const QList<double> mixed{0.969, 0.973, 0.9705};
    QTest::newRow("highest is") << QByteArray("highest") << lower << "confirmed";
    QTest::newRow("highest is not") << QByteArray("highest") << higher << "contradicted";
    QTest::newRow("highest may be") << QByteArray("highest") << mixed << "undecided";
    QTest::newRow("lowest is") << QByteArray("lowest") << higher << "confirmed";
    QTest::newRow("lowest is not") << QByteArray("lowest") << lower << "contradicted";
}

void TestClaims::extremes() {
    QFETCH(const QByteArray, kind);
    QFETCH(const QList<double>, others);
    QFETCH(const QString, verdict);
    std::vector<double> values{0.970, 0.972, 0.971};
    values.insert(values.end(), others.begin(), others.end());
    const QByteArray
        check = "{\"kind\":\"" + kind +
                R"(","metric":"test_accuracy","along":"clipping","value":{"kind":"value","threshold":0.1}})";
    QCOMPARE(verdictOf(check.constData(), plan(kThresholds, R"({"seeds":3})"), accuracies(values)), verdict);
}

void TestClaims::deployments_data() {
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QList<double>>("changes");
    QTest::addColumn<QString>("verdict");
    const QByteArray
        equivalent = R"({"kind":"deployment-equivalent","deployments":[{"format":"DEC3"}],"margin":0.005})";
    const QByteArray steady = R"({"kind":"deployment-steady","deployments":[{"format":"DEC3"}],"margin":0.001})";
    QTest::newRow("equivalent") << equivalent << QList<double>{0.001, -0.0005, 0.002, 0.0003, 0.0012} << "confirmed";
    QTest::newRow("worse") << equivalent << QList<double>{-0.11, -0.135, -0.09, -0.122, -0.101} << "contradicted";
    QTest::newRow("unclear") << equivalent << QList<double>{-0.11, 0.135, -0.09, 0.122, 0.0} << "undecided";
    QTest::newRow("steady") << steady << QList<double>{0.0, 0.0005, -0.001, 0.0, 0.0} << "confirmed";
    QTest::newRow("one run moves") << steady << QList<double>{0.0, 0.0, 0.0, -0.002, 0.0} << "contradicted";
    QTest::newRow("another deployment")
        << QByteArray(R"({"kind":"deployment-steady","deployments":[{"format":"DEC2"}],"margin":1})")
        << QList<double>{0.0, 0.0, 0.0, 0.0, 0.0} << "not tested";
}

void TestClaims::deployments() {
    QFETCH(const QByteArray, check);
    QFETCH(const QList<double>, changes);
    QFETCH(const QString, verdict);
    Results results;
    for (const double change : changes) {
        auto run = result({});
        DeploymentResult deployed; // DEC3, nearest-even
        deployed.accuracyChange = change;
        run->deployments = {deployed};
        results.push_back(run);
    }
    QCOMPARE(verdictOf(check.constData(), plan("{}", R"({"folds":5})"), results), verdict);
}

void TestClaims::within_data() {
    QTest::addColumn<QList<double>>("accuracies");
    QTest::addColumn<QString>("verdict"); // of a mean between 0.86 and 0.9
    QTest::newRow("inside") << QList<double>{0.878, 0.88, 0.882} << "confirmed";
    QTest::newRow("outside") << QList<double>{0.948, 0.95, 0.952} << "contradicted";
    QTest::newRow("across a bound") << QList<double>{0.89, 0.9, 0.91} << "undecided";
    QTest::newRow("all the same") << QList<double>{0.88, 0.88, 0.88} << "confirmed";
    QTest::newRow("one run") << QList<double>{0.88} << "undecided";
}

void TestClaims::within() {
    QFETCH(const QList<double>, accuracies);
    QFETCH(const QString, verdict);
    const Plan p = makePlan(
        parseSpecification("{\"repeats\":{\"seeds\":" + std::to_string(accuracies.size()) + "}}", "test"));
    Results results;
    for (const double accuracy : accuracies) {
        results.push_back(result({.accuracy = accuracy}));
    }
    QCOMPARE(verdictOf(R"({"kind":"within","metric":"test_accuracy","low":0.86,"high":0.9})", p, results), verdict);
}

void TestClaims::countsWithin_data() {
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char* name, const char* check, const char* verdict) {
        QTest::newRow(name) << QByteArray(check) << QString(verdict);
    };
    // Two runs with 17 and 19 distinct values of 9 and 10 bits, 20 and 21 dB; largest weights 0.25 and -0.5.
    row("distinct values",
        R"({"kind":"within","metric":"distinct_values","deployments":[{"format":"DEC3"}],"low":1,"high":19})",
        "confirmed");
    row("one run too many",
        R"({"kind":"within","metric":"distinct_values","deployments":[{"format":"DEC3"}],"low":1,"high":18})",
        "contradicted");
    row("bits", R"({"kind":"within","metric":"bits_per_weight","deployments":[{"format":"DEC3"}],"low":1,"high":10})",
        "confirmed");
    row("largest weight", R"({"kind":"within","metric":"max_abs_weight","low":0,"high":0.5})", "confirmed");
    row("too large a weight", R"({"kind":"within","metric":"max_abs_weight","low":0,"high":0.4})", "contradicted");
    row("signal to noise, interval 14 to 27 dB",
        R"({"kind":"within","metric":"sqnr_db","deployments":[{"format":"DEC3"}],"low":10,"high":30})", "confirmed");
}

void TestClaims::countsWithin() {
    QFETCH(const QByteArray, check);
    QFETCH(const QString, verdict);
    Results results;
    for (const int i : {0, 1}) {
        auto run = result({});
        DeploymentResult deployed;
        deployed.error.distinctValues = i == 0 ? 17 : 19;
        deployed.error.bitsPerWeight = i == 0 ? 9 : 10;
        deployed.error.signalToNoiseDb = i == 0 ? 20.0 : 21.0;
        run->deployments = {deployed};
        nn::WeightSnapshot weights;
        weights.tensors = {{"layer1.weight", {1, 2}, {0.125, i == 0 ? 0.25 : -0.5}}, {"layer1.bias", {1}, {7.0}}};
        run->weights = std::make_shared<const nn::WeightSnapshot>(weights);
        results.push_back(run);
    }
    QCOMPARE(verdictOf(check.constData(), plan("{}", R"({"seeds":2})"), results), verdict);
}

/// Being better than the baseline is no decrease. The differences are those of `less`, whose p is 0.0005.
void TestClaims::notBelow_data() {
    QTest::addColumn<QList<double>>("ofFp32"); // against 0.970, 0.972, 0.971
    QTest::addColumn<QString>("verdict");
    QTest::newRow("the same") << QList<double>{0.970, 0.972, 0.971} << "confirmed";
    QTest::newRow("much better") << QList<double>{0.985, 0.9875, 0.9865} << "confirmed";
    QTest::newRow("much worse") << QList<double>{0.955, 0.9575, 0.9565} << "contradicted";
    QTest::newRow("either") << QList<double>{0.955, 0.987, 0.971} << "undecided";
}

void TestClaims::notBelow() {
    QFETCH(const QList<double>, ofFp32);
    QFETCH(const QString, verdict);
    std::vector<double> values{0.970, 0.972, 0.971};
    values.insert(values.end(), ofFp32.begin(), ofFp32.end());
    const char*
        check = R"({"kind":"not-below","metric":"test_accuracy","along":"precision","value":"FP64","margin":0.005})";
    QCOMPARE(verdictOf(check, plan(kPrecisions, R"({"seeds":3})"), accuracies(values)), verdict);
}

void TestClaims::missingRunsConfirmNothing_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("diverged") << static_cast<int>(RunStatus::Diverged) << "FP16: 3 of 3 runs diverged.";
    QTest::newRow("stopped") << static_cast<int>(RunStatus::Stopped) << "FP16: only 0 of 3 runs are done.";
    QTest::newRow("failed") << static_cast<int>(RunStatus::Failed) << "FP16: only 0 of 3 runs are done.";
    QTest::newRow("never began") << -1 << "FP16: only 0 of 3 runs are done.";
}

void TestClaims::missingRunsConfirmNothing() {
    QFETCH(const int, status);
    QFETCH(const QString, sentence);
    const Plan p = plan(R"({"precision":["FP64","FP32","FP16"]})", R"({"seeds":3})");
    Results results = accuracies({0.970, 0.972, 0.971, 0.970, 0.972, 0.971, 0.970, 0.972, 0.971});
    QCOMPARE(verdictOf(kEquivalent, p, results), QString("confirmed"));
    for (std::size_t i = 6; i < 9; ++i) {
        auto run = result({});
        run->status = static_cast<RunStatus>(status);
        results[i] = status < 0 ? nullptr : run;
    }
    QCOMPARE(verdictOf(kEquivalent, p, results), QString("undecided"));
    QVERIFY2(measuredBy(kEquivalent, p, results).contains(sentence), qPrintable(measuredBy(kEquivalent, p, results)));
}

void TestClaims::missingDeploymentConfirmsNothing() {
    auto run = result({});
    run->deployments = {DeploymentResult{}}; // DEC3
    const Results results{run, result({})};
    const char* check = R"({"kind":"deployment-steady","deployments":[{"format":"DEC3"}],"margin":0.001})";
    QCOMPARE(verdictOf(check, plan("{}", R"({"seeds":2})"), results), QString("undecided"));
}

void TestClaims::deploymentBetter_data() {
    QTest::addColumn<QList<double>>("dec2");
    QTest::addColumn<QString>("verdict"); // of DEC2 being better than DEC1, which has 0.965, 0.9665, 0.9655
    QTest::newRow("better: t = 32, p = 0.0005") << QList<double>{0.970, 0.972, 0.971} << "confirmed";
    QTest::newRow("worse") << QList<double>{0.960, 0.961, 0.960} << "contradicted";
    QTest::newRow("either") << QList<double>{0.950, 0.980, 0.9655} << "undecided";
}

void TestClaims::deploymentBetter() {
    QFETCH(const QList<double>, dec2);
    QFETCH(const QString, verdict);
    const QList<double> dec1{0.965, 0.9665, 0.9655};
    Results results;
    for (qsizetype i = 0; i < dec1.size(); ++i) {
        auto run = result({});
        run->deployments.resize(2);
        run->deployments[0].deployment.format = format::Decimal{1};
        run->deployments[0].test.accuracy = dec1[i];
        run->deployments[1].deployment.format = format::Decimal{2};
        run->deployments[1].test.accuracy = dec2[i];
        results.push_back(run);
    }
    const char* check = R"({"kind":"deployment-better","deployments":[{"format":"DEC2"},{"format":"DEC1"}]})";
    QCOMPARE(verdictOf(check, plan("{}", R"({"seeds":3})"), results), verdict);
}

/// Rounding that changes nothing has an infinite ratio of signal to noise, which is more than any bound asks for.
void TestClaims::noUpperBound() {
    auto run = result({});
    DeploymentResult deployed;
    deployed.error.signalToNoiseDb = std::numeric_limits<double>::infinity();
    run->deployments = {deployed};
    const char* check = R"({"kind":"within","metric":"sqnr_db","deployments":[{"format":"DEC3"}],"low":10})";
    QCOMPARE(verdictOf(check, plan("{}", R"({"seeds":2})"), {run, run}), QString("confirmed"));
    QCOMPARE(QString::fromStdString(english(criterion(claim(check).check))),
             QString("Confirmed if the 95 % interval of the mean lies above 10 dB."));
}

void TestClaims::nothingHasRun() {
    const Plan p = plan(kPrecisions, R"({"seeds":2})");
    QCOMPARE(verdictOf(kEquivalent, p, Results(p.runs.size())), QString("not tested"));
    QVERIFY(measuredBy(kEquivalent, p, Results(p.runs.size())).startsWith("No run that this needs has finished."));
}

/// A text that is not in the list could not be translated.
void TestClaims::everySentenceIsListed() {
    const auto isListed = [](const Sentence& sentence) {
        const auto& all = claimSentences();
        return std::find(all.begin(), all.end(), sentence.text) != all.end();
    };
    const Plan p = plan(kPrecisions, R"({"seeds":2})");
    const Results results = accuracies({0.5, 0.6, 0.7, 0.8});
    for (const char* check :
         {kEquivalent, R"({"kind":"equivalent","metric":"train_loss","along":"precision","value":"FP64","margin":1})",
          R"({"kind":"same-time","metric":"eval_seconds","along":"precision","value":"FP64","margin":1.5})",
          R"({"kind":"not-below","metric":"test_accuracy","along":"precision","value":"FP64","margin":0.005})",
          R"({"kind":"deployment-better","deployments":[{"format":"DEC2"},{"format":"DEC1"}]})",
          R"({"kind":"within","metric":"test_accuracy","low":0.5})",
          R"({"kind":"less","metric":"test_accuracy","along":"precision","value":"FP32","than":"FP64"})",
          R"({"kind":"less","metric":"train_loss","along":"precision","value":"FP32","than":"FP64"})",
          R"({"kind":"highest","metric":"test_accuracy","along":"precision","value":"FP32"})",
          R"({"kind":"lowest","metric":"test_accuracy","along":"precision","value":"FP32"})",
          R"({"kind":"deployment-equivalent","deployments":[{"format":"DEC3"}],"margin":0.1})",
          R"({"kind":"deployment-steady","deployments":[{"format":"DEC3"}],"margin":0.1})",
          R"({"kind":"within","metric":"test_accuracy","low":0,"high":1})",
          R"({"kind":"within","metric":"max_abs_weight","low":0,"high":1})"}) {
        QVERIFY2(isListed(criterion(claim(check).check)), check);
        for (const Sentence& sentence : checkClaim(claim(check), p, results).measured) {
            QVERIFY2(isListed(sentence), sentence.text.c_str());
        }
    }
}

void TestClaims::sentencesTakeArguments() {
    QCOMPARE(english({"%2 before %1, 100 % of %2", {"one", "two"}}), std::string("two before one, 100 % of two"));
    QCOMPARE(english({"%1", {"%2", "no"}}), std::string("%2")); // What is put in is not filled in again.
}

void TestClaims::badClaims_data() {
    QTest::addColumn<QByteArray>("check");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const char* check, const char* message) {
        QTest::newRow(name) << QByteArray(check) << QByteArray(message);
    };
    row("no object", "4", "claims[0]: check: needs an object");
    row("no kind", "{}", "claims[0]: check: needs kind");
    row("unknown kind", R"({"kind":"larger"})", "check: kind: there is no check \"larger\"");
    row("unknown metric", R"({"kind":"within","metric":"speed"})", "check: metric: there is no metric \"speed\"");
    row("unknown axis", R"({"kind":"less","along":"optimizer"})", "check: along: ");
    row("unknown field", R"({"kind":"within","hi":1})", "check: hi: there is no such field");
    row("margin is text", R"({"kind":"equivalent","margin":"x"})", "check: margin: needs a number");
    row("no margin", R"({"kind":"equivalent","metric":"test_accuracy","along":"precision","value":"FP64"})",
        "needs metric, along, value and a margin above 0");
    row("time factor below 1",
        R"({"kind":"same-time","metric":"eval_seconds","along":"precision","value":"FP64","margin":0.5})",
        "a margin above 1, which is a factor");
    row("bounds turned", R"({"kind":"within","metric":"test_accuracy","low":1,"high":0})",
        "needs metric, and low or high, or both");
    row("no bound", R"({"kind":"within","metric":"test_accuracy"})", "needs metric, and low or high, or both");
    row("metric of a deployment", R"({"kind":"highest","metric":"sqnr_db","along":"precision","value":"FP64"})",
        "needs the metric of a run");
    row("one deployment", R"({"kind":"deployment-better","deployments":[{"format":"DEC1"}]})", "needs two deployments");
}

void TestClaims::badClaims() {
    QFETCH(const QByteArray, check);
    QFETCH(const QByteArray, message);
    const QString error = inputErrorOf([&] { static_cast<void>(claim(check.constData())); });
    QVERIFY2(error.contains(QString::fromUtf8(message)), qPrintable(error));
}

QTEST_APPLESS_MAIN(TestClaims)
#include "tst_claims.moc"
