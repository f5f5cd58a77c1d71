// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "ui/figures/figure_statistics.h"
#include "ui/figures/figures.h"

using namespace roundoff::ui;
using roundoff::InputError;
using roundoff::experiment::EpochResult;

namespace {

FigureRun run(double accuracy, double seconds) {
    FigureRun result;
    result.label = "run";
    result.testAccuracy = accuracy;
    result.trainSeconds = seconds;
    result.evalSeconds = 0.25;
    for (int number = 1; number <= 2; ++number) {
        EpochResult epoch;
        epoch.epoch = number;
        epoch.training = {1.0 / number, accuracy};
        epoch.test = {1.5 / number, accuracy - 0.1 / number};
        result.epochs.append(epoch);
    }
    return result;
}

/// Two groups of two runs, one emulated and with deployments.
FigureData twoGroups() {
    FigureGroup first{.label = "FP32",
                      .precision = "FP32",
                      .series = {},
                      .axisValue = {},
                      .accuracyInterval = {},
                      .runs = {run(0.9, 1.0), run(0.8, 2.0)}};
    FigureGroup second{.label = "FP16, \"scaled\"",
                       .precision = "FP16",
                       .series = {},
                       .axisValue = {},
                       .accuracyInterval = Range{0.7, 0.75},
                       .runs = {run(1.0 / 3.0, 3.0)}};
    second.runs[0].timeKind = TimeKind::Emulated;
    second.runs[0].deployments = {{"DEC3", 0.3}, {"DEC1", 0.1}};
    return {
        .title = "Two groups", .axisLabel = "precision", .intervalName = "95 % interval", .groups = {first, second}};
}

std::shared_ptr<const FigureData> share(const FigureData& data) {
    return std::make_shared<const FigureData>(data);
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Splits CSV without line breaks in fields.
QList<QStringList> parseCsv(const QByteArray& text) {
    QList<QStringList> rows;
    for (const QString& line : QString::fromUtf8(text).split("\r\n", Qt::SkipEmptyParts)) {
        QStringList fields{QString()};
        bool quoted = false;
        for (qsizetype index = 0; index < line.size(); ++index) {
            if (line[index] == u'"' && quoted && index + 1 < line.size() && line[index + 1] == u'"') {
                fields.back() += line[index++];
            } else if (line[index] == u'"') {
                quoted = !quoted;
            } else if (line[index] == u',' && !quoted) {
                fields.append(QString());
            } else {
                fields.back() += line[index];
            }
        }
        rows.append(fields);
    }
    return rows;
}

} // namespace

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void statistics();
    void writesAllFiles();
    void svgHasText();
    void pngHasItsSizeAndResolution_data();
    void pngHasItsSizeAndResolution();
    void pdfIsOnePage();
    void accuracyTable();
    void timeTable();
    void epochTable();
    void deploymentsTable();
    void badgeOnlyWhereItIsTrue();
    void numericAxis();
    void divergedRuns();
    void leavesOutWhatThereIsNot();
    void growsWithItsRows();
    void namesTheFileThatCannotBeWritten();
};

void TestFigures::statistics() {
    const std::optional<Summary> summary = summarise({2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0, std::nan("")});
    QVERIFY(summary);
    // Mean 5, sum of squares 32, divided by 7: by hand.
    QCOMPARE(summary->count, 8);
    QCOMPARE(summary->mean, 5.0);
    QCOMPARE(summary->deviation, std::sqrt(32.0 / 7.0));
    QCOMPARE(summarise({3.0})->deviation, 0.0);
    QVERIFY(!summarise({}));
    QVERIFY(!summarise({std::nan("")}));
}

void TestFigures::writesAllFiles() {
    const QTemporaryDir folder;
    const QString directory = folder.filePath("new/figures");
    const QStringList paths = renderFigures(share(twoGroups()), directory, {"svg", "png", "pdf"});
    QStringList expected;
    for (const char* name : {"accuracy", "training-time", "accuracy-by-epoch", "loss-by-epoch", "deployments"}) {
        for (const char* ending : {"svg", "png", "pdf", "csv"}) {
            expected.append(directory + u'/' + name + u'.' + ending);
        }
    }
    QCOMPARE(paths, expected);
    for (const QString& path : paths) {
        QVERIFY2(QFileInfo(path).size() > 0, qPrintable(path));
    }
    QCOMPARE(QDir(directory).entryList(QDir::Files).size(), expected.size());
}

