// SPDX-License-Identifier: GPL-3.0-or-later
// Block formats against values worked out by hand from the OCP Microscaling Formats (MX) Specification, version 1.0:
// section 5.3 (element formats), 5.4 (E8M0) and 6.3 (conversion).
#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "core/format/tensor_format.h"

using namespace roundoff;
using format::Block;
using format::Rounding;
using Values = std::vector<double>;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Block block(const QString& name) {
    return std::get<Block>(format::parseTensorFormat(name.toStdString()));
}

Values quantised(const Block& f, Values values, const std::vector<std::size_t>& shape,
                 Rounding rounding = Rounding::NearestEven) {
    format::quantiseTensor(f, values, shape, rounding, {});
    return values;
}

Values quantised(const Block& f, const Values& values, Rounding rounding = Rounding::NearestEven) {
    return quantised(f, values, {values.size()}, rounding);
}

} // namespace

class TestBlock : public QObject {
    Q_OBJECT

private slots:
    void elements_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("largestExponent");
        QTest::addColumn<double>("largest");
        QTest::newRow("MXFP8-E5M2") << "MXFP8-E5M2" << 15 << 57344.0;
        QTest::newRow("MXFP8-E4M3") << "MXFP8-E4M3" << 8 << 448.0;
        QTest::newRow("MXFP6-E3M2") << "MXFP6-E3M2" << 4 << 28.0;
        QTest::newRow("MXFP6-E2M3") << "MXFP6-E2M3" << 2 << 7.5;
        QTest::newRow("MXFP4") << "MXFP4" << 2 << 6.0;
        QTest::newRow("MXINT8") << "MXINT8" << 0 << 1.984375;
    }
    void elements() {
        QFETCH(QString, name);
        QFETCH(double, largest);
        QTEST(format::largestExponent(block(name).element), "largestExponent");
        QCOMPARE(format::quantiseElement(block(name), 0, 1e30, Rounding::NearestEven, 0), largest);
        QCOMPARE(format::quantiseElement(block(name), 0, -1e30, Rounding::NearestEven, 0), -largest);
    }

    // 10 is 1.25 * 2^3, and E2M1's largest power of two is 2^2: the scale is 2. Elements 5, 0.5, 1.3, -2.5 and 3.5.
    void fourBitsByHand_data() {
        QTest::addColumn<int>("rounding");
        QTest::addColumn<Values>("expected");
        const auto row = [](const char* name, Rounding rounding, const Values& expected) {
            QTest::newRow(name) << static_cast<int>(rounding) << expected;
        };
        row("nearest-even", Rounding::NearestEven, {8.0, 1.0, 3.0, -4.0, 8.0});
        row("nearest-away", Rounding::NearestAway, {12.0, 1.0, 3.0, -6.0, 8.0});
        row("toward-zero", Rounding::TowardZero, {8.0, 1.0, 2.0, -4.0, 6.0});
        row("up", Rounding::Up, {12.0, 1.0, 3.0, -4.0, 8.0});
        row("down", Rounding::Down, {8.0, 1.0, 2.0, -6.0, 6.0});
    }
    void fourBitsByHand() {
        QFETCH(int, rounding);
        QTEST(quantised(block("MXFP4"), {10.0, 1.0, 2.6, -5.0, 7.0}, static_cast<Rounding>(rounding)), "expected");
    }

    // 1.99 * 2^3 over the scale 2^1 is 7.96, which no E2M1 number reaches: the rule of section 6.3 saturates it.
    void theLargestMaySaturate() { QCOMPARE(quantised(block("MXFP4"), {15.92, -15.92}), Values({12.0, -12.0})); }

    void integersByHand() {
        // Scale 2^0, steps of 1/64. -2 has a code in two's complement that is not used.
        QCOMPARE(quantised(block("MXINT8"), {1.0, -1.9999, 0.3, 1.5 / 64, 0.5 / 64}),
                 Values({1.0, -127.0 / 64, 19.0 / 64, 2.0 / 64, 0.0}));
    }

    void blocksAreScaledByThemselves() {
        // 33 values: 32 up to 1 with steps of 1/64, and a shorter block of one, which is kept exactly.
        Values values(33, 1.0);
        values[1] = 0.001;
        values[32] = 0.001953125;
        Values expected = values;
        expected[1] = 0.0;
        QCOMPARE(quantised(block("MXINT8"), values), expected);
    }

    void blocksDoNotGoOnInTheNextRow() {
        // Two rows of 2: in one block 0.001 would become 0.
        QCOMPARE(quantised(block("MXINT8"), {1.0, 1.0, 0.0009765625, 0.0}, {2, 2}),
                 Values({1.0, 1.0, 0.0009765625, 0.0}));
        QCOMPARE(quantised(block("MXINT8"), {1.0, 1.0, 0.0009765625, 0.0}, {4}), Values({1.0, 1.0, 0.0, 0.0}));
    }

    void scaleExponent_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("largest");
        QTest::addColumn<int>("exponent");
        QTest::newRow("a power of two") << "MXFP8-E4M3" << 256.0 << 0;
        QTest::newRow("just below it") << "MXFP8-E4M3" << std::nextafter(256.0, 0.0) << -1;
        QTest::newRow("zero") << "MXFP8-E4M3" << 0.0 << -127;
        QTest::newRow("the smallest scale") << "MXFP4" << 0x1p-125 << -127;
        QTest::newRow("below it") << "MXFP4" << 0x1p-140 << -127;
        QTest::newRow("subnormal in double") << "MXINT8" << 0x1p-1074 << -127;
        QTest::newRow("the largest scale") << "MXINT8" << 0x1p127 << 127;
        QTest::newRow("above it") << "MXINT8" << 0x1p200 << 127;
    }
    void scaleExponent() {
        QFETCH(QString, name);
        QFETCH(double, largest);
        const Values values{0.0, -largest};
        const auto exponent = format::scaleExponent(block(name), values);
        QVERIFY(exponent.has_value());
        QTEST(*exponent, "exponent");
    }

    void nonFiniteMakesTheBlockNan_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("value");
        for (const char* name : {"MXFP8-E5M2", "MXFP8-E4M3", "MXFP4", "MXINT8"}) {
            QTest::addRow("%s NaN", name) << name << std::nan("");
            QTest::addRow("%s infinity", name) << name << kInfinity;
            QTest::addRow("%s minus infinity", name) << name << -kInfinity;
        }
    }
    void nonFiniteMakesTheBlockNan() {
        QFETCH(QString, name);
        QFETCH(double, value);
        Values values(34, 1.0);
        values[31] = value;
        const Values result = quantised(block(name), values);
        QVERIFY(std::all_of(result.begin(), result.begin() + 32, [](double v) { return std::isnan(v); }));
        QCOMPARE(Values(result.begin() + 32, result.end()), Values({1.0, 1.0})); // The next block is its own.
    }

    void zerosKeepTheirSignInFloatsOnly() {
        QVERIFY(std::signbit(quantised(block("MXFP4"), {-0.0})[0]));
        QVERIFY(std::signbit(quantised(block("MXFP4"), {8.0, -0.001})[1]));
        QVERIFY(!std::signbit(quantised(block("MXINT8"), {-0.0})[0]));
        QVERIFY(!std::signbit(quantised(block("MXINT8"), {8.0, -0.001})[1]));
    }

    // 5 rows of 70 are 5 * 3 blocks of at most 32; 350 codes and 15 bytes of scales.
    void storage_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("bits");
        QTest::newRow("MXFP8-E4M3") << "MXFP8-E4M3" << 350 * 8 + 15 * 8;
        QTest::newRow("MXFP6-E2M3") << "MXFP6-E2M3" << 350 * 6 + 15 * 8;
        QTest::newRow("MXFP4") << "MXFP4" << 350 * 4 + 15 * 8;
        QTest::newRow("MXINT8") << "MXINT8" << 350 * 8 + 15 * 8;
        QTest::newRow("BLOCK16-FP4-E2M1") << "BLOCK16-FP4-E2M1" << 350 * 4 + 25 * 8;
    }
    void storage() {
        QFETCH(QString, name);
        QTEST(static_cast<int>(format::storedBits(block(name), std::vector<std::size_t>{5, 70})), "bits");
    }

    void noValues() {
        QCOMPARE(quantised(block("MXFP4"), {}, {0, 7}), Values());
        QCOMPARE(format::storedBits(block("MXFP4"), std::vector<std::size_t>{0}), std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(TestBlock)
#include "tst_block.moc"
