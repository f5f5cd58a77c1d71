// SPDX-License-Identifier: GPL-3.0-or-later
// Backpropagation in FP64 against central differences of the loss, for every activation and loss.
#include <QTest>

#include <cmath>

#include "core/nn/evaluation.h"
#include "core/nn/initialisation.h"
#include "synthetic_examples.h"

using namespace roundoff;
using nn::Activation;
using nn::Loss;

class TestGradients : public QObject {
    Q_OBJECT

private slots:
    void agreeWithDifferences_data() {
        QTest::addColumn<int>("activation");
        QTest::addColumn<int>("loss");
        QTest::addColumn<bool>("deep");
        for (const auto& [name, activation] :
             {std::pair{"relu", Activation::Relu}, {"sigmoid", Activation::Sigmoid}, {"tanh", Activation::Tanh}}) {
            for (const auto& [lossName, loss] :
                 {std::pair{"cross-entropy", Loss::CrossEntropy}, {"squares", Loss::MeanSquaredError}}) {
                for (const bool deep : {false, true}) {
                    QTest::addRow("%s %s %s", name, lossName, deep ? "deep" : "shallow")
                        << int(activation) << int(loss) << deep;
                }
            }
        }
    }
    void agreeWithDifferences() {
        QFETCH(int, activation);
        QFETCH(int, loss);
        QFETCH(bool, deep);
        constexpr std::size_t kBatch = 5;
        constexpr std::size_t kFeatures = 12;
        const tests::SyntheticExamples data(kBatch, kFeatures);
        const auto examples = data.view();
        const auto policy = nn::namedPolicy("FP64");
        nn::NetworkSpec spec;
        spec.hidden = deep ? std::vector{9, 7, 8} : std::vector{6};
        spec.activation = static_cast<Activation>(activation);
        const auto network = nn::makeNetwork<double>(spec, policy, kFeatures, 10, kBatch);
        for (const auto& layer : network->layers()) {
            nn::initialiseKaimingUniform(layer->parameters(), 3);
        }
        const auto precision = std::make_shared<const nn::LayerPrecision<double>>(policy, 1);
        nn::LossFunction<double> lossFunction(static_cast<Loss>(loss), precision);
        const nn::InputTable<double> table(examples.table, *precision);
        const nn::StepContext key{1, 1, 0};
        const auto meanLoss = [&](kernels::MatrixView<double> gradient) {
            table.gather(examples, data.indices(0, kBatch), network->input(kBatch), key);
            return lossFunction.evaluate(network->forward(kBatch, key), data.labels, gradient, 1.0, key).lossSum /
                   kBatch;
        };

        meanLoss(network->outputGradient(kBatch));
        network->backward(kBatch, key);
        for (auto* parameter : network->parameters()) {
            for (std::size_t i = 0; i < parameter->size(); i += 5) {
                const std::size_t row = i / parameter->values().cols();
                const std::size_t col = i % parameter->values().cols();
                const double analytic = parameter->gradient()(row, col);
                double& value = parameter->values()(row, col);
                const double saved = value;
                constexpr double kStep = 1e-6;
                value = saved + kStep;
                const double above = meanLoss({});
                value = saved - kStep;
                const double below = meanLoss({});
                value = saved;
                const double numeric = (above - below) / (2.0 * kStep);
                QVERIFY2(std::fabs(analytic - numeric) < 2e-8 + 1e-6 * std::fabs(numeric),
                         qPrintable(QStringLiteral("%1 %2: %3, by differences %4")
                                        .arg(QString::fromStdString(parameter->name()))
                                        .arg(i)
                                        .arg(analytic)
                                        .arg(numeric)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestGradients)
#include "tst_gradients.moc"
