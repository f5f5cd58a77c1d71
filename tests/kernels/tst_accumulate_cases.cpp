// SPDX-License-Identifier: GPL-3.0-or-later
// Accumulation in cases worked out by hand, and what is no accumulator.
#include "targets_under_test.h"

#include <bit>
#include <limits>
#include <stdexcept>

#include "core/base/error.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/accumulate.h"

using namespace roundoff;
using format::Overflow;
using format::Quantisation;
using format::Rounding;
using format::Subnormals;
using kernels::Accumulation;
using kernels::AccumulationCounts;
using kernels::Accumulator;
using kernels::Matrix;

namespace {

Quantisation nearest(const format::BinaryFloat& f) {
    return {f, Rounding::NearestEven, format::defaultOverflow(f), Subnormals::Keep};
}

// The sum of the products of a row and a column, on the target in use, and what was counted.
struct Outcome {
    float value;
    AccumulationCounts counts;
};

Outcome dot(const Accumulation& accumulation, const std::vector<float>& a, const std::vector<float>& b) {
    Matrix<float> row(1, a.size());
    Matrix<float> column(b.size(), 1);
    for (std::size_t k = 0; k < a.size(); ++k) {
        row(0, k) = a[k];
        column(k, 0) = b[k];
    }
    Matrix<float> c(1, 1);
    const Accumulator<float> accumulator(accumulation);
    Outcome outcome{};
    accumulator.multiply(row.view(), column.view(), c.view(), {}, &outcome.counts);
    outcome.value = c(0, 0);
    accumulator.multiply(row.view(), column.view(), c.view(), {});
    if (std::bit_cast<quint32>(c(0, 0)) != std::bit_cast<quint32>(outcome.value)) {
        throw std::logic_error("counting changes the result");
    }
    return outcome;
}

} // namespace