void TestFigures::svgHasText() {
    const QTemporaryDir folder;
    renderFigures(share(twoGroups()), folder.path(), {"svg"});
    const QByteArray accuracy = contentsOf(folder.filePath("accuracy.svg"));
    for (const char* text : {"Two groups", "FP32", "85.00 ± 7.07 %"}) {
        QVERIFY2(accuracy.contains(QByteArray(">") + text + "</text>"), text);
    }
    const QByteArray time = contentsOf(folder.filePath("training-time.svg"));
    QVERIFY(time.contains(">1.50 + 0.250 s, native</text>"));
    QVERIFY(time.contains(">3.00 + 0.250 s, emulated</text>"));
    QVERIFY(contentsOf(folder.filePath("deployments.svg")).contains(">DEC1</text>"));
    QVERIFY(contentsOf(folder.filePath("loss-by-epoch.svg")).contains(">Epoch</text>"));
}

void TestFigures::pngHasItsSizeAndResolution_data() {
    QTest::addColumn<int>("dpi");
    QTest::addColumn<QSize>("pixels");
    // 127 mm are 5 inches, 101.6 mm are 4.
    QTest::newRow("100") << 100 << QSize(500, 400);
    QTest::newRow("300") << 300 << QSize(1500, 1200);
}

void TestFigures::pngHasItsSizeAndResolution() {
    QFETCH(int, dpi);
    QFETCH(QSize, pixels);
    const QTemporaryDir folder;
    renderFigures(share(twoGroups()), folder.path(), {"png"},
                  {.widthMm = 127.0, .heightMm = 101.6, .fontPt = 8.0, .dpi = dpi});
    const QImage image(folder.filePath("accuracy-by-epoch.png"));
    QCOMPARE(image.size(), pixels);
    QCOMPARE(image.dotsPerMeterX(), qRound(dpi / 0.0254));
    QCOMPARE(image.dotsPerMeterY(), qRound(dpi / 0.0254));
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
}

void TestFigures::pdfIsOnePage() {
    const QTemporaryDir folder;
    renderFigures(share(twoGroups()), folder.path(), {"pdf"}, {.widthMm = 127.0, .heightMm = 101.6});
    const QByteArray pdf = contentsOf(folder.filePath("accuracy-by-epoch.pdf"));
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/Count 1"));
    // 5 by 4 inches are 360 by 288 points.
    QVERIFY(pdf.contains("/MediaBox [0 0 360.000000 288.000000]") || pdf.contains("/MediaBox [0 0 360 288]"));
    QVERIFY(pdf.contains("/Font"));
}

void TestFigures::accuracyTable() {
    const QTemporaryDir folder;
    renderFigures(share(twoGroups()), folder.path(), {});
    const QList<QStringList> rows = parseCsv(contentsOf(folder.filePath("accuracy.csv")));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].join(u','), "group,precision,axis,axis_value,n,mean,low,high,interval");
    QCOMPARE(rows[1][0], "FP32");
    QCOMPARE(rows[1][4], "2");
    QCOMPARE(rows[1][5].toDouble(), (0.9 + 0.8) / 2.0);
    QCOMPARE(rows[1][8], "standard deviation");
    QCOMPARE(rows[2][0], "FP16, \"scaled\"");
    QCOMPARE(rows[2][5].toDouble(), 1.0 / 3.0);
    QCOMPARE(rows[2].mid(6), QStringList({"0.7", "0.75", "95 % interval"}));
}

void TestFigures::timeTable() {
    const QTemporaryDir folder;
    renderFigures(share(twoGroups()), folder.path(), {});
    const QList<QStringList> rows = parseCsv(contentsOf(folder.filePath("training-time.csv")));
    QCOMPARE(rows[1][3].toDouble(), 1.5);
    QCOMPARE(rows[1][4].toDouble(), std::sqrt(0.5));
    QCOMPARE(rows[1].back(), "native");
    QCOMPARE(rows[2].back(), "emulated");
}

void TestFigures::epochTable() {
    const QTemporaryDir folder;
    renderFigures(share(twoGroups()), folder.path(), {});
    const QList<QStringList> rows = parseCsv(contentsOf(folder.filePath("accuracy-by-epoch.csv")));
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[2].mid(2, 3), QStringList({"test_accuracy", "2", "2"}));
    QCOMPARE(rows[2][5].toDouble(), ((0.9 - 0.05) + (0.8 - 0.05)) / 2.0);
    QCOMPARE(rows[2][6].toDouble(), 0.8 - 0.05);
    QCOMPARE(rows[2][7].toDouble(), 0.9 - 0.05);
}

