// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

#include "ui/figures/number_line_figure.h"
#include "ui/figures/number_text.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

QList<FormatUse> uses(const QStringList& names) {
    QList<FormatUse> list;
    for (const QString& name : names) {
        FormatUse use;
        use.format = format::parseTensorFormat(name.toStdString());
        list.append(use);
    }
    return list;
}

NumberLines lines(const QStringList& names, double value, bool logarithmic = false, LinePart part = LinePart::Home) {
    return {uses(names), value, lineAxis(uses(names), value, logarithmic, part)};
}

QStringList rowsOf(const std::string& csv) {
    return QString::fromStdString(csv).split("\r\n", Qt::SkipEmptyParts);
}

PlotLook lookOnWhite() {
    QPalette palette(Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    QFont font;
    font.setPixelSize(13);
    return PlotLook::fromPalette(palette, font);
}

} // namespace

class TestFiguresNumberLine : public QObject {
    Q_OBJECT

private slots:
    void axes_data() {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("logarithmic");
        QTest::addColumn<LinePart>("part");
        QTest::addColumn<QList<double>>("inside");
        QTest::addColumn<QList<double>>("outside");
        using List = QList<double>;
        QTest::newRow("home") << QStringList{"FP32", "FP16"} << 12.345 << false << LinePart::Home
                              << List{0.0, 12.345, -12.0} << List{40.0, -40.0};
        QTest::newRow("home of coarse values")
            << QStringList{"INT8", "FP32"} << 1e-30 << false << LinePart::Home << List{-1.0, 0.0, 1.0} << List{10.0};
        QTest::newRow("home of a value beyond both")
            << QStringList{"FP4-E2M1", "INT4"} << 1e30 << false << LinePart::Home << List{0.0, 6.0, 7.0} << List{20.0};
        QTest::newRow("whole") << QStringList{"FP8-E4M3", "INT8"} << 1.0 << false << LinePart::Whole
                               << List{-448.0, 448.0} << List{600.0};
        // FP16 has 12.34375 and 12.3515625 around it; FP32's neighbours are much nearer.
        QTest::newRow("neighbours") << QStringList{"FP32", "FP16"} << 12.345 << false << LinePart::Neighbours
                                    << List{12.34375, 12.3515625} << List{12.4, 0.0};
        QTest::newRow("logarithmic") << QStringList{"FP32", "FP4-E2M1"} << 12.345 << true << LinePart::Home
                                     << List{0x1p-149, 0x1.fffffep127} << List{0x1p-170, 0x1p150, 0.0, -1.0};
        QTest::newRow("logarithmic, below zero")
            << QStringList{"INT8"} << -3.0 << true << LinePart::Home << List{-1.0, -128.0} << List{-300.0, 1.0};
        QTest::newRow("logarithmic neighbours")
            << QStringList{"FP8-E4M3"} << 12.345 << true << LinePart::Neighbours << List{12.0, 13.0} << List{20.0, 8.0};
    }
    void axes() {
        QFETCH(QStringList, names);
        QFETCH(double, value);
        QFETCH(bool, logarithmic);
        QFETCH(LinePart, part);
        QFETCH(QList<double>, inside);
        QFETCH(QList<double>, outside);
        const LineAxis axis = lineAxis(uses(names), value, logarithmic, part);
        for (const double x : std::as_const(inside)) {
            QVERIFY2(axis.fraction(x) >= 0.0 && axis.fraction(x) <= 1.0, qPrintable(QString::number(x)));
        }
        for (const double x : std::as_const(outside)) {
            QVERIFY2(!(axis.fraction(x) >= 0.0 && axis.fraction(x) <= 1.0), qPrintable(QString::number(x)));
        }
    }

