// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "figure_data_fixtures.h"
#include "tests/ui/figure_fixtures.h"

using namespace roundoff;
using namespace roundoff::ui;

class TestFiguresDrawing : public QObject {
    Q_OBJECT

private slots:
    void drawsEverythingInside_data();
    void drawsEverythingInside();
    void tellsSeriesApartInGrey_data();
    void tellsSeriesApartInGrey();
    void hasNoFiguresWithoutData();
    void inlineSvgStandsInHtml();
    void accuracyNeverBeyondAll();
};

void TestFiguresDrawing::drawsEverythingInside_data() {
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

void TestFiguresDrawing::drawsEverythingInside() {
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

void TestFiguresDrawing::tellsSeriesApartInGrey_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"accuracy", "training-time", "by-threshold"}) {
        QTest::newRow(kind) << kind;
    }
}

// The same data in two precisions make different marks even where only light and dark are seen.
void TestFiguresDrawing::tellsSeriesApartInGrey() {
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

void TestFiguresDrawing::hasNoFiguresWithoutData() {
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

void TestFiguresDrawing::inlineSvgStandsInHtml() {
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

void TestFiguresDrawing::accuracyNeverBeyondAll() {
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

QTEST_MAIN(TestFiguresDrawing)
#include "tst_figures_drawing.moc"
