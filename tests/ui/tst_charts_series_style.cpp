// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "core/nn/precision_policy.h"
#include "ui/charts/series_style.h"

using namespace roundoff::ui;

namespace {

/// Relative luminance and contrast of WCAG 2.1.
double luminance(const QColor& colour) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QStringList offered() {
    QStringList names;
    for (const std::string& name : roundoff::nn::offeredPolicies()) {
        names.append(QString::fromStdString(name));
    }
    return names;
}

} // namespace

class TestChartsSeriesStyle : public QObject {
    Q_OBJECT

private slots:
    void palette_data();
    void palette();
    void offeredPoliciesDiffer_data();
    void offeredPoliciesDiffer();
    void otherNamesAreStable();
    void variantsDiffer();
    void groupsOfOnePrecisionDiffer();
    void groupsAreInOrder();
    void colourIsOfThePrecision();
    void markersDiffer();
};

void TestChartsSeriesStyle::palette_data() {
    QTest::addColumn<QString>("precision");
    QTest::addColumn<QColor>("colour");
    // Okabe and Ito: Color Universal Design, figure 16.
    QTest::newRow("black") << "FP64" << QColor(0, 0, 0);
    QTest::newRow("blue") << "FP32" << QColor(0, 114, 178);
    QTest::newRow("vermillion") << "FP16" << QColor(213, 94, 0);
    QTest::newRow("bluish green") << "BF16" << QColor(0, 158, 115);
    QTest::newRow("orange") << "AMP-FP16" << QColor(230, 159, 0);
    QTest::newRow("reddish purple") << "AMP-BF16" << QColor(204, 121, 167);
    QTest::newRow("sky blue") << "TF32" << QColor(86, 180, 233);
}

void TestChartsSeriesStyle::palette() {
    QFETCH(QString, precision);
    QFETCH(QColor, colour);
    QCOMPARE(styleForPrecision(precision, false).colour, colour);
}

void TestChartsSeriesStyle::offeredPoliciesDiffer_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestChartsSeriesStyle::offeredPoliciesDiffer() {
    QFETCH(bool, dark);
    const QStringList names = offered();
    QVERIFY(names.size() > 4);
    const QColor surface = dark ? QColor(0x1e, 0x1e, 0x1e) : QColor(Qt::white);
    for (qsizetype first = 0; first < names.size(); ++first) {
        const SeriesStyle a = styleForPrecision(names[first], dark);
        QVERIFY2(contrast(a.colour, surface) > 2.0, qPrintable(names[first]));
        for (qsizetype second = 0; second < first; ++second) {
            const SeriesStyle b = styleForPrecision(names[second], dark);
            const QByteArray pair = (names[first] + u' ' + names[second]).toUtf8();
            QVERIFY2(a != b, pair.constData());
            // Without the colour they are still told apart.
            QVERIFY2(a.pattern != b.pattern || a.marker != b.marker, pair.constData());
        }
    }
}

void TestChartsSeriesStyle::otherNamesAreStable() {
    const SeriesStyle style = styleForPrecision(QStringLiteral("E5M6"), false);
    QCOMPARE(styleForPrecision(QStringLiteral("E5M6"), false), style);
    for (const QString& name : offered()) {
        QVERIFY(styleForPrecision(name, false) != style);
    }
}

void TestChartsSeriesStyle::variantsDiffer() {
    QList<SeriesStyle> seen;
    for (int variant = 0; variant < 12; ++variant) {
        const SeriesStyle style = styleForPrecision(QStringLiteral("FP16"), false, variant);
        QVERIFY(!seen.contains(style));
        seen.append(style);
    }
}

void TestChartsSeriesStyle::groupsOfOnePrecisionDiffer() {
    const QList<SeriesStyle> styles = stylesForGroups(
        {{"FP32, 0.1", "FP32"}, {"FP16, 0.1", "FP16"}, {"FP32, 1", "FP32"}}, false);
    QCOMPARE(styles[0], styleForPrecision("FP32", false));
    QCOMPARE(styles[1], styleForPrecision("FP16", false));
    QCOMPARE(styles[2], styleForPrecision("FP32", false, 1));
}

void TestChartsSeriesStyle::groupsAreInOrder() {
    const QList<RunInfo> runs{{.run = 0, .group = "b", .precision = "FP32", .label = {}},
                              {.run = 1, .group = "b", .precision = "FP32", .label = {}},
                              {.run = 2, .group = "a", .precision = "FP16", .label = {}}};
    QCOMPARE(groupsOf(runs), QList<GroupInfo>({{"b", "FP32"}, {"a", "FP16"}}));
}

void TestChartsSeriesStyle::colourIsOfThePrecision() {
    for (const bool dark : {false, true}) {
        const int hue = styleForPrecision("FP16", dark).colour.hslHue();
        for (int variant = 1; variant < 6; ++variant) {
            QVERIFY(std::abs(styleForPrecision("FP16", dark, variant).colour.hslHue() - hue) <= 2);
        }
    }
}

void TestChartsSeriesStyle::markersDiffer() {
    QList<QImage> images;
    for (int marker = 0; marker <= static_cast<int>(Marker::Hexagon); ++marker) {
        QImage image(32, 32, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawMarker(painter, {16, 16}, 20, {.colour = Qt::black, .pattern = {}, .marker = static_cast<Marker>(marker)});
        painter.end();
        QVERIFY(!images.contains(image));
        images.append(image);
    }
}

QTEST_MAIN(TestChartsSeriesStyle)
#include "tst_charts_series_style.moc"
