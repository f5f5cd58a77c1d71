// SPDX-License-Identifier: GPL-3.0-or-later
// Clipping against arithmetic by hand; that it follows PyTorch through training is checked in tst_pytorch_trajectory.
#include <QTest>

#include <cmath>

#include "core/nn/gradient_clipping.h"

using namespace roundoff;
using nn::ClippingKind;

namespace {

// Two tensors with gradients (3, 4) and (12): norms 5 and 12, together 13.
struct Gradients {
    explicit Gradients(const char* policy)
        : precision(std::make_shared<const nn::LayerPrecision<double>>(nn::namedPolicy(policy), 1)),
          first("layer1.bias", {2}, 0, precision), second("layer2.bias", {1}, 1, precision) {
        first.gradient()(0, 0) = 3.0;
        first.gradient()(0, 1) = -4.0;
        second.gradient()(0, 0) = 12.0;
    }
    nn::ClippingOutcome clip(ClippingKind kind, double threshold) {
        const std::vector<nn::Parameter<double>*> all{&first, &second};
        return nn::clipGradients<double>({kind, threshold}, all, {1, 1, 0});
    }
    std::shared_ptr<const nn::LayerPrecision<double>> precision;
    nn::Parameter<double> first;
    nn::Parameter<double> second;
};

} // namespace

class TestGradientClipping : public QObject {
    Q_OBJECT

private slots:
    void noneOnlyMeasures() {
        Gradients g("FP64");
        const auto outcome = g.clip(ClippingKind::None, 0.1);
        QCOMPARE(outcome.norm, 13.0);
        QCOMPARE(outcome.clippedFraction, 0.0);
        QCOMPARE(g.second.gradient()(0, 0), 12.0);
    }

    void normScalesEverything() {
        Gradients g("FP64");
        const auto outcome = g.clip(ClippingKind::Norm, 6.5);
        QCOMPARE(outcome.norm, 13.0);
        QCOMPARE(outcome.clippedFraction, 1.0);
        const double coefficient = 6.5 / (13.0 + 1e-6);
        QCOMPARE(g.first.gradient()(0, 0), 3.0 * coefficient);
        QCOMPARE(g.first.gradient()(0, 1), -4.0 * coefficient);
        QCOMPARE(g.second.gradient()(0, 0), 12.0 * coefficient);
    }

    void normBelowTheThresholdIsLeftAlone() {
        Gradients g("FP64");
        QCOMPARE(g.clip(ClippingKind::Norm, 14.0).clippedFraction, 0.0);
        QCOMPARE(g.second.gradient()(0, 0), 12.0);
    }

    void valueLimitsEachElement() {
        Gradients g("FP64");
        const auto outcome = g.clip(ClippingKind::Value, 3.5);
        QCOMPARE(outcome.norm, 13.0); // Before clipping.
        QCOMPARE(outcome.clippedFraction, 2.0 / 3.0);
        QCOMPARE(g.first.gradient()(0, 0), 3.0);
        QCOMPARE(g.first.gradient()(0, 1), -3.5);
        QCOMPARE(g.second.gradient()(0, 0), 3.5);
    }

    void whatIsKeptIsRounded() {
        Gradients g("E11M10"); // Eleven significand bits in a double container.
        static_cast<void>(g.clip(ClippingKind::Norm, 1.0));
        const double exact = 12.0 / (13.0 + 1e-6);
        QVERIFY(g.second.gradient()(0, 0) != exact);
        QVERIFY(std::fabs(g.second.gradient()(0, 0) - exact) <= 0x1p-12);
    }

    void anInfiniteGradientIsNotHidden() {
        Gradients g("FP64");
        g.first.gradient()(0, 0) = INFINITY;
        QVERIFY(std::isinf(g.clip(ClippingKind::Norm, 1.0).norm));
    }
};

QTEST_APPLESS_MAIN(TestGradientClipping)
#include "tst_gradient_clipping.moc"