class TestAccumulateCases : public QObject {
    Q_OBJECT

private slots:
    // Worked out by hand. FP16 has 11 bits: from 2048 on its values are two apart, and 2048 + 1 is a tie that goes to
    // the even 2048. BF16 has 8 bits: 256 + 1 stays 256. FP8-E4M3 has 4 bits: 16 + 1 stays 16.
    void onesStagnate_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("chunk");
        QTest::addColumn<float>("sum");
        QTest::addColumn<qulonglong>("stagnated");
        QTest::newRow("FP16") << "FP16" << 0 << 2048.0F << qulonglong{2048};
        QTest::newRow("FP16, chunks of 64") << "FP16" << 64 << 4096.0F << qulonglong{0};
        QTest::newRow("BF16") << "BF16" << 0 << 256.0F << qulonglong{3840};
        QTest::newRow("FP8-E4M3") << "FP8-E4M3" << 0 << 16.0F << qulonglong{4080};
        QTest::newRow("FP8-E4M3, chunks of 32") << "FP8-E4M3" << 32 << 2048.0F << qulonglong{2048};
        QTest::newRow("FP8-E4M3, chunks of 1000") << "FP8-E4M3" << 1000 << 80.0F << qulonglong{4016};
    }
    void onesStagnate() {
        QFETCH(QString, format);
        QFETCH(int, chunk);
        QFETCH(float, sum);
        QFETCH(qulonglong, stagnated);
        const auto f = std::get<format::BinaryFloat>(format::parseFormat(format.toStdString()));
        const std::vector<float> ones(4096, 1.0F);
        const Outcome outcome = dot({nearest(f), chunk}, ones, ones);
        QCOMPARE(outcome.value, sum);
        QVERIFY((outcome.counts == AccumulationCounts{4096, stagnated, 0, 0}));
    }

    // Worked out by hand. FP16: largest 65504 = 2047 * 32, smallest 2^-24; BF16: 8 bits.
    void smallCases_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("overflow");
        QTest::addColumn<bool>("bf16");
        QTest::addColumn<QList<float>>("a");
        QTest::addColumn<QList<float>>("b");
        QTest::addColumn<float>("sum");
        QTest::addColumn<QList<qulonglong>>("counts"); // additions, stagnated, underflowed, overflowed
        const auto row = [](const char* name, Rounding mode, Overflow overflow, bool bf16, const QList<float>& a,
                            const QList<float>& b, float sum, const QList<qulonglong>& counts) {
            QTest::newRow(name) << static_cast<int>(mode) << static_cast<int>(overflow) << bf16 << a << b << sum
                                << counts;
        };
        constexpr float kInfinity = std::numeric_limits<float>::infinity();
        constexpr auto kNearest = Rounding::NearestEven;
        constexpr auto kToInfinity = Overflow::ToInfinity;
        row("each product is rounded", kNearest, kToInfinity, true, {1.0078125F, 1.0F}, {1.0078125F, -1.015625F}, 0.0F,
            {2, 0, 0, 0}); // (1 + 2^-7)^2 = 1 + 2^-6 + 2^-14 becomes 1 + 2^-6.
        row("a product underflows", kNearest, kToInfinity, false, {0x1p-13F, 1.0F}, {0x1p-12F, 3.0F}, 3.0F,
            {1, 0, 1, 0}); // 2^-25 is a tie of 0 and 2^-24.
        row("a product underflows upwards", Rounding::Up, kToInfinity, false, {0x1p-100F}, {0x1p-100F}, 0x1p-24F,
            {1, 0, 0, 0});
        row("a full product is rounded once", kNearest, kToInfinity, true, {0x1.000002p0F}, {0x1.00FFFEp0F}, 1.0078125F,
            {1, 0, 0, 0}); // 1 + 2^-8 + 2^-31 - 2^-46: in float it would be the middle, and then 1.
        row("a sum overflows", kNearest, kToInfinity, false, {65504.0F, 16.0F, -1.0F}, {1.0F, 1.0F, 1.0F}, kInfinity,
            {2, 0, 0, 1});
        row("a sum saturates", kNearest, Overflow::Saturate, false, {65504.0F, 16.0F, -32.0F}, {1.0F, 1.0F, 1.0F},
            65472.0F, {3, 1, 0, 1});
        row("a product saturates", kNearest, Overflow::Saturate, false, {300.0F, 1.0F}, {-300.0F, 32.0F}, -65472.0F,
            {2, 0, 0, 1});
        row("toward zero stops at the largest", Rounding::TowardZero, kToInfinity, false, {300.0F}, {300.0F}, 65504.0F,
            {1, 0, 0, 1});
        row("infinity passes", Rounding::TowardZero, kToInfinity, false, {kInfinity, 1.0F}, {1.0F, 1.0F}, kInfinity,
            {0, 0, 0, 0});
        row("a tiny product lifts the sum", Rounding::Up, kToInfinity, true, {1.0F, 0x1p-70F}, {1.0F, 0x1p-60F},
            1.0078125F, {2, 0, 0, 0});
        row("a tiny product lowers the sum", Rounding::TowardZero, kToInfinity, true, {1.0F, -0x1p-70F},
            {1.0F, 0x1p-60F}, 0.99609375F, {2, 0, 0, 0}); // 1 - 2^-8
        row("a tiny product does not", kNearest, kToInfinity, true, {1.0F, -0x1p-70F}, {1.0F, 0x1p-60F}, 1.0F,
            {2, 1, 0, 0});
        row("what cancels is +0", Rounding::Down, kToInfinity, true, {1.0F, -1.0F}, {1.0F, 1.0F}, 0.0F, {2, 0, 0, 0});
    }
    void smallCases() {
        QFETCH(int, mode);
        QFETCH(int, overflow);
        QFETCH(bool, bf16);
        QFETCH(QList<float>, a);
        QFETCH(QList<float>, b);
        QFETCH(float, sum);
        QFETCH(QList<qulonglong>, counts);
        const Quantisation q{bf16 ? format::kBf16 : format::kFp16, static_cast<Rounding>(mode),
                             static_cast<Overflow>(overflow), Subnormals::Keep};
        for (const std::string& target : kernels::availableTargets()) {
            const tests::TargetScope scope(QString::fromStdString(target));
            const Outcome outcome = dot({q, 0}, {a.begin(), a.end()}, {b.begin(), b.end()});
            QCOMPARE(std::bit_cast<quint32>(outcome.value), std::bit_cast<quint32>(sum));
            QCOMPARE((QList<qulonglong>{outcome.counts.additions, outcome.counts.stagnated, outcome.counts.underflowed,
                                        outcome.counts.overflowed}),
                     counts);
        }
    }

    void countsAddUp() {
        AccumulationCounts counts{1, 2, 3, 4};
        counts += {10, 20, 30, 40};
        QVERIFY((counts == AccumulationCounts{11, 22, 33, 44}));
    }

    void unfitAccumulatorsAreRefused_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("overflow");
        QTest::addColumn<int>("chunk");
        const auto toInfinity = static_cast<int>(Overflow::ToInfinity);
        QTest::newRow("too precise") << "E5M11" << toInfinity << 0;
        QTest::newRow("FP32") << "FP32" << toInfinity << 0;
        QTest::newRow("range beyond FP32's") << "E9M3" << toInfinity << 0;
        QTest::newRow("no float") << "INT8" << static_cast<int>(Overflow::Saturate) << 0;
        QTest::newRow("decimal") << "DEC3" << toInfinity << 0;
        QTest::newRow("has no infinity") << "FP8-E4M3" << toInfinity << 0;
        QTest::newRow("negative chunk") << "FP16" << toInfinity << -1;
    }
    void unfitAccumulatorsAreRefused() {
        QFETCH(QString, format);
        QFETCH(int, overflow);
        QFETCH(int, chunk);
        const Quantisation q{format::parseFormat(format.toStdString()), Rounding::NearestEven,
                             static_cast<Overflow>(overflow), Subnormals::Keep};
        QVERIFY_EXCEPTION_THROWN(Accumulator<float>({q, chunk}), InputError);
    }
};

QTEST_APPLESS_MAIN(TestAccumulateCases)
#include "tst_accumulate_cases.moc"