void TestFigures::deploymentsTable() {
    const QTemporaryDir folder;
    renderFigures(share(twoGroups()), folder.path(), {});
    const QList<QStringList> rows = parseCsv(contentsOf(folder.filePath("deployments.csv")));
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[1].mid(0, 3), QStringList({"FP32", "FP32", "none"}));
    QCOMPARE(rows[3][2], "DEC3");
    QCOMPARE(rows[3][4].toDouble(), 0.3);
    QCOMPARE(rows[4][2], "DEC1");
}

void TestFigures::badgeOnlyWhereItIsTrue() {
    const QTemporaryDir folder;
    FigureData data = twoGroups();
    data.groups.removeLast();
    renderFigures(share(data), folder.path(), {"svg"});
    const QByteArray badge = "axis does not start at zero";
    QVERIFY(contentsOf(folder.filePath("accuracy.svg")).contains(badge));
    QVERIFY(!contentsOf(folder.filePath("training-time.svg")).contains(badge));
    data.groups[0].runs[0].testAccuracy = 0.0;
    renderFigures(share(data), folder.path(), {"svg"});
    QVERIFY(!contentsOf(folder.filePath("accuracy.svg")).contains(badge));
}

void TestFigures::numericAxis() {
    FigureData data;
    data.title = "Clipping";
    data.axisLabel = "clipping.threshold";
    for (const double threshold : {100.0, 0.01, 1.0}) {
        data.groups.append({.label = QString("threshold %1").arg(threshold),
                            .precision = "FP32",
                            .series = {},
                            .axisValue = threshold,
                            .accuracyInterval = {},
                            .runs = {run(0.9 + threshold / 1e4, 1.0)}});
    }
    const QTemporaryDir folder;
    renderFigures(share(data), folder.path(), {"svg"});
    const QByteArray svg = contentsOf(folder.filePath("accuracy.svg"));
    for (const char* text : {"0.01", "1", "100", "clipping.threshold", "FP32"}) {
        QVERIFY2(svg.contains(QByteArray(">") + text + "</text>"), text);
    }
    QVERIFY(!svg.contains(">threshold 1</text>"));
    QCOMPARE(parseCsv(contentsOf(folder.filePath("accuracy.csv")))[1][3], "100");
}

void TestFigures::divergedRuns() {
    FigureData data = twoGroups();
    for (FigureRun& diverged : data.groups[1].runs) {
        diverged.testAccuracy = std::nan("");
        diverged.epochs[1].training.loss = std::numeric_limits<double>::infinity();
        diverged.epochs[1].test = {std::nan(""), std::nan("")};
    }
    const QTemporaryDir folder;
    QCOMPARE(renderFigures(share(data), folder.path(), {"svg", "png", "pdf"}).size(), 20);
    QVERIFY(contentsOf(folder.filePath("loss-by-epoch.csv")).contains(",train_loss,2,1,inf,inf,inf\r\n"));
    QVERIFY(!contentsOf(folder.filePath("loss-by-epoch.svg")).contains("nan"));
}

void TestFigures::leavesOutWhatThereIsNot() {
    FigureData data = twoGroups();
    data.groups[1].runs.clear();
    const QTemporaryDir folder;
    renderFigures(share(data), folder.path(), {});
    QVERIFY(!QFileInfo::exists(folder.filePath("deployments.csv")));
    QCOMPARE(parseCsv(contentsOf(folder.filePath("accuracy.csv"))).size(), 2);
    QVERIFY(renderFigures(share({}), folder.path(), {"svg"}).isEmpty());
}

void TestFigures::growsWithItsRows() {
    FigureData data = twoGroups();
    for (int index = 0; index < 40; ++index) {
        data.groups.append(data.groups[0]);
        data.groups.back().label = QString("FP32, learning rate %1").arg(index);
    }
    const QTemporaryDir folder;
    renderFigures(share(data), folder.path(), {"png"}, {.widthMm = 127.0, .heightMm = 101.6, .dpi = 100});
    QVERIFY(QImage(folder.filePath("accuracy.png")).height() > 700);
}

void TestFigures::namesTheFileThatCannotBeWritten() {
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath("accuracy.svg"));
    try {
        renderFigures(share(twoGroups()), folder.path(), {"svg"});
        QFAIL("wrote over a folder");
    } catch (const InputError& error) {
        QVERIFY2(QByteArray(error.what()).contains("accuracy.svg"), error.what());
    }
    QVERIFY_THROWS_EXCEPTION(InputError, renderFigures(share(twoGroups()), folder.filePath("x"), {"bmp"}));
}

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
