// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "core/base/error.h"
#include "figure_data_fixtures.h"
#include "tests/ui/figure_fixtures.h"

using namespace roundoff;
using namespace roundoff::ui;

class TestFiguresKinds : public QObject {
    Q_OBJECT

private slots:
    void thresholdTable();
    void thresholdLegendTellsTimes();
    void precisionFilters();
    void lossScaleTable();
    void samplesTable();
    void samplesAreRectangles();
    void networkTable();
    void formatTable();
    void numericsTable();
    void exponentsTable();
    void refusesUnknownNames_data();
    void refusesUnknownNames();
};

void TestFiguresKinds::thresholdTable() {
    const QList<QStringList> rows = csvRows(figureOf(everything(), "by-threshold").csv);
    QCOMPARE(rows.size(), 7);
    QCOMPARE(rows[0].join(u','), "series,precision,axis,value,n,accuracy,accuracy_low,accuracy_high,interval,"
                                 "train_seconds,train_sd,eval_seconds,eval_sd,time_kind");
    // By rising threshold, unclipped last.
    QCOMPARE(rows[1].mid(0, 9),
             QStringList({"FP32", "FP32", "Clipping threshold", "0.1", "1", "0.5", "0.4", "0.6", "95 % interval"}));
    QCOMPARE(rows[2][3], "5");
    QCOMPARE(rows[2][4], "2");
    QCOMPARE(rows[2][5].toDouble(), (0.9 + 0.8) / 2.0);
    // Of 1 and 2: mean 1.5, standard deviation sqrt(0.5); of 0.5 and 1.5: mean 1, the same deviation.
    QCOMPARE(rows[2][9].toDouble(), 1.5);
    QCOMPARE(rows[2][10].toDouble(), std::sqrt(0.5));
    QCOMPARE(rows[2][11].toDouble(), 1.0);
    QCOMPARE(rows[2][12].toDouble(), std::sqrt(0.5));
    QCOMPARE(rows[3][3], "none");
    QCOMPARE(rows[3][13], "native");
    QCOMPARE(rows[6].mid(0, 4), QStringList({"AMP-FP16", "AMP-FP16", "Clipping threshold", "none"}));
}

void TestFiguresKinds::thresholdLegendTellsTimes() {
    const QString svg = svgOf(figureOf(everything(), "by-threshold"));
    for (const char* text : {"FP32 (native)", "AMP-FP16 (emulated)", "Test accuracy", "Training (seconds)",
                             "Evaluation (seconds)", "Clipping threshold", "0.1", "5", "none"}) {
        QVERIFY2(svg.contains(QStringLiteral(">%1</text>").arg(text)), text);
    }
}

void TestFiguresKinds::precisionFilters() {
    const Figure figure = figureOf(everything(), "by-threshold", {{"precision", "AMP-FP16"}});
    QCOMPARE(figure.name, "by-threshold-amp-fp16");
    QCOMPARE(figure.title, "Everything, AMP-FP16");
    const QList<QStringList> rows = csvRows(figure.csv);
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[1][0], "AMP-FP16");
    QVERIFY(!paperFigure(shared(everything()), {"1", "by-threshold", "", {{"precision", "BF16"}}}));
}

void TestFiguresKinds::lossScaleTable() {
    const Figure figure = figureOf(everything(), "loss-scale");
    const QList<QStringList> rows = csvRows(figure.csv);
    QCOMPARE(rows.size(), 1 + 2 * 3);
    QCOMPARE(rows[2].mid(1), QStringList({"AMP-FP16", "run", "7", "32768", "1"}));
    const QString svg = svgOf(figure);
    QVERIFY(svg.contains(">AMP-FP16 at 5, skipped steps (×): 2</text>"));
    QVERIFY(svg.contains(">2¹⁶</text>"));
}