    void everyAxisHasAnExtent_data() {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<double>("value");
        for (const QStringList& names : {QStringList{"FP64"}, {"INT1"}, {"DEC3"}, {"MXFP4"}, {"INT2-AFFINE"}}) {
            for (const double value : {0.0, -0.0, 5e-324, 1.7e308, -12.0, kInfinity, -kInfinity, kNan}) {
                QTest::addRow("%s %g", qPrintable(names[0]), value) << names << value;
            }
        }
    }
    void everyAxisHasAnExtent() {
        QFETCH(QStringList, names);
        QFETCH(double, value);
        for (const bool logarithmic : {false, true}) {
            for (const LinePart part : {LinePart::Home, LinePart::Whole, LinePart::Neighbours}) {
                const Range range = lineAxis(uses(names), value, logarithmic, part).range;
                QVERIFY(std::isfinite(range.low) && std::isfinite(range.span()) && range.span() > 0.0);
            }
        }
    }

    void zoomingKeepsThePlace() {
        const LineAxis axis{.logarithmic = false, .negative = false, .range = {-10.0, 10.0}};
        QCOMPARE(zoomed(axis, 0.75, 0.5).range, (Range{-2.5, 7.5}));
        QCOMPARE(moved(axis, 0.1).range, (Range{-8.0, 12.0}));
    }

    void zoomingEnds() {
        LineAxis axis = lineAxis(uses({"FP64"}), 1.0, false, LinePart::Home);
        for (int i = 0; i < 3000; ++i) {
            axis = zoomed(axis, 0.75, 0.5);
        }
        QVERIFY(axis.range.span() > 0.0);
        for (int i = 0; i < 3000; ++i) {
            axis = zoomed(axis, 0.75, 2.0);
        }
        QVERIFY(std::isfinite(axis.range.span()));
    }

    void valuesAsTable() {
        // OCP MX 1.0, table 5; the codes are the sign, two bits of exponent and one of significand.
        const QStringList rows = rowsOf(numberLineFigure(lines({"FP4-E2M1"}, 1.0, false, LinePart::Whole)).csv);
        QCOMPARE(rows.size(), 16);
        QCOMPARE(rows[0], QString("format,low,high,values,value,code"));
        QCOMPARE(rows[1], QString("FP4-E2M1,-6,-6,1,-6,0xf"));
        QCOMPARE(rows[8], QString("FP4-E2M1,0,0,1,0,0x0"));
        QCOMPARE(rows[9], QString("FP4-E2M1,0.5,0.5,1,0.5,0x1"));
        QCOMPARE(rows[15], QString("FP4-E2M1,6,6,1,6,0x7"));
    }

    void tooManyValuesAreCounted() {
        const NumberLines shown = lines({"FP32"}, 12.345);
        quint64 sum = 0;
        const QStringList rows = rowsOf(numberLineFigure(shown).csv);
        QCOMPARE(rows.size(), 257);
        for (const QString& row : rows.mid(1)) {
            QVERIFY(row.endsWith(",,"));
            sum += row.section(',', 3, 3).toULongLong();
        }
        const format::OrderedValues values = representableValues(shown.uses[0], 12.345);
        QCOMPARE(sum, static_cast<quint64>(values.count(shown.axis.range.low, shown.axis.range.high)));
    }

    void sharedScalesMoveTheValues() {
        FormatUse use = uses({"MXFP4"})[0];
        use.companions = {100.0}; // 2^(6 - 2) = 16
        const NumberLines shown{{use}, 1.0, lineAxis({use}, 1.0, false, LinePart::Whole)};
        QCOMPARE(rowsOf(numberLineFigure(shown).csv)[15], QString("MXFP4,96,96,1,96,0x7"));
    }

    void densityAsTable() {
        const QStringList rows = rowsOf(densityFigure({uses({"FP4-E2M1"}), 1.0}).csv);
        QCOMPARE(rows, QStringList({"format,sign,exponent,values,subnormal", "FP4-E2M1,1,-1,1,1", "FP4-E2M1,1,0,2,0",
                                    "FP4-E2M1,1,1,2,0", "FP4-E2M1,1,2,2,0"}));
        QVERIFY(rowsOf(densityFigure({uses({"INT4"}), -1.0}).csv).contains("INT4,-1,3,1,0")); // -8 alone
    }

