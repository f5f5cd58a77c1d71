// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of what rounding and updates do, against values counted by hand and one element at a time.
#include "targets_under_test.h"

#include <cmath>
#include <limits>

#include "core/kernels/rounding_effects.h"

using namespace roundoff;
using kernels::RoundingEffects;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

template <typename T>
void checkEffects() {
    // A format with normal numbers from 1 to 100.
    const std::vector<T> before{T(0),    T(0.1),  T(0.6),  T(2),    T(-200), T(-200),
                                T(kInf), T(kNan), T(-0.0), T(-0.2), T(kNan), T(-128)};
    const std::vector<T> after{T(0),   T(0),    T(0.5),  T(2),    T(-100), T(-kInf),
                               T(100), T(kNan), T(-0.0), T(-0.0), T(100),  T(-128)};
    const kernels::FormatRange<T> range{T(1), T(100)};
    const RoundingEffects expected{
        .zero = 2, .underflowed = 2, .subnormal = 1, .overflowed = 1, .saturated = 2, .nonFinite = 2, .nanReplaced = 1};
    QVERIFY(kernels::countRoundingEffects<T>(before, after, range) == expected);
    // In any length, and in whole vectors as in their rest.
    for (std::size_t copies = 1; copies < 20; ++copies) {
        std::vector<T> manyBefore;
        std::vector<T> manyAfter;
        for (std::size_t i = 0; i < copies; ++i) {
            manyBefore.insert(manyBefore.end(), before.begin(), before.end());
            manyAfter.insert(manyAfter.end(), after.begin(), after.end());
        }
        const auto counts = kernels::countRoundingEffects<T>(manyBefore, manyAfter, range);
        QCOMPARE(counts.zero, 2 * copies);
        QCOMPARE(counts.underflowed, 2 * copies);
        QCOMPARE(counts.subnormal, copies);
        QCOMPARE(counts.overflowed, copies);
        QCOMPARE(counts.saturated, 2 * copies);
        QCOMPARE(counts.nonFinite, 2 * copies);
        QCOMPARE(counts.nanReplaced, copies);
    }
    QVERIFY(kernels::countRoundingEffects<T>({}, {}, range) == RoundingEffects{});
}

template <typename T>
void checkUpdates() {
    std::vector<T> direction;
    std::vector<T> before;
    std::vector<T> after;
    kernels::UpdateEffects expected;
    for (int i = 0; i < 103; ++i) {
        direction.push_back(T(i % 3 == 0 ? 0 : 1));
        before.push_back(T(i));
        after.push_back(T(i % 5 == 0 ? i : i + 1));
        expected.updates += i % 3 == 0 ? 0 : 1;
        expected.swallowed += i % 3 != 0 && i % 5 == 0 ? 1 : 0;
        QVERIFY(kernels::countUpdateEffects<T>(direction, before, after) == expected);
    }
}

} // namespace

class TestRoundingEffects : public QObject {
    Q_OBJECT

private slots:
    void effects_data() { tests::addTargetRows(); }
    void effects() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        checkEffects<float>();
        checkEffects<double>();
    }

    void updates_data() { tests::addTargetRows(); }
    void updates() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        checkUpdates<float>();
        checkUpdates<double>();
    }
};

QTEST_APPLESS_MAIN(TestRoundingEffects)
#include "tst_rounding_effects.moc"
