// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the optimisers against their formulas, one element at a time, bit for bit: products and sums are not
// fused, so the formula in plain C++ is the definition.
#include "targets_under_test.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <type_traits>

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
constexpr kernels::AdamFactors<T> kFactors{T(0.9), T(0.99), T(0.1), T(0.3), T(1e-3), T(0.999)};

template <typename T>
T velocityAfter(T gradient, T momentum, T velocity) {
    return momentum * velocity + gradient;
}

template <typename T>
T moment1After(T gradient, const kernels::AdamFactors<T>& f, T moment) {
    return f.beta1 * moment + (T{1} - f.beta1) * gradient;
}

template <typename T>
T moment2After(T gradient, const kernels::AdamFactors<T>& f, T moment) {
    return f.beta2 * moment + (T{1} - f.beta2) * (gradient * gradient);
}

template <typename T>
T weightAfter(T moment1, T moment2, const kernels::AdamFactors<T>& f, T weight) {
    return weight * f.keep - f.rate * (moment1 / (std::sqrt(moment2) / f.correction + f.epsilon));
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
        kernels::accumulateMoments<T>(g, kFactors<T>, m, v);
        auto adam = w;
        kernels::descendAdam<T>(m, v, kFactors<T>, adam);
        for (std::size_t i = 0; i < count; ++i) {
            QCOMPARE(out[i], g[i] + decay * w[i]);
            QCOMPARE(velocity[i], velocityAfter(g[i], rate, before[i]));
            QCOMPARE(weights[i], w[i] - rate * g[i]);
            QCOMPARE(m[i], moment1After(g[i], kFactors<T>, m0[i]));
            QCOMPARE(v[i], moment2After(g[i], kFactors<T>, v0[i]));
            QCOMPARE(adam[i], weightAfter(m[i], v[i], kFactors<T>, w[i]));
        }
    }
}

// Numbers of all magnitudes, both zeros, infinities and NaN among them; every third is subnormal.
template <typename T>
std::vector<T> anything(std::size_t count, std::uint64_t seed) {
    using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    const T infinity = std::numeric_limits<T>::infinity();
    const std::array<T, 10> special{T{0},
                                    -T{0},
                                    infinity,
                                    -infinity,
                                    T(NAN),
                                    std::numeric_limits<T>::denorm_min(),
                                    T{1},
                                    T(0x1p-30),
                                    std::numeric_limits<T>::min(),
                                    std::numeric_limits<T>::max()};
    std::mt19937_64 random(seed);
    std::vector<T> x(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto drawn = static_cast<Bits>(random());
        constexpr Bits kSignificand = (Bits{1} << (std::numeric_limits<T>::digits - 1)) - 1;
        constexpr Bits kSign = Bits{1} << (8 * sizeof(T) - 1);
        if (i % 7 == 6) {
            x[i] = special[random() % special.size()];
        } else if (i % 3 == 0) {
            x[i] = std::bit_cast<T>(static_cast<Bits>(drawn & (kSign | kSignificand)));
        } else if (i % 3 == 1) {
            x[i] = std::bit_cast<T>(drawn);
        } else { // Of the size of weights and gradients.
            x[i] = static_cast<T>(
                std::ldexp(static_cast<double>(drawn % 2'000'003) / 1e6 - 1.0, -static_cast<int>(random() % 40)));
        }
    }
    return x;
}

template <typename T>
bool same(T a, T b) {
    return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b);
}

// Not QVERIFY2, which would write its message for each of some million numbers.
#define VERIFY_SAME(actual, expected)                                                                                  \
    if (!same(actual, expected)) {                                                                                     \
        QFAIL(qPrintable(QStringLiteral("%1: %2, not %3")                                                              \
                             .arg(i)                                                                                   \
                             .arg(static_cast<double>(actual), 0, 'g', 17)                                             \
                             .arg(static_cast<double>(expected), 0, 'g', 17)));                                        \
    }