void TestFiguresKinds::samplesTable() {
    const QList<QStringList> rows = csvRows(figureOf(everything(), "samples").csv);
    QCOMPARE(rows,
             QList<QStringList>(
                 {{"dataset", "training_image", "label"}, {"tiny", "2", "0"}, {"tiny", "3", "1"}, {"tiny", "0", "2"}}));
}

void TestFiguresKinds::samplesAreRectangles() {
    const QString svg = svgOf(figureOf(everything(), "samples"));
    QVERIFY(!svg.contains("<image"));
    QCOMPARE(svg.count("shape-rendering=\"crispEdges\""), 3); // One pixel of ink in each of three images.
}

void TestFiguresKinds::networkTable() {
    const Figure figure = figureOf(everything(), "network");
    // (4 + 1) * 2 and (2 + 1) * 3.
    QCOMPARE(csvRows(figure.csv), QList<QStringList>({{"layer", "width", "activation", "parameters"},
                                                      {"0", "4", "", "0"},
                                                      {"1", "2", "ReLU", "10"},
                                                      {"2", "3", "softmax", "9"}}));
    const QString svg = svgOf(figure);
    QVERIFY(svg.contains(">19 parameters: weights and biases</text>"));
    QCOMPARE(svg.count("<circle"), 4 + 2 + 3);
}

void TestFiguresKinds::formatTable() {
    const Figure figure = figureOf({}, "format", {{"format", "FP16"}, {"value", "12.345"}, {"rounding", "up"}});
    QCOMPARE(figure.name, "format-fp16-up-12-345");
    // One more than nearest, 1580, gives.
    QCOMPARE(csvRows(figure.csv)[1],
             QStringList({"FP16", "up", "12.345", "12.3515625", "0 10010 1000101101", "0", "1581", "2", "-7"}));
    QCOMPARE(csvRows(figureOf({}, "format").csv)[1],
             QStringList({"DEC3", "nearest-even", "12.345", "12.345", "", "0", "12345", "10", "-3"}));
}

void TestFiguresKinds::numericsTable() {
    const QList<QStringList> rows = csvRows(figureOf(everything(), "numerics").csv);
    QCOMPARE(rows.size(), 4);
    // Two samples of the fixture together.
    QCOMPARE(rows[1].mid(0, 8), QStringList({"AMP-FP16", "100", "2", "1", "activations", "2000", "400", "160"}));
}

void TestFiguresKinds::exponentsTable() {
    const QList<QStringList> rows = csvRows(figureOf(everything(), "exponents").csv);
    QCOMPARE(rows.size(), 11); // Of the last epoch only.
    QCOMPARE(rows[1], QStringList({"2", "1", "activations", "-30", "20"}));
    QCOMPARE(rows[6], QStringList({"2", "2", "gradients", "-30", "20"}));
}

void TestFiguresKinds::refusesUnknownNames_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("named");
    QTest::newRow("kind") << "pie"
                          << ""
                          << ""
                          << "pie";
    QTest::newRow("option") << "accuracy"
                            << "deployment"
                            << "DEC2"
                            << "deployment";
    QTest::newRow("format") << "weights"
                            << "deployment"
                            << "DEC99"
                            << "DEC99";
    QTest::newRow("rounding") << "format"
                              << "rounding"
                              << "sideways"
                              << "sideways";
    QTest::newRow("value") << "format"
                           << "value"
                           << "twelve"
                           << "twelve";
}

void TestFiguresKinds::refusesUnknownNames() {
    QFETCH(QString, kind);
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(QString, named);
    std::map<std::string, std::string> options;
    if (!option.isEmpty()) {
        options[option.toStdString()] = value.toStdString();
    }
    try {
        static_cast<void>(figureOf(everything(), kind.toStdString(), options));
        QFAIL("was taken");
    } catch (const InputError& error) {
        QVERIFY2(QString(error.what()).contains(named), error.what());
    }
}

QTEST_MAIN(TestFiguresKinds)
#include "tst_figures_kinds.moc"
