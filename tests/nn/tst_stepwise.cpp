// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic that rounds after every elementary operation: what it must make visible, and one step of each
// optimiser by hand.
#include <QTest>

#include <cmath>

#include "core/format/binary_float.h"
#include "core/nn/optimiser.h"
#include "core/nn/trainer.h"
#include "synthetic_examples.h"

using namespace roundoff;

namespace {

nn::TrainerSpec spec(const char* policy, nn::Arithmetic arithmetic, nn::OptimiserKind optimiser) {
    nn::TrainerSpec s;
    s.network.hidden = {24};
    s.precision = nn::namedPolicy(policy);
    s.precision.arithmetic = arithmetic;
    s.optimiser.kind = optimiser;
    s.optimiser.learningRate = optimiser == nn::OptimiserKind::Sgd ? 0.01 : 0.001;
    s.batchSize = 32;
    return s;
}

bool anyNan(const nn::WeightSnapshot& weights) {
    for (const auto& tensor : weights.tensors) {
        for (const double value : tensor.values) {
            if (std::isnan(value)) {
                return true;
            }
        }
    }
    return false;
}

double half(double x) {
    return format::quantise(format::kFp16, x, format::Rounding::NearestEven, format::Overflow::ToInfinity,
                            format::Subnormals::Keep, 0);
}

// One weight, one gradient, one step.
double stepOneWeight(const nn::OptimiserSpec& optimiserSpec, double weight, double gradient) {
    auto policy = nn::namedPolicy("FP16");
    policy.arithmetic = nn::Arithmetic::Stepwise;
    nn::Parameter<float> parameter("layer1.bias", {1}, 0, std::make_shared<const nn::LayerPrecision<float>>(policy, 1));
    parameter.assign({weight}, {1, 0, 0});
    parameter.gradient()(0, 0) = static_cast<float>(gradient);
    nn::Optimiser<float> optimiser(optimiserSpec, {&parameter});
    optimiser.step({1, 1, 0});
    return static_cast<double>(parameter.values()(0, 0));
}

} // namespace

class TestStepwise : public QObject {
    Q_OBJECT

private slots:
    // Adam's epsilon 1e-8 is 0 in FP16: a weight whose gradients are 0 is updated by 0 / 0.
    void adamDividesByZeroInHalfPrecision() {
        tests::SyntheticExamples data(64, 40);
        for (std::size_t i = 0; i < 64; ++i) {
            data.pixels[i * 40] = 0;
        }
        auto examples = data.view();
        examples.table[0] = 0.0; // The first input is always 0, and so are the gradients of its weights.
        const auto stepwise = nn::Trainer::make(spec("FP16", nn::Arithmetic::Stepwise, nn::OptimiserKind::Adam),
                                                examples, 10);
        static_cast<void>(stepwise->step(examples, data.indices(0, 32), 1, 0));
        QVERIFY(anyNan(stepwise->weights()));
        const auto fused = nn::Trainer::make(spec("FP16", nn::Arithmetic::Fused, nn::OptimiserKind::Adam), examples,
                                             10);
        static_cast<void>(fused->step(examples, data.indices(0, 32), 1, 0));
        QVERIFY(!anyNan(fused->weights()));
    }

    void sgdByHand() {
        nn::OptimiserSpec s;
        s.learningRate = 0.1;
        s.momentum = 0.9;
        s.weightDecay = 0.01;
        const double w = half(0.3);
        const double g = half(0.7);
        const double decayed = half(half(w * half(0.01)) + g);
        const double velocity = half(half(0.0 * half(0.9)) + decayed);
        QCOMPARE(stepOneWeight(s, w, g), half(w - half(velocity * half(0.1))));
    }

    void adamByHand() {
        nn::OptimiserSpec s;
        s.kind = nn::OptimiserKind::Adam;
        s.learningRate = 0.01;
        s.epsilon = 1e-4;
        const double w = half(0.3);
        const double g = half(0.7);
        const double m = half(half(g * half(1.0 - 0.9)) + 0.0);
        const double v = half(half(half(g * g) * half(1.0 - 0.999)) + 0.0);
        double d = half(std::sqrt(v));
        d = half(d / half(std::sqrt(1.0 - 0.999)));
        d = half(d + half(1e-4));
        const double update = half(half(m / d) * half(0.01 / (1.0 - 0.9)));
        QCOMPARE(stepOneWeight(s, w, g), half(w - update));
    }

    void bothArithmeticsAgreeWhereNothingIsRounded() {
        const tests::SyntheticExamples data(320, 40);
        const auto examples = data.view();
        for (const auto optimiser : {nn::OptimiserKind::Sgd, nn::OptimiserKind::Adam, nn::OptimiserKind::AdamW}) {
            const auto fused = nn::Trainer::make(spec("FP64", nn::Arithmetic::Fused, optimiser), examples, 10);
            const auto stepwise = nn::Trainer::make(spec("FP64", nn::Arithmetic::Stepwise, optimiser), examples, 10);
            for (std::uint32_t step = 0; step < 10; ++step) {
                const double a = fused->step(examples, data.indices(step * 32, 32), 1, step).loss;
                const double b = stepwise->step(examples, data.indices(step * 32, 32), 1, step).loss;
                QVERIFY2(std::fabs(a - b) < 1e-12, qPrintable(QStringLiteral("%1 %2").arg(a).arg(b)));
            }
        }
    }

    void lossesAndActivationsLearnStepwise_data() {
        QTest::addColumn<int>("activation");
        QTest::addColumn<int>("loss");
        for (int activation = 0; activation < 3; ++activation) {
            for (int loss = 0; loss < 2; ++loss) {
                QTest::addRow("activation %d loss %d", activation, loss) << activation << loss;
            }
        }
    }
    void lossesAndActivationsLearnStepwise() {
        QFETCH(int, activation);
        QFETCH(int, loss);
        const tests::SyntheticExamples data(320, 40);
        const auto examples = data.view();
        auto s = spec("FP16", nn::Arithmetic::Stepwise, nn::OptimiserKind::Sgd);
        s.network.activation = static_cast<nn::Activation>(activation);
        s.loss = static_cast<nn::Loss>(loss);
        s.optimiser.learningRate = 0.05;
        const auto trainer = nn::Trainer::make(s, examples, 10);
        double first = 0.0;
        double last = 0.0;
        for (std::uint32_t epoch = 1; epoch <= 15; ++epoch) {
            last = 0.0;
            for (std::uint32_t step = 0; step < 10; ++step) {
                last += trainer->step(examples, data.indices(step * 32, 32), epoch, step).loss / 10.0;
            }
            first = epoch == 1 ? last : first;
        }
        QVERIFY2(last < 0.7 * first, qPrintable(QStringLiteral("%1 to %2").arg(first).arg(last)));
    }
};

QTEST_APPLESS_MAIN(TestStepwise)
#include "tst_stepwise.moc"