template <typename T>
void checkMomentum(T momentum, T rate) {
    constexpr std::size_t kCount = 20'000;
    const auto g = anything<T>(kCount, 1);
    const auto before = anything<T>(kCount, 2);
    const auto w = anything<T>(kCount, 3);
    auto apart = before;
    kernels::accumulateMomentum<T>(g, momentum, apart);
    auto descended = w;
    kernels::descend<T>(apart, rate, descended);
    auto velocity = before;
    auto weights = w;
    kernels::stepMomentum<T>(g, momentum, rate, velocity, weights);
    for (std::size_t i = 0; i < kCount; ++i) {
        const T v = velocityAfter(g[i], momentum, before[i]);
        VERIFY_SAME(velocity[i], v);
        VERIFY_SAME(apart[i], v);
        VERIFY_SAME(weights[i], w[i] - rate * v);
        VERIFY_SAME(descended[i], w[i] - rate * v);
    }
}

template <typename T>
void checkAdam(const kernels::AdamFactors<T>& factors) {
    constexpr std::size_t kCount = 20'000;
    const auto g = anything<T>(kCount, 4);
    const auto m0 = anything<T>(kCount, 5);
    auto v0 = anything<T>(kCount, 6);
    for (T& v : v0) {
        v = std::fabs(v);
    }
    const auto w = anything<T>(kCount, 7);
    auto m = m0;
    auto v = v0;
    auto weights = w;
    kernels::stepAdam<T>(g, factors, m, v, weights);
    auto mApart = m0;
    auto vApart = v0;
    kernels::accumulateMoments<T>(g, factors, mApart, vApart);
    auto apart = w;
    kernels::descendAdam<T>(mApart, vApart, factors, apart);
    for (std::size_t i = 0; i < kCount; ++i) {
        VERIFY_SAME(m[i], moment1After(g[i], factors, m0[i]));
        VERIFY_SAME(v[i], moment2After(g[i], factors, v0[i]));
        VERIFY_SAME(mApart[i], m[i]);
        VERIFY_SAME(vApart[i], v[i]);
        VERIFY_SAME(weights[i], weightAfter(m[i], v[i], factors, w[i]));
        VERIFY_SAME(apart[i], weights[i]);
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

    void numbersOfEveryMagnitudeDoToo_data() { tests::addTargetRows(); }
    void numbersOfEveryMagnitudeDoToo() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        for (const double momentum : {0.0, 0.3, 0.5, 0.9, 0.99999, 1.0}) {
            for (const double rate : {1e-4, 1.0, 30.0}) {
                checkMomentum(static_cast<float>(momentum), static_cast<float>(rate));
                checkMomentum(momentum, rate);
            }
        }
        for (const double rate : {1e-3, 5.0}) {
            for (const double correction : {0.0, 0x1p-21, 0.0316, 0.7, 1.0}) {
                for (const double epsilon : {0.0, 1e-8, 1e-3}) {
                    checkAdam<float>({0.9F, 0.999F, static_cast<float>(rate), static_cast<float>(correction),
                                      static_cast<float>(epsilon), 0.9999F});
                    checkAdam<double>({0.9, 0.999, rate, correction, epsilon, 0.9999});
                }
            }
        }
    }

    // The root of a square is the number again, so that every significand comes to be a divisor.
    void everyDivisorDivides_data() { tests::addTargetRows(); }
    void everyDivisorDivides() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        constexpr std::size_t kPiece = 1U << 12U;
        constexpr std::uint32_t kSignificands = 1U << 23U;
        std::mt19937 random(8);
        std::vector<float> moment1(kPiece);
        std::vector<float> moment2(kPiece);
        std::vector<float> weights(kPiece);
        for (std::uint32_t first = 0; first < kSignificands; first += kPiece) {
            for (std::uint32_t i = 0; i < kPiece; ++i) {
                const auto root = std::bit_cast<float>(0x3F800000U | (first + i));
                moment2[i] = root * root;
                moment1[i] = std::bit_cast<float>(0x3F800000U | (static_cast<std::uint32_t>(random()) & 0x807FFFFFU));
                weights[i] = 0.0F;
            }
            const kernels::AdamFactors<float> factors{0.9F, 0.999F, 1.0F, 1.0F, 0x1p-30F, 1.0F};
            kernels::descendAdam<float>(moment1, moment2, factors, weights);
            for (std::size_t i = 0; i < kPiece; ++i) {
                const float expected = weightAfter(moment1[i], moment2[i], factors, 0.0F);
                VERIFY_SAME(weights[i], expected);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestUpdate)
#include "tst_update.moc"