    void theNearestValueIsRead_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("at");
        QTest::addColumn<QString>("text");
        // IEEE 754: 12.34375 is 0x4a2c in binary16, whose spacing from 8 to 16 is 2^-7.
        QTest::newRow("FP16") << "FP16" << 12.345 << "12.34375   0x4a2c   spacing 2⁻⁷";
        QTest::newRow("INT8") << "INT8" << -1.8 << "-2   0xfe   spacing 2⁰";
        QTest::newRow("decimals have no code") << "DEC1" << 0.29 << "0.3   spacing 0.1";
        QTest::newRow("beyond the last one") << "FP4-E2M1" << 50.0 << "6   0x7   spacing 2¹";
    }
    void theNearestValueIsRead() {
        QFETCH(QString, name);
        QFETCH(double, at);
        const NumberLines shown = lines({name}, 12.345);
        const NumberLinePlot plot(shown, lookOnWhite(), QRectF(0, 0, 800, 200));
        QTEST(plot.readout(0, at).replace(u'−', u'-'), "text");
    }

    void roundedTexts_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << 0x1p-149 << 5 << "1.4013×10⁻⁴⁵"; // IEEE 754: 1.401298464e-45
        QTest::newRow("largest double") << std::numeric_limits<double>::max() << 5 << "1.7977×10³⁰⁸";
        QTest::newRow("plain") << 448.0 << 5 << "448";
        QTest::newRow("negative") << -0.0019531 << 3 << "−0.00195";
        QTest::newRow("up to a power of ten") << 99.99 << 2 << "100";
        QTest::newRow("one digit") << 0.26 << 1 << "0.3";
        QTest::newRow("zero") << 0.0 << 3 << "0";
    }
    void roundedTexts() {
        QFETCH(double, value);
        QFETCH(int, digits);
        QTEST(roundedText(value, digits), "text");
    }

    void picturesStayInside_data() {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("logarithmic");
        for (const QStringList& names :
             {QStringList{"FP64", "FP4-E2M1"}, {"INT8", "DEC3"}, {"MXFP8-E4M3", "INT4-AFFINE"}}) {
            for (const double value : {12.345, -1e-5, 1e30, 0.0, kInfinity, kNan}) {
                for (const bool logarithmic : {false, true}) {
                    QTest::addRow("%s %g %d", qPrintable(names[0]), value, logarithmic)
                        << names << value << logarithmic;
                }
            }
        }
    }
    void picturesStayInside() {
        QFETCH(QStringList, names);
        QFETCH(double, value);
        QFETCH(bool, logarithmic);
        constexpr int kMargin = 60;
        const PlotLook look = lookOnWhite();
        const NumberLines shown = lines(names, value, logarithmic);
        const Densities densities{shown.uses, value, std::nullopt};
        for (const QSize size : {QSize(300, 240), QSize(900, 260)}) {
            for (const bool density : {false, true}) {
                QImage image(size + QSize(2 * kMargin, 2 * kMargin), QImage::Format_RGB32);
                image.fill(Qt::white);
                QPainter painter(&image);
                const QRectF place(QPointF(kMargin, kMargin), QSizeF(size));
                if (density) {
                    DensityPlot(densities, look, place).paint(painter);
                } else {
                    NumberLinePlot(shown, look, place).paint(painter, 1.0);
                }
                painter.end();
                qsizetype inside = 0;
                qsizetype outside = 0;
                const QRect allowed(QPoint(kMargin - 2, kMargin - 2), size + QSize(4, 4)); // A line's width.
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
        }
    }
};

QTEST_MAIN(TestFiguresNumberLine)
#include "tst_figures_number_line.moc"
