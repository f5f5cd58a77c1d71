// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <random>
#include <string>
#include <vector>

#include <QTest>

#include "core/deploy/deployment.h"
#include "core/experiment/deployment_evaluator.h"
#include "core/format/names.h"
#include "tests/experiment/synthetic_inputs.h"

using namespace roundoff;
using experiment::DeploymentEvaluator;
using experiment::Evaluation;

namespace {

bool always() {
    return true;
}

// Weights without a pattern.
nn::WeightSnapshot someWeights(const experiment::RunSpec& run) {
    nn::WeightSnapshot weights;
    std::size_t inputs = test::kFeatures;
    std::vector<int> widths = run.network.hidden;
    widths.push_back(test::kClasses);
    std::mt19937 generator(5);
    for (std::size_t layer = 0; layer < widths.size(); ++layer) {
        const auto outputs = static_cast<std::size_t>(widths[layer]);
        const std::string name = "layer" + std::to_string(layer + 1);
        nn::WeightTensor weight{name + ".weight", {outputs, inputs}, {}};
        nn::WeightTensor bias{name + ".bias", {outputs}, std::vector<double>(outputs, 0.125)};
        for (std::size_t i = 0; i < outputs * inputs; ++i) {
            weight.values.push_back(static_cast<double>(static_cast<float>(generator() % 2001) / 1000.0F - 1.0F));
        }
        weights.tensors.push_back(weight);
        weights.tensors.push_back(bias);
        inputs = outputs;
    }
    return weights;
}

} // namespace

class TestDeploymentEvaluator : public QObject {
    Q_OBJECT

private slots:
    void threadsGiveTheSameBits_data();
    void threadsGiveTheSameBits();
    void stopsWhenItIsTold();
};

void TestDeploymentEvaluator::threadsGiveTheSameBits_data() {
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<bool>("activations");
    QTest::newRow("decimals") << QByteArray("FP32") << QByteArray("DEC2") << false;
    QTest::newRow("in double") << QByteArray("FP64") << QByteArray("DEC2") << false;
    QTest::newRow("activations too") << QByteArray("FP32") << QByteArray("FP8-E4M3") << true;
    QTest::newRow("shared scales") << QByteArray("MXFP8-E4M3") << QByteArray("FP16") << false;
}

/// Batches of 64 images, of which the last one is smaller, are divided among threads; random bits, shared scales and
/// the sum of the losses must not follow them.
void TestDeploymentEvaluator::threadsGiveTheSameBits() {
    QFETCH(const QByteArray, policy);
    QFETCH(const QByteArray, format);
    QFETCH(const bool, activations);
    experiment::RunSpec run;
    run.network.hidden = {16};
    run.precision = nn::namedPolicy(policy.toStdString());
    deploy::Deployment deployment;
    deployment.format = format::parseTensorFormat(format.toStdString());
    deployment.scope = activations ? deploy::Scope::WeightsAndActivations : deploy::Scope::Weights;
    const nn::WeightSnapshot deployed = deploy::apply(deployment, someWeights(run), run.training.seed);
    const DeploymentEvaluator evaluator(run, test::quadrants(96, 1000));
    const Evaluation alone = evaluator.evaluate(deployment, deployed, always);
    QVERIFY(alone.loss > 0.0);
    for (const unsigned threads : {1U, 2U, 3U, 20U}) {
        QVERIFY(evaluator.evaluate(deployment, deployed, always, threads) == alone);
    }
}

void TestDeploymentEvaluator::stopsWhenItIsTold() {
    experiment::RunSpec run;
    run.network.hidden = {16};
    const deploy::Deployment deployment;
    const nn::WeightSnapshot deployed = deploy::apply(deployment, someWeights(run), run.training.seed);
    const DeploymentEvaluator evaluator(run, test::quadrants(96, 1000));
    std::atomic<int> asked{0};
    static_cast<void>(evaluator.evaluate(
        deployment, deployed, [&asked] { return ++asked < 3; }, 2));
    QVERIFY(asked <= 4);
    // What was left does not show in what comes next.
    QVERIFY(evaluator.evaluate(deployment, deployed, always, 2) == evaluator.evaluate(deployment, deployed, always));
}

QTEST_APPLESS_MAIN(TestDeploymentEvaluator)
#include "tst_deployment_evaluator.moc"
