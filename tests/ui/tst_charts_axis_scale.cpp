// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QTest>

#include "ui/charts/axis_scale.h"

using namespace roundoff::ui;

namespace {

QStringList labels(const AxisScale& axis) {
    QStringList texts;
    for (const Tick& tick : axis.ticks) {
        if (!tick.label.isEmpty()) {
            texts.append(tick.label);
        }
    }
    return texts;
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

} // namespace

class TestChartsAxisScale : public QObject {
    Q_OBJECT

private slots:
    void niceSteps_data();
    void niceSteps();
    void tickLabels_data();
    void tickLabels();
    void ticksLieInTheRange_data();
    void ticksLieInTheRange();
    void fitsTheRange_data();
    void fitsTheRange();
    void placesValues();
    void showsOnlyWhatItCan();
    void numbersToRead_data();
    void numbersToRead();
    void followsTheLocale();
};

void TestChartsAxisScale::niceSteps_data() {
    QTest::addColumn<double>("span");
    QTest::addColumn<int>("intervals");
    QTest::addColumn<double>("step");
    QTest::newRow("exact") << 1.0 << 5 << 0.2;
    QTest::newRow("rounded up") << 1.0 << 4 << 0.5;
    QTest::newRow("one tenth") << 0.93 << 10 << 0.1;
    QTest::newRow("thousands") << 4690.0 << 6 << 1000.0;
    QTest::newRow("tiny") << 3e-7 << 4 << 1e-7;
    QTest::newRow("one interval") << 7.0 << 1 << 10.0;
    QTest::newRow("no interval") << 7.0 << 0 << 10.0;
}

void TestChartsAxisScale::niceSteps() {
    QFETCH(double, span);
    QFETCH(int, intervals);
    QFETCH(double, step);
    QCOMPARE(niceStep(span, intervals), step);
}

void TestChartsAxisScale::tickLabels_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("style");
    QTest::addColumn<Range>("data");
    QTest::addColumn<int>("fit");
    QTest::addColumn<int>("maxTicks");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, AxisKind kind, NumberStyle style, Range data, Fit fit, int maxTicks,
                        const QStringList& expected) {
        QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(style) << data << static_cast<int>(fit)
                            << maxTicks << expected;
    };
    using enum AxisKind;
    using enum NumberStyle;
    using enum Fit;
    row("accuracy", Linear, Percent, {0.9541, 0.9783}, Nice, 6, {"95 %", "96 %", "97 %", "98 %"});
    row("accuracy in halves", Linear, Percent, {0.9701, 0.9722}, Nice, 6,
        {"97.00 %", "97.05 %", "97.10 %", "97.15 %", "97.20 %", "97.25 %"});
    row("no accuracy above one", Linear, Percent, {0.99, 0.99}, Nice, 4, {"94 %", "96 %", "98 %", "100 %"});
    row("no repeating decimals", Linear, Plain, {0.0, 2.8}, Nice, 4, {"0", "1", "2", "3"});
    row("decimals alike", Linear, Plain, {0.0, 0.31}, Nice, 5, {"0.0", "0.1", "0.2", "0.3", "0.4"});
    row("across zero", Linear, Plain, {-0.3, 0.3}, Exact, 7, {"-0.3", "-0.2", "-0.1", "0.0", "0.1", "0.2", "0.3"});
    row("epochs", Integer, Plain, {0.8, 5.2}, Exact, 20, {"1", "2", "3", "4", "5"});
    row("many epochs", Integer, Plain, {0.4, 50.6}, Exact, 6, {"10", "20", "30", "40", "50"});
    row("steps", Integer, Plain, {0.0, 4690.0}, Low, 6, {"0", "1000", "2000", "3000", "4000", "5000"});
    row("millions", Integer, Plain, {0.0, 3e6}, Low, 4, {"0", "10⁶", "2×10⁶", "3×10⁶"});
    row("tiny", Linear, Plain, {0.0, 3e-5}, Nice, 4, {"0", "10⁻⁵", "2×10⁻⁵", "3×10⁻⁵"});
    row("norms", Logarithmic, Plain, {0.3, 12.0}, Nice, 9, {"0.2", "0.5", "1", "2", "5", "10", "20"});
    row("decades", Logarithmic, Plain, {1e-6, 1.0}, Nice, 9, {"10⁻⁶", "10⁻⁵", "10⁻⁴", "0.001", "0.01", "0.1", "1"});
    row("every other decade", Logarithmic, Plain, {1e-6, 1.0}, Nice, 4, {"10⁻⁶", "10⁻⁴", "0.01", "1"});
    row("part of a decade", Logarithmic, Plain, {3.1, 4.2}, Exact, 4, {"3.5", "4.0"});
    row("loss scale", PowersOfTwo, Plain, {8192.0, 65536.0}, Nice, 9, {"2¹²", "2¹³", "2¹⁴", "2¹⁵", "2¹⁶", "2¹⁷"});
}

void TestChartsAxisScale::tickLabels() {
    QFETCH(int, kind);
    QFETCH(int, style);
    QFETCH(Range, data);
    QFETCH(int, fit);
    QFETCH(int, maxTicks);
    QFETCH(QStringList, expected);
    const AxisScale axis = makeAxis(static_cast<AxisKind>(kind), static_cast<NumberStyle>(style), data,
                                    static_cast<Fit>(fit), maxTicks, QLocale::c());
    QCOMPARE(labels(axis), expected);
}

