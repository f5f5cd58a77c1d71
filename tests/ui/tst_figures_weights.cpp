// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "figure_data_fixtures.h"
#include "tests/ui/figure_fixtures.h"
#include "ui/figures/weight_bins.h"

using namespace roundoff;
using namespace roundoff::ui;

class TestFiguresWeights : public QObject {
    Q_OBJECT

private slots:
    void weightsTable();
    void weightsAfterRounding();
    void roundingShowsInTheBins_data();
    void roundingShowsInTheBins();
    void closeValuesShareBinsEvenly();
    void deploymentsOfOneGroupHaveNumbers();
    void deploymentsOfSeveralGroupsHaveNone();
    void decimalsTable();
    void decimalsBitsBelowTheDigits();
};

void TestFiguresWeights::weightsTable() {
    const QList<QStringList> rows = csvRows(figureOf(everything(), "weights").csv);
    // 61 bins of 1/60 about zero, for each of two layers; biases would need bins up to 9.
    QCOMPARE(rows.size(), 1 + 2 * 61);
    QMap<QString, double> sums;
    for (const QStringList& row : rows.mid(1)) {
        sums[row[0]] += row[3].toDouble();
        QCOMPARE(row[4], "");
    }
    QCOMPARE(sums["layer1"], 8.0);
    QCOMPARE(sums["layer2"], 6.0);
    const auto countAt = [&](const QString& layer, double value) {
        for (const QStringList& row : rows.mid(1)) {
            if (row[0] == layer && row[1].toDouble() <= value && value < row[2].toDouble()) {
                return row[3].toDouble();
            }
        }
        return -1.0;
    };
    QCOMPARE(countAt("layer1", -0.5), 1.0);
    QCOMPARE(countAt("layer1", 0.0), 2.0);
    QCOMPARE(countAt("layer1", 0.1), 2.0);
    QCOMPARE(countAt("layer2", 0.2), 5.0);
}

void TestFiguresWeights::weightsAfterRounding() {
    const Figure figure = figureOf(everything(), "weights", {{"deployment", "DEC1"}});
    QCOMPARE(figure.name, "weights-dec1");
    const QList<QStringList> rows = csvRows(figure.csv);
    // A third of 0.1 wide, 31 of them cover 0.5.
    QCOMPARE(rows.size(), 1 + 2 * 31);
    QList<double> values;
    for (const QStringList& row : rows.mid(1, 31)) {
        for (int i = 0; i < row[4].toInt(); ++i) {
            values.append(std::round(50.0 * (row[1].toDouble() + row[2].toDouble())) / 100.0); // The bin's middle.
        }
    }
    // -0.5, 0, 0, 0.1 and 0.1, 0.12 -> 0.1, 0.25 -> 0.2 (tie to even), 0.3
    QCOMPARE(values, QList<double>({-0.5, 0.0, 0.0, 0.1, 0.1, 0.1, 0.2, 0.3}));
    const QString svg = svgOf(figure);
    for (const char* text : {"layer1", "layer2", "distinct values: 5", "distinct values: 2", "−0.500 to 0.300",
                             "DEC1, nearest-even", "as trained"}) {
        QVERIFY2(svg.contains(QStringLiteral(">%1</text>").arg(text)), text);
    }
}

void TestFiguresWeights::roundingShowsInTheBins_data() {
    QTest::addColumn<double>("largest");
    // A third of the values' distance is a bin: two thirds of all weights move to another one, which both bins notice.
    QTest::addColumn<double>("least");
    QTest::newRow("a few values") << 0.05 << 1.2;
    QTest::newRow("trained weights") << 0.21 << 1.2;
    QTest::newRow("as many as thirds allow") << 0.66 << 1.2;
    QTest::newRow("halves") << 0.9 << 0.9; // Half of the weights.
}

// Weights spread evenly over a range, as DEC2 has them: the two series of the figure are not the same.
void TestFiguresWeights::roundingShowsInTheBins() {
    QFETCH(double, largest);
    QFETCH(double, least);
    const WeightBins bins = countWeights(*evenWeights(largest), decimals(2), 1);
    QCOMPARE(bins.layers.size(), 1);
    double moved = 0.0;
    double all = 0.0;
    for (qsizetype bin = 0; bin < bins.count; ++bin) {
        moved += qAbs(bins.layers[0].trained[bin] - bins.layers[0].rounded[bin]);
        all += bins.layers[0].trained[bin];
    }
    QCOMPARE(all, 100000.0);
    QVERIFY2(moved > least * all, qPrintable(QString::number(moved / all)));
}

// Too many values for bins of their own: even weights still fill all bins evenly, but for those at the ends.
void TestFiguresWeights::closeValuesShareBinsEvenly() {
    const WeightBins bins = countWeights(*evenWeights(0.21), decimals(3), 1);
    QVERIFY2(bins.width > 1.5e-3, qPrintable(QString::number(bins.width)));
    QVERIFY(bins.count >= 31);
    const double expected = 100000.0 * bins.width / 0.42;
    for (const QList<double>& counts : {bins.layers[0].trained, bins.layers[0].rounded}) {
        for (const double count : counts.mid(1, counts.size() - 2)) {
            QVERIFY2(qAbs(count - expected) < 0.01 * expected, qPrintable(QString::number(count / expected)));
        }
    }
}

void TestFiguresWeights::deploymentsOfOneGroupHaveNumbers() {
    FigureData data = everything();
    data.groups = {data.groups[0]};
    const QString svg = svgOf(figureOf(data, "deployments"));
    // Of 0.9 and 0.8: mean 0.85, standard deviation 0.1 sqrt(0.5); DEC2 is 0.1 less, the last 0.1 each time.
    for (const char* text : {"85.00 ± 7.07 %", "75.00 ± 7.07 %", "35.00 ± 7.07 %", "10.00 ± 0.00 %"}) {
        QVERIFY2(svg.contains(QStringLiteral(">%1</text>").arg(text)), text);
    }
}

void TestFiguresWeights::deploymentsOfSeveralGroupsHaveNone() {
    QVERIFY(!svgOf(figureOf(everything(), "deployments")).contains("7.07 %"));
}

void TestFiguresWeights::decimalsTable() {
    const QList<QStringList> rows = csvRows(figureOf(everything(), "decimals", {{"precision", "FP32"}}).csv);
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].join(u','), "group,precision,rounding,decimals,n,mean,sd,bits_min,bits_max");
    QCOMPARE(rows[1].mid(2, 3), QStringList({"nearest-even", "1", "2"}));
    QCOMPARE(rows[1][5].toDouble(), ((0.9 - 0.5) + (0.8 - 0.5)) / 2.0);
    QVERIFY(qAbs(rows[1][6].toDouble() - 0.1 * std::sqrt(0.5)) < 1e-12);
    QCOMPARE(rows[2].mid(3, 1) + rows[2].mid(7), QStringList({"2", "7", "8"}));
    QCOMPARE(rows[3].mid(2, 2) + rows[3].mid(7), QStringList({"toward-zero", "1", "3", "3"}));
}

void TestFiguresWeights::decimalsBitsBelowTheDigits() {
    const QString svg = svgOf(figureOf(everything(), "decimals", {{"precision", "FP32"}}));
    // Trained: the mean of 0.9 and 0.8; chance among three classes.
    for (const char* text : {"3–4", "7–8", "as trained, 85.0 %", "chance, 33.3 %"}) {
        QVERIFY2(svg.contains(QStringLiteral(">%1</text>").arg(text)), text);
    }
}

QTEST_MAIN(TestFiguresWeights)
#include "tst_figures_weights.moc"
