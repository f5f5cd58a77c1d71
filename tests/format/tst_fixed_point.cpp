// SPDX-License-Identifier: GPL-3.0-or-later
// Two's complement fixed point against arithmetic by hand, exhaustively for FIXED8.4 and INT4.
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

#include "core/format/fixed_point.h"

using namespace roundoff;
using format::FixedPoint;
using format::Rounding;

class TestFixedPoint : public QObject {
    Q_OBJECT

private slots:
    void everyCodeReadsBack() {
        for (const FixedPoint f : {FixedPoint{8, 4}, format::asFixedPoint({4}), FixedPoint{1, 0}, FixedPoint{16, 16}}) {
            for (int code = 0; code < 1 << f.bits; ++code) {
                const int meant = code >= 1 << (f.bits - 1) ? code - (1 << f.bits) : code;
                const double value = format::decode(f, static_cast<quint64>(code));
                QCOMPARE(value, meant / std::pow(2.0, f.fractionBits));
                QCOMPARE(format::encode(f, value), static_cast<quint64>(code));
                QCOMPARE(format::quantise(f, value, Rounding::TowardZero, 0), value);
            }
        }
    }

    void byHand_data() {
        QTest::addColumn<int>("rounding");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* name, Rounding rounding, double value, double expected) {
            QTest::newRow(name) << static_cast<int>(rounding) << value << expected;
        };
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        row("tie to even, down", Rounding::NearestEven, 0.03125, 0.0); // Half of 1/16.
        row("tie to even, up", Rounding::NearestEven, 0.09375, 0.125);
        row("tie away", Rounding::NearestAway, -0.03125, -0.0625);
        row("toward zero", Rounding::TowardZero, -1.99, -1.9375);
        row("up", Rounding::Up, -1.99, -1.9375);
        row("down", Rounding::Down, -1.99, -2.0);
        row("above", Rounding::NearestEven, 100.0, 7.9375);
        row("below", Rounding::NearestEven, -100.0, -8.0);
        row("infinity", Rounding::NearestEven, kInfinity, 7.9375);
        row("minus infinity", Rounding::Up, -kInfinity, -8.0);
        row("NaN becomes 0", Rounding::NearestEven, std::nan(""), 0.0);
        row("there is one zero", Rounding::NearestEven, -0.001, 0.0);
    }
    void byHand() {
        QFETCH(int, rounding);
        QFETCH(double, value);
        QFETCH(double, expected);
        const double got = format::quantise(FixedPoint{8, 4}, value, static_cast<Rounding>(rounding), 0);
        QCOMPARE(std::bit_cast<quint64>(got), std::bit_cast<quint64>(expected));
    }

    void valuesOfNoCodeAreRefused() {
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, static_cast<void>(format::encode(FixedPoint{8, 4}, 8.0)));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, static_cast<void>(format::encode(FixedPoint{8, 4}, 0.01)));
    }
};

QTEST_APPLESS_MAIN(TestFixedPoint)
#include "tst_fixed_point.moc"
