// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the optimisers against their formulas, one element at a time, bit for bit: products and sums are not
// fused, so the formula in plain C++ is the definition.
#include "targets_under_test.h"

#include <cmath>

#include "core/kernels/update.h"

using namespace roundoff;

namespace {

template <typename T>
std::vector<T> wave(std::size_t count, double phase) {
    std::vector<T> x(count);
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = static_cast<T>(std::sin(static_cast<double>(i) + phase));
    }
    return x;
}

template <typename T>
void checkAll() {
    for (const std::size_t count : {1, 15, 16, 100}) {
        const auto g = wave<T>(count, 0.1);
        const auto w = wave<T>(count, 0.7);
        const T decay = static_cast<T>(0.01);
        const T rate = static_cast<T>(0.1);
        std::vector<T> out(count);
        kernels::addDecay<T>(g, w, decay, out);
        auto velocity = wave<T>(count, 1.3);
        const auto before = velocity;
        kernels::accumulateMomentum<T>(g, rate, velocity);
        auto weights = w;
        kernels::descend<T>(g, rate, weights);
        auto m = wave<T>(count, 2.0);
        auto v = wave<T>(count, 3.0);
        for (T& value : v) {
            value = std::fabs(value);
        }
        const auto m0 = m;
        const auto v0 = v;
        const T beta1 = static_cast<T>(0.9);
        const T beta2 = static_cast<T>(0.99);
        kernels::accumulateMoments<T>(g, beta1, beta2, m, v);
        auto adam = w;
        const T correction = static_cast<T>(0.3);
        const T epsilon = static_cast<T>(1e-3);
        const T keep = static_cast<T>(0.999);
        kernels::descendAdam<T>(m, v, rate, correction, epsilon, keep, adam);
        for (std::size_t i = 0; i < count; ++i) {
            QCOMPARE(out[i], g[i] + decay * w[i]);
            QCOMPARE(velocity[i], rate * before[i] + g[i]);
            QCOMPARE(weights[i], w[i] - rate * g[i]);
            QCOMPARE(m[i], beta1 * m0[i] + (T{1} - beta1) * g[i]);
            QCOMPARE(v[i], beta2 * v0[i] + (T{1} - beta2) * (g[i] * g[i]));
            QCOMPARE(adam[i], w[i] * keep - rate * (m[i] / (std::sqrt(v[i]) / correction + epsilon)));
        }
    }
}

} // namespace

class TestUpdate : public QObject {
    Q_OBJECT

private slots:
    void stepsFollowTheirFormulas_data() { tests::addTargetRows(); }
    void stepsFollowTheirFormulas() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        checkAll<float>();
        checkAll<double>();
    }
};

QTEST_APPLESS_MAIN(TestUpdate)
#include "tst_update.moc"
