// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/nn/initialisation.h"
#include "core/nn/trainer.h"
#include "synthetic_examples.h"

using namespace roundoff;

class TestNetwork : public QObject {
    Q_OBJECT

private slots:
    void startIsKaimingUniform() {
        // U(+-1 / sqrt(fan-in)) for weights and biases: bounds, mean and variance of a uniform distribution, (2b)^2
        // / 12.
        const auto network = nn::makeNetwork<double>({}, nn::namedPolicy("FP64"), 784, 10, 1);
        for (const auto& layer : network->layers()) {
            nn::initialiseKaimingUniform(layer->parameters(), 5);
        }
        for (const auto& tensor : network->snapshot().tensors) {
            const std::size_t fanIn = tensor.name.starts_with("layer1")   ? 784
                                      : tensor.name.starts_with("layer2") ? 128
                                                                          : 64;
            const double bound = 1.0 / std::sqrt(static_cast<double>(fanIn));
            double mean = 0.0;
            double square = 0.0;
            for (const double value : tensor.values) {
                QVERIFY(std::fabs(value) <= bound);
                mean += value;
                square += value * value;
            }
            const auto n = static_cast<double>(tensor.values.size());
            const double variance = bound * bound / 3.0;
            QVERIFY(std::fabs(mean / n) < 4.0 * std::sqrt(variance / n));
            // The variance of x^2 for a uniform x is 4/45 b^4.
            QVERIFY(std::fabs(square / n - variance) < 4.0 * bound * bound * std::sqrt(4.0 / 45.0 / n));
        }
    }

    void containersStartFromTheSameNumbers() {
        nn::NetworkSpec spec;
        spec.hidden = {7};
        const auto wide = nn::makeNetwork<double>(spec, nn::namedPolicy("FP64"), 20, 10, 1);
        const auto narrow = nn::makeNetwork<float>(spec, nn::namedPolicy("FP32"), 20, 10, 1);
        for (const auto& layer : wide->layers()) {
            nn::initialiseKaimingUniform(layer->parameters(), 5);
        }
        for (const auto& layer : narrow->layers()) {
            nn::initialiseKaimingUniform(layer->parameters(), 5);
        }
        const auto a = wide->snapshot();
        const auto b = narrow->snapshot();
        for (std::size_t t = 0; t < a.tensors.size(); ++t) {
            for (std::size_t i = 0; i < a.tensors[t].values.size(); ++i) {
                QCOMPARE(b.tensors[t].values[i], static_cast<double>(static_cast<float>(a.tensors[t].values[i])));
            }
        }
    }

    void snapshotsComeBack() {
        nn::NetworkSpec spec;
        spec.hidden = {5, 3};
        const auto network = nn::makeNetwork<double>(spec, nn::namedPolicy("FP64"), 4, 10, 1);
        for (const auto& layer : network->layers()) {
            nn::initialiseKaimingUniform(layer->parameters(), 5);
        }
        const auto weights = network->snapshot();
        QCOMPARE(weights.tensors.size(), std::size_t{6});
        QCOMPARE(weights.tensors[0].name, std::string("layer1.weight"));
        QCOMPARE(weights.tensors[0].shape, (std::vector<std::size_t>{5, 4}));
        QCOMPARE(weights.tensors[5].name, std::string("layer3.bias"));
        const auto other = nn::makeNetwork<double>(spec, nn::namedPolicy("FP64"), 4, 10, 1);
        other->assign(weights, {1, 0, 0});
        QVERIFY(other->snapshot() == weights);
    }

    void theForwardPassIsTheFormula() {
        // One layer, W [10, 2], so that y = x W^T + b can be computed on paper.
        nn::NetworkSpec spec;
        spec.hidden = {};
        const auto network = nn::makeNetwork<double>(spec, nn::namedPolicy("FP64"), 2, 10, 1);
        nn::WeightSnapshot weights{
            {{"layer1.weight", {10, 2}, std::vector<double>(20)}, {"layer1.bias", {10}, std::vector<double>(10)}},
            true};
        for (std::size_t i = 0; i < 20; ++i) {
            weights.tensors[0].values[i] = static_cast<double>(i);
        }
        weights.tensors[1].values[9] = 0.5;
        network->assign(weights, {1, 0, 0});
        network->input(1)(0, 0) = 2.0;
        network->input(1)(0, 1) = -1.0;
        const auto y = network->forward(1, {1, 0, 0});
        QCOMPARE(y(0, 0), -1.0); // 2 * 0 - 1
        QCOMPARE(y(0, 9), 2.0 * 18 - 19 + 0.5);
    }

    void wrongWeightsAreRefused_data() {
        QTest::addColumn<int>("mistake");
        QTest::newRow("missing tensor") << 0;
        QTest::newRow("unknown tensor") << 1;
        QTest::newRow("wrong shape") << 2;
    }
    void wrongWeightsAreRefused() {
        QFETCH(int, mistake);
        nn::NetworkSpec spec;
        spec.hidden = {5};
        const auto network = nn::makeNetwork<float>(spec, nn::PrecisionPolicy(), 4, 10, 1);
        auto weights = network->snapshot();
        if (mistake == 0) {
            weights.tensors.pop_back();
        } else if (mistake == 1) {
            weights.tensors[0].name = "conv1.weight";
        } else {
            weights.tensors[0].shape = {4, 5};
        }
        QVERIFY_THROWS_EXCEPTION(InputError, network->assign(weights, {1, 0, 0}));
    }

    void aShorterBatchLeavesNoTrace() {
        // A step on 32 images and one on 5 after a step on 64 give the weights that a fresh trainer gives.
        const tests::SyntheticExamples data(64, 30);
        const auto examples = data.view();
        nn::TrainerSpec spec;
        spec.network.hidden = {12};
        spec.optimiser.learningRate = 1e-30; // The first step changes no weight in FP32, only the buffers.
        spec.optimiser.momentum = 0.0;
        spec.batchSize = 64;
        const auto used = nn::Trainer::make(spec, examples, 10);
        const auto fresh = nn::Trainer::make(spec, examples, 10);
        static_cast<void>(used->step(examples, data.indices(0, 64), 1, 0));
        const auto a = used->step(examples, data.indices(7, 5), 1, 1);
        const auto b = fresh->step(examples, data.indices(7, 5), 1, 1);
        QCOMPARE(a.loss, b.loss);
        QCOMPARE(a.gradientNorm, b.gradientNorm);
    }

    void stochasticRoundingFollowsTheSeed() {
        const tests::SyntheticExamples data(64, 30);
        const auto examples = data.view();
        nn::TrainerSpec spec;
        spec.network.hidden = {12};
        spec.precision = nn::namedPolicy("BF16");
        spec.precision.rounding = format::Rounding::Stochastic;
        spec.batchSize = 32;
        std::set<std::string> digests;
        for (const std::uint64_t seed : {1, 1, 2}) {
            spec.seed = seed;
            const auto trainer = nn::Trainer::make(spec, examples, 10);
            for (std::uint32_t step = 0; step < 4; ++step) {
                static_cast<void>(trainer->step(examples, data.indices(step % 2 * 32, 32), 1, step));
            }
            digests.insert(nn::digest(trainer->weights()));
        }
        QCOMPARE(digests.size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"
