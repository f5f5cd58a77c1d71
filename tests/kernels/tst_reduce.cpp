// SPDX-License-Identifier: GPL-3.0-or-later
// Reductions against their definitions, computed here one element at a time.
#include "targets_under_test.h"

#include <array>
#include <cmath>
#include <limits>

#include "core/kernels/reduce.h"

using namespace roundoff;

namespace {

template <typename T>
std::vector<T> values(std::size_t count) {
    std::vector<T> x(count);
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = static_cast<T>(std::sin(static_cast<double>(i) * 1.7) * 3.0);
    }
    return x;
}

// Sixteen partial sums, added pairwise.
template <typename T>
double definedSum(const std::vector<T>& x) {
    std::array<double, 16> partial{};
    for (std::size_t i = 0; i < x.size(); ++i) {
        partial[i % 16] += static_cast<double>(x[i]) * static_cast<double>(x[i]);
    }
    for (std::size_t width = 8; width > 0; width /= 2) {
        for (std::size_t k = 0; k < width; ++k) {
            partial[k] += partial[k + width];
        }
    }
    return partial[0];
}

} // namespace

class TestReduce : public QObject {
    Q_OBJECT

private slots:
    void sumOfSquaresHasOneShape_data() { tests::addTargetRows(); }
    void sumOfSquaresHasOneShape() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        for (const std::size_t count : {0, 1, 15, 16, 17, 100, 1000}) {
            const auto narrow = values<float>(count);
            const auto wide = values<double>(count);
            // Without optimisation for one CPU the compiler of this test does not fuse, and the kernels may not either.
            QCOMPARE(kernels::sumOfSquares<float>(narrow), definedSum(narrow));
            QCOMPARE(kernels::sumOfSquares<double>(wide), definedSum(wide));
        }
    }

    void nonFiniteElementsAreFound_data() { tests::addTargetRows(); }
    void nonFiniteElementsAreFound() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        for (const std::size_t count : {1, 16, 33, 200}) {
            auto x = values<float>(count);
            x[count / 2] = std::numeric_limits<float>::max();
            QVERIFY(kernels::allFinite<float>(x));
            for (const float bad : {std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(),
                                    std::numeric_limits<float>::quiet_NaN()}) {
                for (const std::size_t place : {std::size_t{0}, count / 2, count - 1}) {
                    auto broken = x;
                    broken[place] = bad;
                    QVERIFY(!kernels::allFinite<float>(broken));
                }
            }
        }
        QVERIFY(kernels::allFinite<double>(values<double>(77)));
    }

    void clampCountsWhatItChanges_data() { tests::addTargetRows(); }
    void clampCountsWhatItChanges() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        auto x = values<double>(101);
        x[50] = std::nan("");
        const auto before = x;
        std::size_t expected = 0;
        for (const double value : before) {
            expected += std::fabs(value) > 1.5 ? 1 : 0;
        }
        QCOMPARE(kernels::clamp<double>(x, 1.5), expected);
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (i == 50) {
                QVERIFY(std::isnan(x[i]));
            } else {
                QCOMPARE(x[i], std::fmax(-1.5, std::fmin(1.5, before[i])));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestReduce)
#include "tst_reduce.moc"
