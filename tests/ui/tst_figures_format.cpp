// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

#include "core/base/error.h"
#include "core/format/names.h"
#include "ui/figures/exact_decimal.h"
#include "ui/figures/format_bits.h"
#include "ui/figures/format_diagram.h"
#include "ui/figures/format_table.h"
#include "ui/figures/shared_scale_text.h"

using namespace roundoff::ui;
using roundoff::InputError;
using roundoff::format::Rounding;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

FormatUse used(const QString& format, Rounding rounding = Rounding::NearestEven, std::vector<double> companions = {}) {
    return {.format = roundoff::format::parseTensorFormat(format.toStdString()),
            .rounding = rounding,
            .overflow = {},
            .subnormals = roundoff::format::Subnormals::Keep,
            .companions = std::move(companions)};
}

QString joined(const FormatBits& bits) {
    QStringList parts;
    for (const BitGroup& group : bits.groups) {
        parts.append(QString::fromStdString(group.bits));
    }
    return parts.join(u' ');
}

} // namespace

class TestFiguresFormat : public QObject {
    Q_OBJECT

private slots:
    void exactDecimals_data();
    void exactDecimals();
    void typedDecimals();
    void differences();
    void decimalTexts_data();
    void decimalTexts();
    void bits_data();
    void bits();
    void kinds_data();
    void kinds();
    void fraction();
    void modes_data();
    void modes();
    void sharedScales_data();
    void sharedScales();
    void aBlockWithAnInfinityIsNotANumber();
    void chances_data();
    void chances();
    void sharedScaleIsExplained_data();
    void sharedScaleIsExplained();
    void tables();
    void tableRefusesOthers();
    void diagramStaysInside_data();
    void diagramStaysInside();
    void diagramNeedsLessHeightWhenWider();
};

void TestFiguresFormat::exactDecimals_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("digits");
    QTest::addColumn<int>("exponent");
    // 0.1 in double as Python's decimal.Decimal(0.1) prints it.
    QTest::newRow("0.1") << 0.1 << "1000000000000000055511151231257827021181583404541015625" << -55;
    QTest::newRow("0.375") << 0.375 << "375" << -3;
    QTest::newRow("1200") << 1200.0 << "12" << 2;
    QTest::newRow("2^70") << 0x1p70 << "1180591620717411303424" << 0;
    QTest::newRow("-0.5") << -0.5 << "5" << -1;
    QTest::newRow("0") << 0.0 << "0" << 0;
}

void TestFiguresFormat::exactDecimals() {
    QFETCH(double, value);
    QFETCH(QString, digits);
    QFETCH(int, exponent);
    QCOMPARE(ExactDecimal::of(value), (ExactDecimal{std::signbit(value), digits.toStdString(), exponent}));
}

void TestFiguresFormat::typedDecimals() {
    QCOMPARE(ExactDecimal::typed(12.345), (ExactDecimal{false, "12345", -3}));
    QCOMPARE(ExactDecimal::typed(-2e300), (ExactDecimal{true, "2", 300}));
    QCOMPARE(ExactDecimal::typed(0.0), (ExactDecimal{false, "0", 0}));
}

void TestFiguresFormat::differences() {
    // The digits of 0.1 in double beyond the first.
    QCOMPARE(ExactDecimal::of(0.1) - ExactDecimal::typed(0.1),
             (ExactDecimal{false, "55511151231257827021181583404541015625", -55}));
    QCOMPARE(ExactDecimal::of(12.34375) - ExactDecimal::typed(12.345), (ExactDecimal{true, "125", -5}));
    QCOMPARE(ExactDecimal::of(-2.5) - ExactDecimal::typed(-2.53), (ExactDecimal{false, "3", -2}));
    QCOMPARE(ExactDecimal::of(-1.0) - ExactDecimal::of(99.0), (ExactDecimal{true, "1", 2}));
    QVERIFY((ExactDecimal::of(0.25) - ExactDecimal::typed(0.25)).isZero());
}

