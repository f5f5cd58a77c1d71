// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <functional>

#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "core/base/error.h"
#include "core/experiment/plan.h"
#include "tests/ui/figure_fixtures.h"
#include "tests/ui/numerics_fixtures.h"
#include "ui/figures/experiment_figures.h"
#include "ui/figures/figures.h"
#include "ui/figures/weight_bins.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

deploy::Deployment decimals(int digits, format::Rounding rounding = format::Rounding::NearestEven) {
    return {.format = format::Decimal{digits}, .rounding = rounding, .overflow = {}, .scope = deploy::Scope::Weights};
}

experiment::MetricPoint step(std::uint32_t number, double scale, std::uint32_t skipped = 0) {
    experiment::MetricPoint point;
    point.step = number;
    point.lossScale = scale;
    point.skipped = skipped;
    return point;
}

std::shared_ptr<const data::Dataset> threeClasses() {
    auto dataset = std::make_shared<data::Dataset>();
    dataset->name = "tiny";
    dataset->title = "Tiny";
    dataset->classes = 3;
    dataset->training.rows = 2;
    dataset->training.columns = 2;
    dataset->training.labels = {2, 2, 0, 1, 0};
    for (std::uint8_t pixel = 0; pixel < 20; ++pixel) {
        dataset->training.pixels.push_back(pixel % 4 == 0 ? 255 : 0); // The upper left pixel of each.
    }
    dataset->test = dataset->training;
    return dataset;
}

/// A network 4-2-3.
std::shared_ptr<const nn::WeightSnapshot> smallWeights() {
    nn::WeightSnapshot weights;
    weights.tensors = {{"layer1.weight", {2, 4}, {-0.5, 0.1, 0.1, 0.25, 0.0, -0.0, 0.12, 0.3}},
                       {"layer1.bias", {2}, {9.0, 9.0}},
                       {"layer2.weight", {3, 2}, {0.2, 0.2, 0.2, 0.2, 0.2, -0.2}},
                       {"layer2.bias", {3}, {9.0, 9.0, 9.0}}};
    return std::make_shared<const nn::WeightSnapshot>(weights);
}

/// Two precisions over two thresholds and none; with deployments, loss scales, weights and images: data for all kinds.
FigureData everything() {
    FigureData data;
    data.title = "Everything";
    data.axisLabel = "Clipping threshold";
    data.intervalName = "95 % interval";
    data.classes = 3;
    data.weightsLabel = "FP32";
    data.spec.network.hidden = {2};
    data.weights = smallWeights();
    data.dataset = threeClasses();
    for (const char* precision : {"FP32", "AMP-FP16"}) {
        data.groups.append(atThreshold(precision, 5.0, {figureRun(0.9, 1.0), figureRun(0.8, 2.0, 1.5)}));
        data.groups.append(atThreshold(precision, 0.1, {figureRun(0.5, 4.0)}));
        FigureGroup none = figureGroup(precision, {figureRun(0.7, 3.0)});
        none.offAxis = true;
        none.label = QStringLiteral("%1 unclipped").arg(precision);
        data.groups.append(none);
    }
    data.groups[1].accuracyInterval = Range{0.4, 0.6};
    for (FigureRun& run : data.groups[0].runs) {
        run.deployments = {{"DEC1", *run.testAccuracy - 0.5, decimals(1), 4},
                           {"DEC2", *run.testAccuracy - 0.1, decimals(2), 7},
                           {"DEC1, toward-zero", 0.1, decimals(1, format::Rounding::TowardZero), 3}};
    }
    data.groups[0].runs[1].deployments[1].bitsPerWeight = 8;
    for (FigureRun& run : data.groups[3].runs) {
        run.timeKind = TimeKind::Emulated;
        run.scaleSteps = {step(1, 65536.0), step(7, 32768.0, 1), step(20, 32768.0)};
    }
    experiment::RunResult inside;
    inside.telemetry = {twoLayers(50, 1), twoLayers(100, 2)};
    inside.exponents = {exponentsSeen(1, 1, nn::Role::Activations), exponentsSeen(2, 1, nn::Role::Activations),
                        exponentsSeen(2, 2, nn::Role::Gradients)};
    data.telemetry = FigureTelemetry{"AMP-FP16", nn::namedPolicy("AMP-FP16"),
                                     std::make_shared<const experiment::RunResult>(inside)};
    return data;
}

