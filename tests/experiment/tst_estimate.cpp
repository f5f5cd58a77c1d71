// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "core/experiment/estimate.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/validation.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff::experiment;
using roundoff::test::inputErrorOf;

namespace {

RunSpec run(const QByteArray& text) {
    return parseSpecification(text.toStdString(), "spec").base;
}

double bytes(const QByteArray& text) {
    return estimateBytes(run(text), 784, 10);
}

// Parameters of the default network, 784-128-64-10.
constexpr double kParameters = 784 * 128 + 128 + 128 * 64 + 64 + 64 * 10 + 10;

} // namespace

class TestEstimate : public QObject {
    Q_OBJECT

private slots:
    void multiplyAddsByHand_data();
    void multiplyAddsByHand();
    void bytesAreAtLeastTheTensors_data();
    void bytesAreAtLeastTheTensors();
    void bytesGrow_data();
    void bytesGrow();
    void secondsFollowTheWork();
    void hugeNetworkIsNotMeasured();
    void refusesWhatCannotFit_data();
    void refusesWhatCannotFit();
    void advice_data();
    void advice();
};

/// By hand. 784 * 128 = 100,352, 128 * 64 = 8,192, 64 * 10 = 640: an evaluation takes 109,184 multiply-adds an image.
/// Training takes the first layer's twice, as nobody needs the gradient of the images, the others' thrice: 200,704 +
/// 24,576 + 1,920 = 227,200.
void TestEstimate::multiplyAddsByHand_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("fold"); // 0: none, else one of 5
    QTest::addColumn<double>("expected");
    const double train = 227'200.0;
    const double test = 109'184.0;
    QTest::newRow("one epoch") << QByteArray(R"({"training":{"epochs":1}})") << 0 << 60'000 * train + 10'000 * test;
    QTest::newRow("three epochs") << QByteArray(R"({"training":{"epochs":3}})") << 0
                                  << 3 * (60'000 * train + 10'000 * test);
    QTest::newRow("limited") << QByteArray(R"({"training":{"epochs":1},"dataset":{"trainLimit":1000}})") << 0
                             << 1'000 * train + 10'000 * test;
    QTest::newRow("batches change nothing")
        << QByteArray(R"({"training":{"epochs":1,"batchSize":7000}})") << 0 << 60'000 * train + 10'000 * test;
    QTest::newRow("two deployments")
        << QByteArray(R"({"training":{"epochs":1},"deployments":[{"format":"FP16"},{"format":"DEC1"}]})") << 0
        << 60'000 * train + 30'000 * test;
    QTest::newRow("five folds") << QByteArray(R"({"training":{"epochs":1}})") << 5 << 48'000 * train + 22'000 * test;
    QTest::newRow("five folds, limited") << QByteArray(R"({"training":{"epochs":1},"dataset":{"trainLimit":1000}})")
                                         << 5 << 800 * train + 10'200 * test;
    QTest::newRow("no hidden layer") << QByteArray(R"({"training":{"epochs":1},"network":{"hidden":[]}})") << 0
                                     << 60'000 * 2.0 * 7'840 + 10'000 * 7'840.0;
}

void TestEstimate::multiplyAddsByHand() {
    QFETCH(const QByteArray, text);
    QFETCH(const int, fold);
    QFETCH(const double, expected);
    RunSpec spec = run(text);
    spec.fold.count = fold;
    QVERIFY(multiplyAdds(spec, 784, 10, 60'000, 10'000) == expected);
}

/// Weights, gradients and one state a parameter (two with Adam), in the container; at most four times that.
void TestEstimate::bytesAreAtLeastTheTensors_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("least");
    QTest::newRow("FP32, SGD") << QByteArray(R"({})") << kParameters * 3 * 4;
    QTest::newRow("FP64, SGD") << QByteArray(R"({"precision":"FP64"})") << kParameters * 3 * 8;
    QTest::newRow("FP16, Adam") << QByteArray(R"({"precision":"FP16","optimiser":{"kind":"adam"}})")
                                << kParameters * 4 * 4;
    QTest::newRow("AMP, Adam") << QByteArray(R"({"precision":"AMP-FP16","optimiser":{"kind":"adam"}})")
                               << kParameters * 5 * 4;
}

void TestEstimate::bytesAreAtLeastTheTensors() {
    QFETCH(const QByteArray, text);
    QFETCH(const double, least);
    const double estimate = bytes(text);
    QVERIFY(estimate >= least);
    QVERIFY(estimate <= 4.0 * least);
}

void TestEstimate::bytesGrow_data() {
    QTest::addColumn<QByteArray>("smaller");
    QTest::addColumn<QByteArray>("larger");
    QTest::newRow("double container") << QByteArray("{}") << QByteArray(R"({"precision":"FP64"})");
    QTest::newRow("Adam") << QByteArray("{}") << QByteArray(R"({"optimiser":{"kind":"adam"}})");
    QTest::newRow("master weights") << QByteArray(R"({"precision":"FP16"})")
                                    << QByteArray(R"({"precision":"AMP-FP16"})");
    QTest::newRow("batch") << QByteArray("{}") << QByteArray(R"({"training":{"batchSize":65}})");
    QTest::newRow("neurons") << QByteArray("{}") << QByteArray(R"({"network":{"hidden":[129,64]}})");
}