void TestFiguresFormat::decimalTexts_data() {
    QTest::addColumn<double>("typed");
    QTest::addColumn<int>("maxDigits");
    QTest::addColumn<QString>("mantissa");
    QTest::addColumn<int>("exponent");
    QTest::newRow("plain") << 12.345 << 10 << "12.345" << 0;
    QTest::newRow("zeros before") << -0.005 << 10 << "−0.005" << 0;
    QTest::newRow("zeros behind") << 12e3 << 10 << "12000" << 0;
    QTest::newRow("cut") << 12.3456 << 4 << "12.34…" << 0;
    QTest::newRow("cut below one") << 0.0123456 << 4 << "0.01234…" << 0;
    QTest::newRow("power") << 1.5e30 << 10 << "1.5" << 30;
    QTest::newRow("small power") << 2.5e-12 << 10 << "2.5" << -12;
    QTest::newRow("zero") << 0.0 << 1 << "0" << 0;
}

void TestFiguresFormat::decimalTexts() {
    QFETCH(double, typed);
    QFETCH(int, maxDigits);
    QFETCH(QString, mantissa);
    QFETCH(int, exponent);
    const DecimalText text = decimalText(ExactDecimal::typed(typed), static_cast<std::size_t>(maxDigits));
    QCOMPARE(QString::fromStdString(text.mantissa), mantissa);
    QCOMPARE(text.exponent, exponent);
    QCOMPARE(text.whole, !mantissa.contains(u'…'));
}

void TestFiguresFormat::bits_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("bits");
    QTest::addColumn<bool>("negative");
    QTest::addColumn<QString>("significand");
    QTest::addColumn<int>("exponent");
    // Worked by hand. 12.345 = 1.543125 * 2^3, 0.543125 * 1024 = 556.16, 1024 + 556 = 1580; 3 + 15 = 18.
    QTest::newRow("FP16") << "FP16" << 12.345 << "0 10010 1000101100" << false << "1580" << -7;
    QTest::newRow("FP16, one") << "FP16" << 1.0 << "0 01111 0000000000" << false << "1024" << -10;
    QTest::newRow("FP16, minus zero") << "FP16" << -0.0 << "1 00000 0000000000" << true << "0" << -24;
    QTest::newRow("FP16, smallest") << "FP16" << 0x1p-24 << "0 00000 0000000001" << false << "1" << -24;
    QTest::newRow("FP16, largest subnormal") << "FP16" << 0x3ffp-24 << "0 00000 1111111111" << false << "1023" << -24;
    QTest::newRow("FP16, overflow") << "FP16" << 1e6 << "0 11111 0000000000" << false << "" << 0;
    QTest::newRow("FP16, -inf") << "FP16" << -kInfinity << "1 11111 0000000000" << true << "" << 0;
    // 0x3dcccccd, the best known of all roundings.
    QTest::newRow("FP32, 0.1") << "FP32" << 0.1 << "0 01111011 10011001100110011001101" << false << "13421773" << -27;
    // OCP OFP8: S.1111.110 is 448; there is no infinity.
    QTest::newRow("FP8-E4M3, largest") << "FP8-E4M3" << 448.0 << "0 1111 110" << false << "14" << 5;
    QTest::newRow("FP4-E2M1, largest") << "FP4-E2M1" << -6.0 << "1 11 1" << true << "3" << 1;
    QTest::newRow("FIXED8.4") << "FIXED8.4" << -2.5 << "1 101 1000" << true << "40" << -4;
    QTest::newRow("FIXED4.4") << "FIXED4.4" << 0.25 << "0 100" << false << "4" << -4;
    QTest::newRow("INT8") << "INT8" << 100.4 << "0 1100100" << false << "100" << 0;
    // The paper's figure 1.
    QTest::newRow("DEC3") << "DEC3" << 12.345 << "" << false << "12345" << -3;
    QTest::newRow("DEC3, zeros behind") << "DEC3" << -0.5 << "" << true << "500" << -3;
    QTest::newRow("DEC2, zero") << "DEC2" << 0.004 << "" << false << "0" << -2;
    QTest::newRow("DEC3, no decimals left") << "DEC3" << 1e300 << "" << false << "1" << 300;
    QTest::newRow("DEC3, infinity") << "DEC3" << kInfinity << "" << false << "" << 0;
}

