// SPDX-License-Identifier: GPL-3.0-or-later
// Expected numbers are worked out by hand from the fixture; limits of FP16 are those of IEEE 754-2019, table 3.5.
#include <algorithm>
#include <cmath>

#include <QAbstractItemModelTester>
#include <QTest>

#include "tests/ui/numerics_fixtures.h"
#include "ui/numerics/format_range.h"
#include "ui/numerics/heat_colours.h"
#include "ui/numerics/numerics_model.h"

using namespace roundoff;
using namespace roundoff::ui;

Q_DECLARE_METATYPE(roundoff::ui::Measure)

namespace {

/// Relative luminance as WCAG 2.1 defines it.
double luminance(const QColor& colour) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

QString plain(QString text) {
    return text.replace(u'\u00a0', u' ');
}

} // namespace

class TstNumericsModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void staysAModelWhateverHappens() {
        NumericsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const nn::PrecisionPolicy policy = nn::namedPolicy("FP16");
        for (const Measure measure : kMeasures) {
            model.setContent(twoLayers(1), measure, policy);
            model.setContent(twoLayers(2), measure, policy);
        }
        nn::TelemetrySample smaller = twoLayers(3);
        smaller.roles.pop_back();
        model.setContent(smaller, Measure::Saturated, policy);
        model.setContent({}, Measure::Saturated, policy);
        QCOMPARE(model.rowCount(), 0);
    }

    void showsTheMeasure_data() {
        QTest::addColumn<Measure>("measure");
        QTest::addColumn<int>("columns");
        QTest::addColumn<QString>("first");  // Layer 1, activations.
        QTest::addColumn<QString>("second"); // Layer 2, the last column.
        QTest::newRow("underflowed: 80 of 800, 32 of 64") << Measure::Underflowed << 2 << "10.0 %"
                                                          << "50.0 %";
        QTest::newRow("subnormal: 40 of 800") << Measure::Subnormal << 2 << "5.0 %"
                                              << "0 %";
        QTest::newRow("overflowed: 8 of 800") << Measure::Overflowed << 2 << "1.0 %"
                                              << "0 %";
        QTest::newRow("saturated: 4 of 800") << Measure::Saturated << 2 << "0.50 %"
                                             << "0 %";
        QTest::newRow("noise: 10 log10 1000; no signal at all") << Measure::SignalToNoise << 2 << "30.0 dB"
                                                                << "";
        QTest::newRow("swallowed: none of 10, 60 of 80") << Measure::SwallowedUpdates << 1 << "0 %"
                                                         << "75.0 %";
        QTest::newRow("stagnated: 100 of 400; a wide accumulator") << Measure::AccumulatorStagnation << 1 << "25.0 %"
                                                                   << "";
        QTest::newRow("gradient norm") << Measure::GradientNorm << 1 << "0.5"
                                       << "2";
    }
    void showsTheMeasure() {
        QFETCH(Measure, measure);
        QFETCH(int, columns);
        QFETCH(QString, first);
        QFETCH(QString, second);
        NumericsModel model;
        model.setContent(twoLayers(1), measure, nn::namedPolicy("FP16"));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), columns);
        QCOMPARE(plain(model.index(0, 0).data().toString()), first);
        QCOMPARE(plain(model.index(1, columns - 1).data().toString()), second);
    }

    void aLayerWithoutTheRoleHasAnEmptyCell() {
        NumericsModel model;
        model.setContent(twoLayers(1), Measure::Underflowed, nn::namedPolicy("FP16"));
        const QModelIndex cell = model.indexOf(1, nn::Role::Gradients);
        QVERIFY(cell.isValid());
        QCOMPARE(cell.data().toString(), QString());
        QVERIFY(!cell.data(NumericsModel::kStrengthRole).isValid());
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("no tensor"));
    }

    void toolTipsSayTheCounts() {
        NumericsModel model;
        model.setContent(twoLayers(1), Measure::Underflowed, nn::namedPolicy("FP16"));
        const QString text = model.indexOf(1, nn::Role::Activations).data(Qt::ToolTipRole).toString();
        QVERIFY2(text.contains("FP16"), qPrintable(text));
        QVERIFY2(text.contains("1000"), qPrintable(text));
        QVERIFY2(text.contains("80"), qPrintable(text));
    }

    void headingsNameTheFormat() {
        nn::PrecisionPolicy policy = nn::namedPolicy("FP16");
        NumericsModel model;
        const auto heading = [&] { return model.headerData(0, Qt::Horizontal).toString(); };
        model.setContent(twoLayers(1), Measure::Underflowed, policy);
        QCOMPARE(heading(), QString("Activations\nFP16"));
        policy.layers["layer2"].formats[std::size_t(nn::Role::Activations)] = nn::RoleFormat(format::kBf16);
        model.setContent(twoLayers(1), Measure::Underflowed, policy);
        QCOMPARE(heading(), QString("Activations\nvarious"));
    }

    void smallSharesAreNotRoundedAway_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << "0 %";
        QTest::newRow("one in a million") << 1e-6 << "< 0.01 %";
        QTest::newRow("one in a thousand") << 1e-3 << "0.10 %";
        QTest::newRow("nearly all") << 0.9999 << "> 99.9 %";
        QTest::newRow("all") << 1.0 << "100 %";
    }
    void smallSharesAreNotRoundedAway() {
        QFETCH(double, share);
        QFETCH(QString, text);
        QCOMPARE(plain(measuredText(Measure::Underflowed, share)), text);
    }

    void strengthsAreLogarithmic() {
        QCOMPARE(measuredStrength(Measure::Overflowed, 0.0), std::optional(0.0));
        QCOMPARE(measuredStrength(Measure::Overflowed, 0.01), std::optional(0.5));
        QCOMPARE(measuredStrength(Measure::Overflowed, 1.0), std::optional(1.0));
        QVERIFY(*measuredStrength(Measure::Overflowed, 1e-9) > 0.0);
        QCOMPARE(measuredStrength(Measure::SignalToNoise, 30.0), std::optional(0.5));
        QVERIFY(!measuredStrength(Measure::GradientNorm, 3.0));
    }

    void coloursAreASequenceThatCarriesText_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void coloursAreASequenceThatCarriesText() {
        QFETCH(bool, dark);
        double before = luminance(heatColour(0.0, dark));
        for (int step = 1; step <= 100; ++step) {
            const QColor colour = heatColour(step / 100.0, dark);
            QVERIFY(dark ? luminance(colour) > before : luminance(colour) < before);
            QVERIFY(contrast(colour, textColourOn(colour)) >= 4.5);
            before = luminance(colour);
        }
    }

    void csvHasAllCounts() {
        NumericsModel model;
        model.setContent(twoLayers(50, 2), Measure::Underflowed, nn::namedPolicy("FP16"));
        QStringList lines = QString::fromStdString(model.csv("FP16, fold 1 of 5")).split("\r\n", Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], QString("run,last_step,sampled,layer,role,values,zero,underflowed,subnormal,overflowed,"
                                   "saturated,non_finite,nan_replaced,sqnr_db"));
        QCOMPARE(lines[1], QString("\"FP16, fold 1 of 5\",50,1,1,activations,1000,200,80,40,8,4,8,0,30"));
        QCOMPARE(lines[3], QString("\"FP16, fold 1 of 5\",50,1,2,gradients,64,0,32,0,0,0,0,0,"));
        model.setContent(twoLayers(50, 2), Measure::SwallowedUpdates, nn::namedPolicy("FP16"));
        lines = QString::fromStdString(model.csv("FP16")).split("\r\n", Qt::SkipEmptyParts);
        QCOMPARE(lines[2], QString("FP16,50,1,2,2,80,60,0,0,0,0"));
    }

    void rangesAreTheFormats_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<bool>("flush");
        QTest::addColumn<QList<int>>("parts"); // Too small, subnormal, normal, too large.
        QTest::newRow("FP16") << "FP16" << false << QList<int>{10, 10, 20, 10};
        QTest::newRow("FP16 without subnormals") << "FP16" << true << QList<int>{20, 0, 20, 10};
        QTest::newRow("BF16 holds them all") << "BF16" << false << QList<int>{0, 0, 50, 0};
        QTest::newRow("fixed point: 1/16 to 7.9375") << "FIXED8.4" << false << QList<int>{20, 0, 20, 10};
        QTest::newRow("decimals have no largest value") << "DEC3" << false << QList<int>{20, 0, 30, 0};
        QTest::newRow("shared scales have no fixed range") << "MXFP8-E4M3" << false << QList<int>{0, 0, 50, 0};
    }
    void rangesAreTheFormats() {
        QFETCH(QString, policy);
        QFETCH(bool, flush);
        QFETCH(QList<int>, parts);
        nn::PrecisionPolicy chosen = nn::namedPolicy(policy.toStdString());
        chosen.subnormals = flush ? format::Subnormals::Flush : format::Subnormals::Keep;
        const FormatRange range = formatRange(chosen, 1, nn::Role::Activations);
        const auto counts = countsByPart(exponentsSeen(1, 1, nn::Role::Activations).histogram, range);
        QCOMPARE(QList<int>(counts.begin(), counts.end()), parts);
        QCOMPARE(range.shared, policy.startsWith("MX"));
    }

    void whatRoundsNothing_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<bool>("rounds");
        QTest::newRow("FP32") << "FP32" << false;
        QTest::newRow("FP64") << "FP64" << false;
        QTest::newRow("FP16") << "FP16" << true;
        QTest::newRow("AMP-BF16") << "AMP-BF16" << true;
        QTest::newRow("INT8-SYM") << "INT8-SYM" << true;
    }
    void whatRoundsNothing() {
        QFETCH(QString, policy);
        QFETCH(bool, rounds);
        QCOMPARE(roundsAnything(nn::namedPolicy(policy.toStdString())), rounds);
    }

    void aNarrowAccumulatorRoundsToo() {
        nn::PrecisionPolicy policy;
        policy.accumulator = nn::Accumulator(format::kFp16);
        QVERIFY(roundsAnything(policy));
    }
};

QTEST_MAIN(TstNumericsModel)
#include "tst_numerics_model.moc"