/// One layer of 100000 weights at equal distances between -largest and largest.
std::shared_ptr<const nn::WeightSnapshot> evenWeights(double largest) {
    constexpr std::size_t kCount = 100000;
    nn::WeightTensor tensor{"layer1.weight", {1, kCount}, {}};
    for (std::size_t i = 0; i < kCount; ++i) {
        tensor.values.push_back(largest * ((2.0 * static_cast<double>(i) + 1.0) / kCount - 1.0));
    }
    nn::WeightSnapshot weights;
    weights.tensors = {tensor};
    return std::make_shared<const nn::WeightSnapshot>(weights);
}

/// One group of two runs; the second ended like this, with all that a run can leave behind.
store::ExperimentResults twoSeeds(experiment::RunStatus ofSecond) {
    store::ExperimentResults results;
    results.spec.repeats = {0, 2};
    results.plan = experiment::makePlan(results.spec);
    for (const bool first : {true, false}) {
        auto result = std::make_shared<experiment::RunResult>();
        result->status = first ? experiment::RunStatus::Done : ofSecond;
        result->epochs.resize(1);
        result->epochs[0].epoch = 1;
        result->epochs[0].test.accuracy = first ? 0.75 : 0.125;
        result->epochs[0].validation = result->epochs[0].test;
        result->trainSeconds = first ? 8.0 : 1.0;
        result->evalSeconds = first ? 2.0 : 0.25;
        result->steps = {step(1, 4.0), step(2, 2.0)};
        result->deployments = {{decimals(2), {1.0, first ? 0.5 : 0.25}, 0.0, {}}};
        results.runs.push_back(result);
    }
    return results;
}

std::shared_ptr<const FigureData> shared(const FigureData& data) {
    return std::make_shared<const FigureData>(data);
}

Figure figureOf(const FigureData& data, const std::string& kind,
                const std::map<std::string, std::string>& options = {}) {
    const std::optional<Figure> figure = paperFigure(shared(data), {"1", kind, "", options});
    return figure.value_or(Figure{});
}

QString svgOf(const Figure& figure) {
    return QString::fromUtf8(renderPicture("svg", figure.size, figure.title, onPaper(figure, {})));
}