void TestFiguresFormat::bits() {
    QFETCH(QString, format);
    QFETCH(double, value);
    QFETCH(QString, bits);
    QFETCH(bool, negative);
    QFETCH(QString, significand);
    QFETCH(int, exponent);
    const FormatBits apart = takeApart(used(format), value);
    QCOMPARE(joined(apart), bits);
    QCOMPARE(apart.negative, negative);
    QCOMPARE(QString::fromStdString(apart.significand), significand);
    QCOMPARE(apart.exponent, exponent);
    QCOMPARE(apart.base, format.startsWith("DEC") ? 10 : 2);
}

void TestFiguresFormat::kinds_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("kind");
    QTest::newRow("zero") << "FP16" << 0.0 << static_cast<int>(NumberClass::Zero);
    QTest::newRow("underflow") << "FP16" << 1e-9 << static_cast<int>(NumberClass::Zero);
    QTest::newRow("subnormal") << "FP16" << 3e-6 << static_cast<int>(NumberClass::Subnormal);
    QTest::newRow("normal") << "FP16" << 0x1p-14 << static_cast<int>(NumberClass::Normal);
    QTest::newRow("infinity") << "FP16" << 70000.0 << static_cast<int>(NumberClass::Infinity);
    QTest::newRow("NaN") << "FP16" << kNan << static_cast<int>(NumberClass::Nan);
    QTest::newRow("overflow to NaN") << "FP8-E4M3" << 1000.0 << static_cast<int>(NumberClass::Nan);
    QTest::newRow("saturation") << "FP4-E2M1" << 1000.0 << static_cast<int>(NumberClass::Normal);
    QTest::newRow("decimal") << "DEC2" << 0.5 << static_cast<int>(NumberClass::Normal);
}

void TestFiguresFormat::kinds() {
    QFETCH(QString, format);
    QFETCH(double, value);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(takeApart(used(format), value).kind), kind);
}

void TestFiguresFormat::fraction() {
    const FormatBits normal = takeApart(used("FP16"), 12.345);
    QCOMPARE(normal.scaled, (ExactDecimal{false, "154296875", -8})); // 1580 / 1024
    QCOMPARE(normal.scaledExponent, 3);
    QCOMPARE(normal.exponentField, 18);
    QCOMPARE(normal.bias, 15);
    const FormatBits subnormal = takeApart(used("FP16"), 0x1p-24);
    QCOMPARE(subnormal.scaled, (ExactDecimal{false, "9765625", -10})); // 1 / 1024
    QCOMPARE(subnormal.scaledExponent, -14);
    QCOMPARE(subnormal.exponentField, 0);
}

void TestFiguresFormat::modes_data() {
    using roundoff::format::Overflow;
    using roundoff::format::Subnormals;
    QTest::addColumn<FormatUse>("use");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("stored");
    FormatUse use = used("FP16");
    QTest::newRow("infinity by default") << use << 1e6 << kInfinity;
    use.overflow = Overflow::Saturate;
    QTest::newRow("saturate") << use << 1e6 << 65504.0;
    use.subnormals = Subnormals::Flush;
    QTest::newRow("flush") << use << 3e-6 << 0.0;
    use = used("FP4-E2M1");
    use.overflow = Overflow::ToInfinity;
    QTest::newRow("what a format cannot do, it does not") << use << 1e6 << 6.0;
}

void TestFiguresFormat::modes() {
    QFETCH(FormatUse, use);
    QFETCH(double, value);
    QTEST(takeApart(use, value).stored, "stored");
}

