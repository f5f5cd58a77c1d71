// SPDX-License-Identifier: GPL-3.0-or-later
// Integers with scales against arithmetic by hand, and the affine scheme against the examples in ONNX's specification
// of DynamicQuantizeLinear (opset 11).
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/format/exact_quotient.h"
#include "core/format/tensor_format.h"

using namespace roundoff;
using format::IntegerScaling;
using format::Rounding;
using format::ScaledInteger;
using Values = std::vector<double>;
using Codes = std::vector<int>;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

ScaledInteger integer(const QString& name) {
    return std::get<ScaledInteger>(format::parseTensorFormat(name.toStdString()));
}

Values quantised(const QString& name, Values values, const std::vector<std::size_t>& shape,
                 Rounding rounding = Rounding::NearestEven) {
    format::quantiseTensor(integer(name), values, shape, rounding, {});
    return values;
}

Values quantised(const QString& name, const Values& values, Rounding rounding = Rounding::NearestEven) {
    return quantised(name, values, {values.size()}, rounding);
}

Values singles(const Values& values) {
    Values result;
    std::transform(values.begin(), values.end(), std::back_inserter(result),
                   [](double value) { return static_cast<double>(static_cast<float>(value)); });
    return result;
}

} // namespace

class TestScaledInteger : public QObject {
    Q_OBJECT

private slots:
    void codes_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("lowest");
        QTest::addColumn<int>("highest");
        QTest::newRow("INT2-SYM") << "INT2-SYM" << -1 << 1;
        QTest::newRow("INT8-SYM") << "INT8-SYM" << -127 << 127;
        QTest::newRow("INT16-SYM") << "INT16-SYM" << -32767 << 32767;
        QTest::newRow("INT1-AFFINE") << "INT1-AFFINE" << 0 << 1;
        QTest::newRow("INT8-AFFINE") << "INT8-AFFINE" << 0 << 255;
        QTest::newRow("INT16-AFFINE") << "INT16-AFFINE" << 0 << 65535;
    }
    void codes() {
        QFETCH(QString, name);
        QTEST(format::lowestCode(integer(name)), "lowest");
        QTEST(format::highestCode(integer(name)), "highest");
    }

    void onnx_data() {
        QTest::addColumn<Values>("values");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("zeroPoint");
        QTest::addColumn<Codes>("codes");
        // Its last value, 0.5, is in a test of its own below.
        QTest::newRow("dynamicquantizelinear")
            << Values{0, 2, -3, -2.5, 1.34} << 0.0196078438 << 153 << Codes{153, 255, 0, 26, 221};
        QTest::newRow("max_adjusted") << Values{-1.0, -2.1, -1.3, -2.5, -3.34, -4.0} << 0.0156862754 << 255
                                      << Codes{191, 121, 172, 96, 42, 0};
        QTest::newRow("min_adjusted") << Values{1, 2.1, 1.3, 2.5, 3.34, 4.0, 1.5, 2.6, 3.9, 4.0, 3.0, 2.345}
                                      << 0.0156862754 << 0
                                      << Codes{64, 134, 83, 159, 213, 255, 96, 166, 249, 255, 191, 149};
    }
    void onnx() {
        QFETCH(Values, values);
        QFETCH(double, scale);
        const ScaledInteger f = integer("INT8-AFFINE");
        const IntegerScaling scaling = format::scalingOf(f, singles(values));
        QCOMPARE(static_cast<float>(scaling.scale), static_cast<float>(scale));
        QTEST(scaling.zeroPoint, "zeroPoint");
        Codes got;
        for (const double value : singles(values)) {
            got.push_back(format::encode(f, scaling, value, Rounding::NearestEven, 0));
        }
        QTEST(got, "codes");
    }

    // The one code of these examples that differs: ONNX has 179, because 0.5 over the scale 0.0196078438311815... is
    // 25.4999995..., and a division in FP32 makes that the tie 25.5. Here the exact quotient decides.
    void theExactQuotientDecides() {
        const ScaledInteger f = integer("INT8-AFFINE");
        const IntegerScaling scaling = format::scalingOf(f, Values{-3.0, 2.0});
        QCOMPARE(0.5F / static_cast<float>(scaling.scale), 25.5F);
        QVERIFY(25.5 * scaling.scale > 0.5); // Exact: the scale has 24 bits.
        QCOMPARE(format::encode(f, scaling, 0.5, Rounding::NearestEven, 0), 153 + 25);
    }

    // 7 * 0.25 is the largest: the scale is 0.25. 0.375 and -0.625 are ties, 1.5 and -2.5 steps.
    void symmetricByHand_data() {
        QTest::addColumn<int>("rounding");
        QTest::addColumn<Values>("expected");
        const auto row = [](const char* name, Rounding rounding, const Values& expected) {
            QTest::newRow(name) << static_cast<int>(rounding) << expected;
        };
        row("nearest-even", Rounding::NearestEven, {-1.75, 0.5, -0.5, 0.0, 1.0});
        row("nearest-away", Rounding::NearestAway, {-1.75, 0.5, -0.75, 0.0, 1.0});
        row("toward-zero", Rounding::TowardZero, {-1.75, 0.25, -0.5, 0.0, 0.75});
        row("up", Rounding::Up, {-1.75, 0.5, -0.5, 0.25, 1.0});
        row("down", Rounding::Down, {-1.75, 0.25, -0.75, 0.0, 0.75});
    }
    void symmetricByHand() {
        QFETCH(int, rounding);
        QTEST(quantised("INT4-SYM", {-1.75, 0.375, -0.625, 1e-300, 0.99}, static_cast<Rounding>(rounding)), "expected");
    }

    // From -1 to 2.75 in 15 steps of 0.25; zero is code 4. Directions are those of the value: codes grow with it.
    void affineByHand() {
        const Values values{-1.0, 2.75, 0.0, -0.3, 0.625};
        QCOMPARE(quantised("INT4-AFFINE", values), Values({-1.0, 2.75, 0.0, -0.25, 0.5}));
        QCOMPARE(quantised("INT4-AFFINE", values, Rounding::TowardZero), Values({-1.0, 2.75, 0.0, -0.25, 0.5}));
        QCOMPARE(quantised("INT4-AFFINE", values, Rounding::Down), Values({-1.0, 2.75, 0.0, -0.5, 0.5}));
    }

    // A row of whole numbers up to 7, and one of eighths up to 7 / 8. In groups of 2 each row's last value is alone.
    void sharing_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Values>("expected");
        QTest::newRow("tensor") << "INT4-SYM" << Values{7, 3, 7, 0, 1, 1}; // 0.875 goes to 1, 0.375 to 0.
        QTest::newRow("channel") << "INT4-SYM-CHANNEL" << Values{7, 3, 7, 0.375, 0.875, 0.875};
        QTest::newRow("groups of 2") << "INT4-SYM-G2" << Values{7, 3, 7, 0.375, 0.875, 0.875};
        QTest::newRow("groups longer than a row") << "INT4-SYM-G64" << Values{7, 3, 7, 0.375, 0.875, 0.875};
    }
    void sharing() {
        QFETCH(QString, name);
        QTEST(quantised(name, {7, 3, 7, 0.375, 0.875, 0.875}, {2, 3}), "expected");
    }

    void groupsEndWithTheRow() {
        // Groups of 2 in rows of 3: the third value of each row is alone and exact. Over the rows' end it would not be.
        QCOMPARE(quantised("INT2-SYM-G2", {8, 1, 1, 8, 2, 2}, {2, 3}), Values({8, 0, 1, 8, 0, 2}));
        QCOMPARE(quantised("INT2-SYM-G2", {8, 1, 1, 8, 2, 2}, {6}), Values({8, 0, 0, 8, 2, 2}));
    }

    void aBiasIsOneChannel() { QCOMPARE(quantised("INT2-SYM-CHANNEL", {8, 1, 5}, {3}), Values({8, 0, 8})); }

    void higherDimensionsAreOneRow() {
        // [outputs, inputs, width]: an output channel is 4 values.
        QCOMPARE(quantised("INT2-SYM-CHANNEL", {8, 1, 1, 1, 2, 2, 2, 2}, {2, 2, 2}), Values({8, 0, 0, 0, 2, 2, 2, 2}));
    }

    void degenerate_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Values>("values");
        QTest::addColumn<Values>("expected");
        for (const char* name : {"INT8-SYM", "INT8-AFFINE"}) {
            const auto row = [name](const char* what, const Values& values, const Values& expected) {
                QTest::addRow("%s %s", name, what) << name << values << expected;
            };
            row("zeros", {0.0, -0.0}, {0.0, 0.0});
            row("a constant", {2.0, 2.0}, singles({2.0, 2.0}));
            row("NaN is 0", {std::nan(""), 1.0}, {0.0, 1.0});
            row("infinity does not scale", {kInfinity, 1.0}, {1.0, 1.0});
            row("NaN alone", {std::nan("")}, {0.0});
            row("nothing", {}, {});
        }
        QTest::newRow("INT8-SYM minus infinity") << "INT8-SYM" << Values{-kInfinity, 127.0} << Values{-127.0, 127.0};
        QTest::newRow("INT8-SYM infinity alone") << "INT8-SYM" << Values{kInfinity, 0.0} << Values{127.0, 0.0};
        QTest::newRow("INT8-AFFINE infinities alone")
            << "INT8-AFFINE" << Values{kInfinity, -kInfinity} << Values{255.0, 0.0};
        QTest::newRow("INT1-AFFINE") << "INT1-AFFINE" << Values{3.0, 1.0, 1.5, 2.0} << Values{3.0, 0.0, 0.0, 3.0};
        QTest::newRow("smaller than the smallest scale")
            << "INT8-SYM" << Values{0x1p-127, 0x1.8p-127} << Values{0.0, 0x1p-126}; // A tie and three quarters.
    }
    void degenerate() {
        QFETCH(QString, name);
        QFETCH(Values, values);
        QFETCH(Values, expected);
        const Values got = quantised(name, values);
        QCOMPARE(got.size(), expected.size());
        for (std::size_t i = 0; i < got.size(); ++i) {
            // Scales are rounded to FP32, which leaves an error of 2^-24 in what was not zero.
            QVERIFY2(std::fabs(got[i] - expected[i]) <= std::fabs(expected[i]) * 0x1p-24,
                     qPrintable(QString::number(got[i], 'g', 17)));
            QVERIFY(got[i] != 0.0 || !std::signbit(got[i])); // There is one zero.
        }
    }

    void singleQuotientIsRoundedOnce() {
        // (1 + 2^-24) is a tie of FP32's; 2^-52 more is nearer to the upper neighbour.
        QCOMPARE(format::singleQuotient(1.0 + 0x1p-24, 1), 1.0);
        QCOMPARE(format::singleQuotient(1.0 + 0x1p-24 + 0x1p-52, 1), 1.0 + 0x1p-23);
        // 3 * (1 + 2^-24) + 2^-51 over 3 is 2^-51 / 3 above the tie, where the double nearest to it is the tie itself.
        const double dividend = 3.0 * (1.0 + 0x1p-24) + 0x1p-51;
        QCOMPARE(format::singleQuotient(dividend, 3), 1.0 + 0x1p-23);
        QCOMPARE(format::singleQuotient(dividend - 0x1p-50, 3), 1.0);
        QCOMPARE(format::singleQuotient(kInfinity, 127), static_cast<double>(std::numeric_limits<float>::max()));
        QCOMPARE(format::singleQuotient(0x1p-1074, 127), 0x1p-126);
    }

    // 5 rows of 70: 350 codes; 1, 5, or 5 * 3 scales of 32 bits, each with a zero point if affine.
    void storage_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("bits");
        QTest::newRow("INT8-SYM") << "INT8-SYM" << 350 * 8 + 32;
        QTest::newRow("INT8-SYM-CHANNEL") << "INT8-SYM-CHANNEL" << 350 * 8 + 5 * 32;
        QTest::newRow("INT4-SYM-G32") << "INT4-SYM-G32" << 350 * 4 + 15 * 32;
        QTest::newRow("INT4-AFFINE-G32") << "INT4-AFFINE-G32" << 350 * 4 + 15 * (32 + 4);
    }
    void storage() {
        QFETCH(QString, name);
        QTEST(static_cast<int>(format::storedBits(integer(name), std::vector<std::size_t>{5, 70})), "bits");
    }
};

QTEST_APPLESS_MAIN(TestScaledInteger)
#include "tst_scaled_integer.moc"