int darkPixels(const QImage& image, const std::function<bool(int, int)>& where) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += where(x, y) && qGray(image.pixel(x, y)) < 160 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class TestFiguresKinds : public QObject {
    Q_OBJECT

private slots:
    void thresholdTable();
    void thresholdLegendTellsTimes();
    void precisionFilters();
    void weightsTable();
    void weightsAfterRounding();
    void roundingShowsInTheBins_data();
    void roundingShowsInTheBins();
    void closeValuesShareBinsEvenly();
    void deploymentsOfOneGroupHaveNumbers();
    void deploymentsOfSeveralGroupsHaveNone();
    void decimalsTable();
    void decimalsBitsBelowTheDigits();
    void lossScaleTable();
    void samplesTable();
    void samplesAreRectangles();
    void networkTable();
    void formatTable();
    void numericsTable();
    void exponentsTable();
    void drawsEverythingInside_data();
    void drawsEverythingInside();
    void tellsSeriesApartInGrey_data();
    void tellsSeriesApartInGrey();
    void hasNoFiguresWithoutData();
    void refusesUnknownNames_data();
    void refusesUnknownNames();
    void clippingAxis();
    void onlyDoneRunsHaveResults_data();
    void onlyDoneRunsHaveResults();
    void onlyDoneRunsEnterMeans();
    void scaleStepsAreThoseThatMatter();
    void inlineSvgStandsInHtml();
    void accuracyNeverBeyondAll();
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

void TestFiguresKinds::weightsTable() {
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

void TestFiguresKinds::weightsAfterRounding() {
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

void TestFiguresKinds::roundingShowsInTheBins_data() {
    QTest::addColumn<double>("largest");
    // A third of the values' distance is a bin: two thirds of all weights move to another one, which both bins notice.
    QTest::addColumn<double>("least");
    QTest::newRow("a few values") << 0.05 << 1.2;
    QTest::newRow("trained weights") << 0.21 << 1.2;
    QTest::newRow("as many as thirds allow") << 0.66 << 1.2;
    QTest::newRow("halves") << 0.9 << 0.9; // Half of the weights.
}

// Weights spread evenly over a range, as DEC2 has them: the two series of the figure are not the same.
void TestFiguresKinds::roundingShowsInTheBins() {
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
void TestFiguresKinds::closeValuesShareBinsEvenly() {
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

void TestFiguresKinds::deploymentsOfOneGroupHaveNumbers() {
    FigureData data = everything();
    data.groups = {data.groups[0]};
    const QString svg = svgOf(figureOf(data, "deployments"));
    // Of 0.9 and 0.8: mean 0.85, standard deviation 0.1 sqrt(0.5); DEC2 is 0.1 less, the last 0.1 each time.
    for (const char* text : {"85.00 ± 7.07 %", "75.00 ± 7.07 %", "35.00 ± 7.07 %", "10.00 ± 0.00 %"}) {
        QVERIFY2(svg.contains(QStringLiteral(">%1</text>").arg(text)), text);
    }
}

void TestFiguresKinds::deploymentsOfSeveralGroupsHaveNone() {
    QVERIFY(!svgOf(figureOf(everything(), "deployments")).contains("7.07 %"));
}

void TestFiguresKinds::decimalsTable() {
    const QList<QStringList> rows = csvRows(figureOf(everything(), "decimals", {{"precision", "FP32"}}).csv);
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].join(u','), "group,precision,rounding,decimals,n,mean,sd,bits_min,bits_max");
    QCOMPARE(rows[1].mid(2, 3), QStringList({"nearest-even", "1", "2"}));
    QCOMPARE(rows[1][5].toDouble(), ((0.9 - 0.5) + (0.8 - 0.5)) / 2.0);
    QVERIFY(qAbs(rows[1][6].toDouble() - 0.1 * std::sqrt(0.5)) < 1e-12);
    QCOMPARE(rows[2].mid(3, 1) + rows[2].mid(7), QStringList({"2", "7", "8"}));
    QCOMPARE(rows[3].mid(2, 2) + rows[3].mid(7), QStringList({"toward-zero", "1", "3", "3"}));
}

void TestFiguresKinds::decimalsBitsBelowTheDigits() {
    const QString svg = svgOf(figureOf(everything(), "decimals", {{"precision", "FP32"}}));
    // Trained: the mean of 0.9 and 0.8; chance among three classes.
    for (const char* text : {"3–4", "7–8", "as trained, 85.0 %", "chance, 33.3 %"}) {
        QVERIFY2(svg.contains(QStringLiteral(">%1</text>").arg(text)), text);
    }
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

void TestFiguresKinds::drawsEverythingInside_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    for (const QString& kind : figureKinds()) {
        for (const QSize size : {QSize(900, 500), QSize(360, 640), QSize(340, 240)}) {
            for (const bool dark : {false, true}) {
                QTest::addRow("%s %dx%d%s", qPrintable(kind), size.width(), size.height(), dark ? " dark" : "")
                    << kind << size << dark;
            }
        }
    }
}

void TestFiguresKinds::drawsEverythingInside() {
    QFETCH(QString, kind);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    FigureData data = everything();
    for (FigureGroup& group : data.groups) {
        for (FigureRun& run : group.runs) {
            experiment::EpochResult epoch;
            epoch.epoch = 1;
            epoch.test = {1.0, *run.testAccuracy};
            run.epochs = {epoch};
        }
    }
    constexpr int kMargin = 40;
    const QColor marginColour(255, 0, 255);
    const QImage image = painted(figureOf(data, kind.toStdString()), size, dark, kMargin, marginColour);
    const QRect sheet(QPoint(kMargin, kMargin), size);
    int touched = 0;
    int marks = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (!sheet.contains(x, y)) {
                touched += pixel != marginColour.rgb() ? 1 : 0;
            } else {
                marks += dark ? qGray(pixel) > 100 : qGray(pixel) < 155;
            }
        }
    }
    QCOMPARE(touched, 0);
    QVERIFY2(marks > 200, "there is hardly anything on the sheet");
}

void TestFiguresKinds::tellsSeriesApartInGrey_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"accuracy", "training-time", "by-threshold"}) {
        QTest::newRow(kind) << kind;
    }
}

