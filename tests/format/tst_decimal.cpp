// SPDX-License-Identifier: GPL-3.0-or-later
// Decimal rounding against arithmetic on paper, and against the formula of the paper where that has no trap.
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <set>

#include "core/format/decimal.h"

using namespace roundoff;
using format::Decimal;
using format::Rounding;

class TestDecimal : public QObject {
    Q_OBJECT

private slots:
    void onPaper_data() {
        QTest::addColumn<int>("digits");
        QTest::addColumn<int>("rounding");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* name, int digits, Rounding rounding, double value, double expected) {
            QTest::newRow(name) << digits << static_cast<int>(rounding) << value << expected;
        };
        row("nearest", 3, Rounding::NearestEven, 0.12345, 0.123);
        row("nearest, up", 3, Rounding::NearestEven, 0.1236, 0.124);
        row("a tie on paper goes to even", 3, Rounding::NearestEven, 0.0025, 0.002);
        row("a tie goes away", 3, Rounding::NearestAway, 0.0025, 0.003);
        row("an exact tie", 2, Rounding::NearestEven, 0.125, 0.12);
        row("truncated", 1, Rounding::TowardZero, 0.19999, 0.1);
        row("truncated, negative", 1, Rounding::TowardZero, -0.19999, -0.1);
        row("a value of the format stays", 2, Rounding::TowardZero, 0.29, 0.29);
        row("a value of the format stays when rounded up", 2, Rounding::Up, 0.57, 0.57);
        row("up", 2, Rounding::Up, 0.121, 0.13);
        row("up, negative", 2, Rounding::Up, -0.129, -0.12);
        row("down, negative", 2, Rounding::Down, -0.121, -0.13);
        row("no decimals", 0, Rounding::NearestEven, 2.5, 2.0);
        row("large values stay", 3, Rounding::NearestEven, 1e20, 1e20);
        row("infinity stays", 3, Rounding::Up, std::numeric_limits<double>::infinity(),
            std::numeric_limits<double>::infinity());
        row("zero keeps its sign", 3, Rounding::NearestEven, -0.0, -0.0);
        row("what becomes zero keeps its sign", 2, Rounding::TowardZero, -0.001, -0.0);
    }
    void onPaper() {
        QFETCH(int, digits);
        QFETCH(int, rounding);
        QFETCH(double, value);
        QFETCH(double, expected);
        const double got = format::quantise(Decimal{digits}, value, static_cast<Rounding>(rounding), 0);
        QCOMPARE(std::bit_cast<quint64>(got), std::bit_cast<quint64>(expected));
    }

    void everyMemberStaysInEveryMode() {
        for (int digits = 1; digits <= 6; ++digits) {
            for (int k = -20000; k <= 20000; k += 7) {
                const double member = k / format::powerOfTen(digits);
                const auto narrow = static_cast<float>(member);
                for (const auto rounding : {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero,
                                            Rounding::Up, Rounding::Down, Rounding::Stochastic}) {
                    QCOMPARE(format::quantise(Decimal{digits}, member, rounding, 0), member);
                    if (digits <= 4) { // Floats have seven digits.
                        QCOMPARE(format::quantise(Decimal{digits}, narrow, rounding, 0), narrow);
                    }
                }
            }
        }
    }

    void directedModesBracketTheValue() {
        quint64 state = 9;
        for (int i = 0; i < 100000; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const double x = static_cast<double>(static_cast<qint64>(state)) * 0x1p-63;
            const double up = format::quantise(Decimal{3}, x, Rounding::Up, 0);
            const double down = format::quantise(Decimal{3}, x, Rounding::Down, 0);
            QVERIFY(down <= x && x <= up);
            QVERIFY(up - down < 0.0011);
            const double nearest = format::quantise(Decimal{3}, x, Rounding::NearestEven, 0);
            QCOMPARE(nearest, std::nearbyint(x * 1000.0) / 1000.0); // The formula of the paper.
        }
    }

    // The paper counts 19 values at one decimal for weights within (-1, 1): -0.9 to 0.9, which is what truncation
    // gives.
    void oneDecimalHas19ValuesTruncatedAnd21Rounded() {
        std::set<double> truncated;
        std::set<double> rounded;
        for (int i = -9999; i <= 9999; ++i) {
            truncated.insert(format::quantise(Decimal{1}, i / 10000.0, Rounding::TowardZero, 0) + 0.0);
            rounded.insert(format::quantise(Decimal{1}, i / 10000.0, Rounding::NearestEven, 0) + 0.0);
        }
        QCOMPARE(truncated.size(), std::size_t{19});
        QCOMPARE(rounded.size(), std::size_t{21});
    }
};

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