void TestFiguresFormat::sharedScales_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("value");
    QTest::addColumn<QList<double>>("companions");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("bits");
    QTest::addColumn<double>("stored");
    // By hand from OCP MX 1.0, 6.3: floor(log2 12.345) - 8 = -5; 12.345 * 2^5 = 395.04, next to 384 = 1.5 * 2^8.
    QTest::newRow("MXFP8") << "MXFP8-E4M3" << 12.345 << QList<double>{0.1, -3.0} << 0x1p-5 << "0 1111 100" << 12.0;
    // 0.1 * 2^5 = 3.2, next to 3.25 = 1.625 * 2^1.
    QTest::newRow("beside a larger one") << "MXFP8-E4M3" << 0.1 << QList<double>{12.345} << 0x1p-5 << "0 1000 101"
                                         << 0.1015625;
    QTest::newRow("the 33rd is of another block")
        << "MXFP4" << 1.0 << (QList<double>(31, 1.0) << 64.0) << 0x1p-2 << "0 11 0" << 1.0;
    QTest::newRow("MXINT8") << "MXINT8" << -0.75 << QList<double>{1.0} << 1.0 << "1 1 010000" << -0.75;
    // 127 / 127 = 1.
    QTest::newRow("symmetric") << "INT8-SYM" << -2.25 << QList<double>{127.0} << 1.0 << "1 1111110" << -2.0;
    // Codes 0 to 3 from -1 to 2: scale 1, zero point 1.
    QTest::newRow("affine") << "INT2-AFFINE" << 0.9 << QList<double>{-1.0, 2.0} << 1.0 << "10" << 1.0;
}

void TestFiguresFormat::sharedScales() {
    QFETCH(QString, format);
    QFETCH(double, value);
    QFETCH(QList<double>, companions);
    QFETCH(double, scale);
    QFETCH(QString, bits);
    const FormatBits apart = takeApart(used(format, Rounding::NearestEven, {companions.begin(), companions.end()}),
                                       value);
    QVERIFY(apart.shared.has_value());
    QCOMPARE(apart.shared->scale, scale);
    QCOMPARE(joined(apart), bits);
    QTEST(apart.stored, "stored");
}

void TestFiguresFormat::aBlockWithAnInfinityIsNotANumber() {
    const FormatBits apart = takeApart(used("MXFP8-E5M2", Rounding::NearestEven, {kInfinity}), 1.0);
    QVERIFY(std::isnan(apart.stored));
    QVERIFY(!apart.shared);
    QVERIFY(apart.groups.empty());
}

void TestFiguresFormat::chances_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("less");
    QTest::addColumn<double>("more");
    QTest::addColumn<double>("ofMore");
    QTest::newRow("a quarter of the way") << "INT8" << 3.25 << 3.0 << 4.0 << 0.25;
    QTest::newRow("below zero") << "INT8" << -3.25 << -3.0 << -4.0 << 0.25;
    QTest::newRow("FP4") << "FP4-E2M1" << 5.5 << 4.0 << 6.0 << 0.75;
    QTest::newRow("at a block's scale") << "MXFP4" << 11.0 << 8.0 << 12.0 << 0.75;
}

void TestFiguresFormat::chances() {
    QFETCH(QString, format);
    QFETCH(double, value);
    const auto chances = stochasticChances(used(format, Rounding::Stochastic), value);
    QVERIFY(chances.has_value());
    QTEST(chances->less, "less");
    QTEST(chances->more, "more");
    QTEST(chances->ofMore, "ofMore");
    QVERIFY(!stochasticChances(used(format, Rounding::Stochastic), 2.0));
    QVERIFY(!stochasticChances(used(format), value));
}

void TestFiguresFormat::sharedScaleIsExplained_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("facts");
    QTest::newRow("MX") << "MXFP8-E4M3"
                        << QStringList{"Scale: 2⁻⁵, code 0x7a (E8M0)", "Rule: 2^(⌊log₂ 12.345⌋ − 8) = 2⁻⁵",
                                       "Shared by: 32 numbers: 8 + 8/32 = 8.25 bits each"};
    // 32 bits of the scale and 4 of the zero point.
    QTest::newRow("group") << "INT4-AFFINE-G64"
                           << QStringList{"Scale: 1.023000001… (FP32)",
                                          "Rule: (max − min) / 15 = (12.345 − (−3)) / 15, with 0 in the range",
                                          "Zero point: 3", "Shared by: 64 numbers: 4 + 36/64 = 4.5625 bits each"};
}