// The same data in two precisions make different marks even where only light and dark are seen.
void TestFiguresKinds::tellsSeriesApartInGrey() {
    QFETCH(QString, kind);
    QList<QImage> images;
    for (const char* precision : {"FP32", "FP16"}) {
        FigureData data;
        data.title = "Grey";
        for (const double threshold : {1.0, 2.0}) {
            FigureGroup group = atThreshold(precision, threshold, {figureRun(0.5 + 0.1 * threshold, threshold)});
            group.label = QStringLiteral("group %1").arg(threshold);
            group.series = QStringLiteral("series");
            data.groups.append(group);
        }
        images.append(painted(figureOf(data, kind.toStdString()), QSize(900, 500), false, 0, Qt::white));
    }
    int different = 0;
    for (int y = 0; y < images[0].height(); ++y) {
        for (int x = 0; x < images[0].width(); ++x) {
            different += (qGray(images[0].pixel(x, y)) < 200) != (qGray(images[1].pixel(x, y)) < 200) ? 1 : 0;
        }
    }
    QVERIFY(different > 100);
    QVERIFY(darkPixels(images[0], [](int, int) { return true; }) > 500);
}

void TestFiguresKinds::hasNoFiguresWithoutData() {
    QVERIFY(experimentFigures(shared({})).isEmpty());
    FigureData data = everything();
    data.weights = nullptr;
    data.dataset = nullptr;
    data.telemetry.reset();
    QStringList names;
    for (const Figure& figure : experimentFigures(shared(data))) {
        names.append(figure.name);
    }
    QCOMPARE(names,
             QStringList({"accuracy", "training-time", "by-threshold", "deployments", "decimals", "loss-scale"}));
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
        figureOf(everything(), kind.toStdString(), options);
        QFAIL("was taken");
    } catch (const InputError& error) {
        QVERIFY2(QString(error.what()).contains(named), error.what());
    }
}

void TestFiguresKinds::clippingAxis() {
    using experiment::Json;
    store::ExperimentResults results;
    results.spec.title = "Clipping";
    results.spec.vary = {{"precision", {"FP32", "AMP-FP16"}},
                         {"clipping",
                          {Json{{"kind", "norm"}, {"threshold", 0.5}}, Json{{"kind", "norm"}, {"threshold", 2.0}},
                           Json{{"kind", "none"}}}}};
    results.plan = experiment::makePlan(results.spec);
    for (const auto& planned : results.plan.runs) {
        auto result = std::make_shared<experiment::RunResult>();
        result->id = planned.id;
        result->status = experiment::RunStatus::Done;
        result->epochs.resize(1);
        result->epochs[0].test.accuracy = 0.5;
        result->weights = smallWeights();
        results.runs.push_back(result);
    }
    const FigureData data = figureData(results);
    QCOMPARE(data.axisLabel, "Clipping threshold (global norm)");
    QCOMPARE(data.classes, 3);
    QCOMPARE(data.groups.size(), 6);
    QCOMPARE(data.groups[1].axisValue, std::optional(2.0));
    QCOMPARE(data.groups[1].series, "FP32");
    QVERIFY(!data.groups[1].offAxis);
    QVERIFY(data.groups[2].offAxis);
    QVERIFY(!data.groups[2].axisValue);
    QCOMPARE(csvRows(figureOf(data, "by-threshold").csv).size(), 7);
}

void TestFiguresKinds::onlyDoneRunsHaveResults_data() {
    QTest::addColumn<experiment::RunStatus>("status");
    QTest::newRow("diverged") << experiment::RunStatus::Diverged;
    QTest::newRow("stopped") << experiment::RunStatus::Stopped;
    QTest::newRow("failed") << experiment::RunStatus::Failed;
}

void TestFiguresKinds::onlyDoneRunsHaveResults() {
    QFETCH(experiment::RunStatus, status);
    const FigureRun run = figureData(twoSeeds(status)).groups[0].runs[1];
    QVERIFY(!run.testAccuracy && !run.validationAccuracy);
    QVERIFY(!run.trainSeconds && !run.evalSeconds);
    QVERIFY(run.deployments.isEmpty());
    // What it got to is shown by epoch and by step.
    QCOMPARE(run.epochs.size(), 1);
    QCOMPARE(run.scaleSteps.size(), 2);
}