void TestEstimate::bytesGrow() {
    QFETCH(const QByteArray, smaller);
    QFETCH(const QByteArray, larger);
    QVERIFY(bytes(smaller) < bytes(larger));
}

/// What is measured is measured once, so that the relations are exact.
void TestEstimate::secondsFollowTheWork() {
    const auto seconds = [](const QByteArray& text, unsigned threads) {
        return estimateSeconds(makePlan(parseSpecification(text.toStdString(), "spec")), threads);
    };
    const double one = seconds(R"({"training":{"epochs":1}})", 1);
    QVERIFY(one > 0.0 && std::isfinite(one));
    const auto isAbout = [](double a, double b) { return std::fabs(a - b) < 1e-9 * b; };
    QVERIFY(isAbout(seconds(R"({"training":{"epochs":4}})", 1), 4.0 * one));
    QVERIFY(isAbout(seconds(R"({"training":{"epochs":1},"repeats":{"seeds":4}})", 1), 4.0 * one));
    QVERIFY(isAbout(seconds(R"({"training":{"epochs":1},"repeats":{"seeds":4}})", 2), 2.0 * one));
    QVERIFY(isAbout(seconds(R"({"training":{"epochs":1},"repeats":{"seeds":2}})", 64), one)); // No run is split.
}

void TestEstimate::hugeNetworkIsNotMeasured() {
    Plan plan;
    plan.runs.push_back({});
    plan.runs.front().spec.network.hidden = {1'000'000, 1'000'000}; // Measuring would need terabytes.
    QVERIFY(estimateSeconds(plan, 1) > 1e6);
}

void TestEstimate::refusesWhatCannotFit_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("network") << QByteArray(R"({"network":{"hidden":[1000000,1000000]}})");
    QTest::newRow("as an axis") << QByteArray(R"({"vary":{"network.hidden":[[8],[1000000,1000000]]}})");
}

void TestEstimate::refusesWhatCannotFit() {
    QFETCH(const QByteArray, text);
    const ExperimentSpec spec = parseSpecification(text.toStdString(), "spec");
    const QString error = inputErrorOf([&] { (void)makePlan(spec); });
    QVERIFY2(error.startsWith("network.hidden: training this network needs about "), qPrintable(error));
}

void TestEstimate::advice_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path"); // Empty: nothing to say.
    const auto row = [](const char* text, const char* path) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(path);
    };
    row(R"({"vary":{"clipping.threshold":[1,2]}})", "clipping.threshold");
    row(R"({"clipping":{"kind":"norm"},"vary":{"clipping.threshold":[1,2]}})", "");
    row(R"({"vary":{"clipping.kind":["none","norm"],"clipping.threshold":[1,2]}})", "");
    row(R"({"vary":{"clipping":[{"kind":"norm"}],"clipping.threshold":[1,2]}})", "");
    row(R"({"vary":{"optimiser.beta1":[0.8,0.9]}})", "optimiser.beta1");
    row(R"({"optimiser":{"kind":"adam"},"vary":{"optimiser.momentum":[0.8,0.9]}})", "optimiser.momentum");
    row(R"({"vary":{"precision":["FP32","FP16"],"precision.gradients":["FP32"]}})", "");
    // Mixed precision under no name of its own does not bring loss scaling.
    row(R"({"precision":{"weights":"FP16","masterWeights":"FP32","activationGradients":"FP16"}})", "lossScaling.kind");
    row(R"({"precision":{"weights":"FP16","masterWeights":"FP32","activationGradients":"FP16"},
            "lossScaling":{"kind":"none"}})",
        "");
    row(R"({"precision":{"weights":"BF16","masterWeights":"FP32","activationGradients":"BF16"}})", "");
    row(R"({"precision":"AMP-FP16"})", "");
    row(R"({"vary":{"precision":["FP32",{"weights":"FP16","masterWeights":"FP32","activationGradients":"FP16"}]}})",
        "lossScaling.kind");
    row(R"({"precision":"AMP-FP16","vary":{"precision.gradients":["FP16","BF16"]}})", "lossScaling.kind");
    row(R"({"precision":{"weights":"FP16","masterWeights":"FP32","activationGradients":"FP16"},
            "vary":{"precision":["FP32","AMP-FP16"]}})",
        ""); // No run has the base's.
    row(R"({"vary":{"precision":["FP15",
            {"weights":"FP16","masterWeights":"FP32","activationGradients":"FP16"}]}})",
        "lossScaling.kind"); // The other one is told of by the plan.
    row(R"({"precision":{"weights":"FP16","masterWeights":"FP32","activationGradients":"FP16"},
            "vary":{"lossScaling.kind":["none","dynamic"]}})",
        "");
}

void TestEstimate::advice() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, path);
    const auto found = advise(parseSpecification(text.toStdString(), "spec"));
    QCOMPARE(found.size(), path.isEmpty() ? std::size_t{0} : std::size_t{1});
    if (!found.empty()) {
        QCOMPARE(found.front().path, path.toStdString());
        QVERIFY(!found.front().text.empty());
    }
}

QTEST_APPLESS_MAIN(TestEstimate)
#include "tst_estimate.moc"