void TestFiguresFormat::sharedScaleIsExplained() {
    QFETCH(QString, format);
    const FormatUse use = used(format, Rounding::NearestEven, {0.1, -3.0});
    QStringList facts;
    for (const FormatFact& fact : sharedScaleFacts(use, 12.345, takeApart(use, 12.345))) {
        facts << fact.name + ": " + fact.text;
    }
    QTEST(facts, "facts");
}

void TestFiguresFormat::tables() {
    // The paper's tables 1 and 2; its digits are cut to one decimal, here they are rounded to two.
    const TextTable widths = formatTable(FormatTable::FieldWidths);
    QCOMPARE(widths.headers, QStringList({"Type", "Sign", "Exponent", "Significand", "Total"}));
    QCOMPARE(widths.rows, QList<QStringList>({{"Half (FP16)", "1", "5", "10", "16"},
                                              {"Single (FP32)", "1", "8", "23", "32"},
                                              {"Double (FP64)", "1", "11", "52", "64"}}));
    const TextTable ranges = formatTable(FormatTable::Characteristics, {"FP16", "FP32", "FP64", "BF16"});
    QCOMPARE(ranges.headers, QStringList({"Type", "Exponent bias", "Precision (bits)", "Decimal digits"}));
    QCOMPARE(ranges.rows, QList<QStringList>({{"Half (FP16)", "15", "11", "3.31"},
                                              {"Single (FP32)", "127", "24", "7.22"},
                                              {"Double (FP64)", "1023", "53", "15.95"},
                                              {"BF16", "127", "8", "2.41"}}));
}

void TestFiguresFormat::tableRefusesOthers() {
    QVERIFY_THROWS_EXCEPTION(InputError, (void)formatTable(FormatTable::FieldWidths, {"INT8"}));
    QVERIFY_THROWS_EXCEPTION(InputError, (void)formatTable(FormatTable::FieldWidths, {"FP17"}));
}

void TestFiguresFormat::diagramStaysInside_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("value");
    QTest::addColumn<QSize>("size");
    for (const char* format :
         {"FP64", "FP16", "FP8-E4M3", "FIXED8.4", "INT32", "DEC3", "DEC15", "MXFP8-E5M2", "INT8-AFFINE-G64"}) {
        for (const double value : {12.345, -1e-5, 1e30, kNan}) {
            for (const QSize size : {QSize(260, 320), QSize(700, 300), QSize(500, 90)}) {
                QTest::addRow("%s %g %d", format, value, size.width()) << format << value << size;
            }
        }
    }
}

void TestFiguresFormat::diagramStaysInside() {
    QFETCH(QString, format);
    QFETCH(double, value);
    QFETCH(QSize, size);
    constexpr int kMargin = 60;
    QPalette palette(Qt::white);
    QFont font;
    font.setPixelSize(13);
    QImage image(size + QSize(2 * kMargin, 2 * kMargin), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintFormatDiagram(painter, QRectF(QPointF(kMargin, kMargin), QSizeF(size)), used(format), value,
                       PlotLook::fromPalette(palette, font));
    painter.end();
    qsizetype inside = 0;
    qsizetype outside = 0;
    const QRect allowed(QPoint(kMargin - 1, kMargin - 1), size + QSize(2, 2)); // Half a line's width.
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 200) {
                ++(allowed.contains(x, y) ? inside : outside);
            }
        }
    }
    QVERIFY(inside > 100);
    QCOMPARE(outside, 0);
}

void TestFiguresFormat::diagramNeedsLessHeightWhenWider() {
    QPalette palette(Qt::white);
    QFont font;
    font.setPixelSize(13);
    const PlotLook look = PlotLook::fromPalette(palette, font);
    const FormatUse format = used("FP64");
    QVERIFY(formatDiagramHeight(format, 0.1, 300, look) > formatDiagramHeight(format, 0.1, 1200, look));
}

QTEST_MAIN(TestFiguresFormat)
#include "tst_figures_format.moc"