void TestChartsAxisScale::ticksLieInTheRange_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<Range>("data");
    const auto row = [](const char* name, AxisKind kind, Range data) {
        QTest::newRow(name) << static_cast<int>(kind) << data;
    };
    row("empty", AxisKind::Linear, {});
    row("one value", AxisKind::Linear, {0.25, 0.25});
    row("zero", AxisKind::Linear, {0.0, 0.0});
    row("infinite", AxisKind::Linear, {0.0, kInfinity});
    row("huge", AxisKind::Linear, {0.0, 1e300});
    row("neighbouring doubles", AxisKind::Linear, {1.0, std::nextafter(1.0, 2.0)});
    row("one epoch", AxisKind::Integer, {1.0, 1.0});
    row("empty logarithmic", AxisKind::Logarithmic, {});
    row("zero on a logarithmic axis", AxisKind::Logarithmic, {0.0, 5.0});
    row("nothing positive", AxisKind::Logarithmic, {-3.0, 0.0});
    row("one positive value", AxisKind::Logarithmic, {7.0, 7.0});
    row("600 decades", AxisKind::Logarithmic, {1e-300, 1e300});
    row("one loss scale", AxisKind::PowersOfTwo, {65536.0, 65536.0});
}

void TestChartsAxisScale::ticksLieInTheRange() {
    QFETCH(int, kind);
    QFETCH(Range, data);
    for (const Fit fit : {Fit::Exact, Fit::Low, Fit::Nice}) {
        for (const int maxTicks : {0, 2, 5, 9}) {
            const AxisScale axis = makeAxis(static_cast<AxisKind>(kind), NumberStyle::Plain, data, fit, maxTicks,
                                            QLocale::c());
            QVERIFY(std::isfinite(axis.range.low) && std::isfinite(axis.range.high));
            QVERIFY(axis.range.low < axis.range.high);
            QVERIFY(labels(axis).size() <= 12);
            for (const Tick& tick : axis.ticks) {
                const double fraction = axis.fraction(tick.value);
                QVERIFY(fraction > -1e-6 && fraction < 1.0 + 1e-6);
            }
        }
    }
}

void TestChartsAxisScale::fitsTheRange_data() {
    QTest::addColumn<int>("fit");
    QTest::addColumn<Range>("expected");
    QTest::newRow("exact") << static_cast<int>(Fit::Exact) << Range{0.13, 0.87};
    QTest::newRow("low stays") << static_cast<int>(Fit::Low) << Range{0.13, 1.0};
    QTest::newRow("nice") << static_cast<int>(Fit::Nice) << Range{0.0, 1.0};
}

void TestChartsAxisScale::fitsTheRange() {
    QFETCH(int, fit);
    QFETCH(Range, expected);
    const AxisScale axis = makeAxis(AxisKind::Linear, NumberStyle::Plain, {0.13, 0.87}, static_cast<Fit>(fit), 6,
                                    QLocale::c());
    QCOMPARE(axis.range, expected);
}

void TestChartsAxisScale::placesValues() {
    const AxisScale linear = makeAxis(AxisKind::Linear, NumberStyle::Plain, {2.0, 6.0}, Fit::Exact, 5, QLocale::c());
    QCOMPARE(linear.fraction(3.0), 0.25);
    QCOMPARE(linear.valueAt(0.25), 3.0);
    const AxisScale logarithmic = makeAxis(AxisKind::Logarithmic, NumberStyle::Plain, {0.01, 100.0}, Fit::Exact, 5,
                                           QLocale::c());
    QCOMPARE(logarithmic.fraction(0.1), 0.25);
    QCOMPARE(logarithmic.valueAt(0.75), 10.0);
}

void TestChartsAxisScale::showsOnlyWhatItCan() {
    AxisScale axis;
    QVERIFY(axis.canShow(-1.0));
    QVERIFY(!axis.canShow(std::nan("")));
    QVERIFY(!axis.canShow(kInfinity));
    axis.kind = AxisKind::Logarithmic;
    QVERIFY(!axis.canShow(0.0));
    QVERIFY(axis.canShow(1e-300));
}

void TestChartsAxisScale::numbersToRead_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("style");
    QTest::addColumn<QString>("expected");
    const int plain = static_cast<int>(NumberStyle::Plain);
    const int percent = static_cast<int>(NumberStyle::Percent);
    QTest::newRow("accuracy") << 0.97316 << percent << "97.32 %";
    QTest::newRow("loss") << 0.123456 << plain << "0.1235";
    QTest::newRow("whole") << 65536.0 << plain << "65536";
    QTest::newRow("small") << 1.5e-6 << plain << "1.500×10⁻⁶";
    QTest::newRow("NaN") << std::nan("") << plain << "NaN";
    QTest::newRow("infinity") << kInfinity << percent << "∞";
    QTest::newRow("minus infinity") << -kInfinity << plain << "−∞";
}

void TestChartsAxisScale::numbersToRead() {
    QFETCH(double, value);
    QFETCH(int, style);
    QFETCH(QString, expected);
    QCOMPARE(readableNumber(value, static_cast<NumberStyle>(style), QLocale::c()), expected);
}

void TestChartsAxisScale::followsTheLocale() {
    const QLocale german(QLocale::German, QLocale::Germany);
    const AxisScale axis = makeAxis(AxisKind::Linear, NumberStyle::Plain, {0.0, 0.31}, Fit::Nice, 5, german);
    QCOMPARE(labels(axis), QStringList({"0,0", "0,1", "0,2", "0,3", "0,4"}));
}

QTEST_APPLESS_MAIN(TestChartsAxisScale)
#include "tst_charts_axis_scale.moc"