// As the tables have it: one run of two is done.
void TestFiguresKinds::onlyDoneRunsEnterMeans() {
    const FigureData data = figureData(twoSeeds(experiment::RunStatus::Diverged));
    const QStringList accuracy = csvRows(figureOf(data, "accuracy").csv)[1];
    QCOMPARE(accuracy.mid(4, 2), QStringList({"1", "0.75"}));
    const QStringList seconds = csvRows(figureOf(data, "training-time").csv)[1];
    QCOMPARE(seconds.mid(2, 2), QStringList({"1", "8"}));
    const QStringList deployed = csvRows(figureOf(data, "deployments").csv)[2];
    QCOMPARE(deployed.mid(2, 3), QStringList({"DEC2", "1", "0.5"}));
}

void TestFiguresKinds::scaleStepsAreThoseThatMatter() {
    store::ExperimentResults results;
    results.plan = experiment::makePlan(results.spec);
    auto result = std::make_shared<experiment::RunResult>();
    result->status = experiment::RunStatus::Done;
    result->epochs.resize(1);
    result->steps = {step(1, 4.0), step(2, 4.0), step(3, 4.0, 1), step(4, 2.0), step(5, 2.0), step(6, 2.0)};
    results.runs = {result};
    QList<std::uint32_t> kept;
    const FigureData data = figureData(results);
    for (const experiment::MetricPoint& point : data.groups[0].runs[0].scaleSteps) {
        kept.append(point.step);
    }
    QCOMPARE(kept, QList<std::uint32_t>({1, 3, 4, 6}));
    result->steps = {step(1, 1.0), step(2, 1.0)};
    QVERIFY(figureData(results).groups[0].runs[0].scaleSteps.isEmpty());
}

void TestFiguresKinds::inlineSvgStandsInHtml() {
    FigureData data = everything();
    data.title = "A < B & C";
    const QByteArray svg = inlineSvg(figureOf(data, "accuracy", {{"precision", "FP32"}}), {}, "fig4");
    QVERIFY(svg.startsWith("<svg "));
    QVERIFY(svg.endsWith("</svg>\n"));
    QVERIFY(!svg.contains("<?xml") && !svg.contains("<!DOCTYPE"));
    QXmlStreamReader reader(svg);
    QString title;
    QStringList ids;
    QStringList references;
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QXmlStreamAttributes attributes = reader.attributes();
        if (attributes.hasAttribute("id")) {
            ids.append(attributes.value("id").toString());
        }
        if (reader.name() == QLatin1String("svg")) {
            QCOMPARE(attributes.value("width").toString(), "100%");
            QVERIFY(attributes.hasAttribute("viewBox") && !attributes.hasAttribute("height"));
            references.append(attributes.value("aria-labelledby").toString());
        }
        if (attributes.hasAttribute("font-family")) {
            QVERIFY(attributes.value("font-family").toString().endsWith("sans-serif"));
        }
        if (reader.name() == QLatin1String("title")) {
            title = reader.readElementText();
        } else if (reader.name() == QLatin1String("text")) {
            texts.append(reader.readElementText());
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(title, "A < B & C, FP32");
    QVERIFY(texts.contains("A < B & C, FP32"));
    QVERIFY(ids.contains(references.value(0)));
    for (const QString& id : std::as_const(ids)) {
        QVERIFY2(id.startsWith("fig4-"), qPrintable(id));
    }
}

void TestFiguresKinds::accuracyNeverBeyondAll() {
    FigureData data;
    data.title = "High";
    data.groups = {figureGroup("FP32", {figureRun(0.999, 1.0), figureRun(0.97, 1.0)})};
    data.groups[0].accuracyInterval = Range{0.93, 1.04};
    const QString svg = svgOf(figureOf(data, "accuracy"));
    static const QRegularExpression kTick(QStringLiteral(">(\\d+(?:\\.\\d+)?) %</text>"));
    int ticks = 0;
    for (auto matches = kTick.globalMatch(svg); matches.hasNext(); ++ticks) {
        QVERIFY(matches.next().captured(1).toDouble() <= 100.0);
    }
    QVERIFY(ticks >= 2);
}

QTEST_MAIN(TestFiguresKinds)
#include "tst_figures_kinds.moc"
