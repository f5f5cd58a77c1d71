// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

#include "ui/charts/clip_polyline.h"
#include "ui/charts/decimate.h"

using roundoff::ui::BucketMean;
using roundoff::ui::bucketMeans;
using roundoff::ui::clipPolyline;
using roundoff::ui::decimate;
using roundoff::ui::Range;

namespace {

QList<QPointF> noise(int count) {
    std::mt19937 generator(7);
    QList<QPointF> points;
    for (int index = 0; index < count; ++index) {
        points.append({static_cast<double>(index), static_cast<double>(generator() % 100'000) / 1000.0});
    }
    return points;
}

} // namespace

class TestChartsDecimate : public QObject {
    Q_OBJECT

private slots:
    void keepsTheExtremesOfEveryBucket_data();
    void keepsTheExtremesOfEveryBucket();
    void keepsEndsAndNeighbours();
    void leavesShortLinesAlone();
    void leavesNonFiniteValuesOut();
    void nothingComesFromNothing();
    void bucketMeansAreMeans();
    void clipping_data();
    void clipping();
};

void TestChartsDecimate::keepsTheExtremesOfEveryBucket_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("buckets");
    QTest::newRow("ten a bucket") << 1000 << 100;
    QTest::newRow("uneven") << 99'991 << 337;
    QTest::newRow("one bucket") << 500 << 1;
    QTest::newRow("more buckets than points") << 50 << 400;
}

void TestChartsDecimate::keepsTheExtremesOfEveryBucket() {
    QFETCH(int, count);
    QFETCH(int, buckets);
    const QList<QPointF> points = noise(count);
    const Range visible{0.0, count - 1.0};
    const QList<QPointF> kept = decimate(points, visible, buckets);

    QVERIFY(kept.size() <= 2 * buckets + 4);
    QVERIFY(std::is_sorted(kept.begin(), kept.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
    const auto extremes = [&](const QList<QPointF>& line) {
        QList<Range> ranges(buckets);
        for (const QPointF& point : line) {
            const int bucket = std::min(buckets - 1, static_cast<int>(point.x() / visible.high * buckets));
            ranges[bucket].include(point.y());
        }
        return ranges;
    };
    QCOMPARE(extremes(kept), extremes(points));
}

void TestChartsDecimate::keepsEndsAndNeighbours() {
    const QList<QPointF> points = noise(1000);
    const QList<QPointF> kept = decimate(points, {100.0, 899.0}, 20);
    // One neighbour on either side, then the first and last visible point.
    QCOMPARE(kept.front(), points[99]);
    QCOMPARE(kept[1], points[100]);
    QCOMPARE(kept[kept.size() - 2], points[899]);
    QCOMPARE(kept.back(), points[900]);
}

void TestChartsDecimate::leavesShortLinesAlone() {
    const QList<QPointF> points{{1.0, 5.0}, {2.0, 4.0}, {3.0, 4.5}};
    QCOMPARE(decimate(points, {0.0, 4.0}, 100), points);
    QCOMPARE(decimate({points.data(), 1}, {1.0, 1.0}, 100), points.first(1));
}

void TestChartsDecimate::leavesNonFiniteValuesOut() {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const QList<QPointF> points{{0.0, std::nan("")}, {1.0, 2.0}, {2.0, kInfinity},
                                {3.0, -kInfinity},   {4.0, 3.0}, {5.0, std::nan("")}};
    const QList<QPointF> expected{{1.0, 2.0}, {4.0, 3.0}};
    QCOMPARE(decimate(points, {0.0, 5.0}, 2), expected);
    QCOMPARE(decimate(points, {2.0, 3.0}, 2), expected);
}

void TestChartsDecimate::nothingComesFromNothing() {
    QVERIFY(decimate({}, {0.0, 1.0}, 10).isEmpty());
    QVERIFY(bucketMeans({}, {0.0, 1.0}, 10).isEmpty());
}

void TestChartsDecimate::bucketMeansAreMeans() {
    // Two buckets, [0, 2) and [2, 4]; means by hand.
    const QList<QPointF> points{{0.0, 1.0}, {1.0, 3.0}, {2.0, std::nan("")}, {3.0, 10.0}, {4.0, 20.0}};
    const QList<BucketMean> means = bucketMeans(points, {0.0, 4.0}, 2);
    QCOMPARE(means.size(), 2);
    QCOMPARE(means[0].bucket, 0);
    QCOMPARE(means[0].mean, QPointF(0.5, 2.0));
    QCOMPARE(means[0].count, 2);
    QCOMPARE(means[1].mean, QPointF(3.5, 15.0));
    QCOMPARE(means[1].count, 2);
}

void TestChartsDecimate::clipping_data() {
    QTest::addColumn<QPolygonF>("line");
    QTest::addColumn<QList<QPolygonF>>("expected");
    const QPolygonF inside{{1, 1}, {5, 5}, {9, 2}};
    QTest::newRow("inside") << inside << QList<QPolygonF>{inside};
    QTest::newRow("outside") << QPolygonF{{-5, 1}, {-1, 9}} << QList<QPolygonF>{};
    QTest::newRow("through") << QPolygonF{{-5, 5}, {15, 5}} << QList<QPolygonF>{{{0, 5}, {10, 5}}};
    QTest::newRow("leaves and comes back")
        << QPolygonF{{2, 5}, {2, 15}, {8, 15}, {8, 5}} << QList<QPolygonF>{{{2, 5}, {2, 10}}, {{8, 10}, {8, 5}}};
    QTest::newRow("past a corner") << QPolygonF{{-5, 5}, {5, 16}} << QList<QPolygonF>{};
    QTest::newRow("along an edge") << QPolygonF{{-5, 0}, {5, 0}} << QList<QPolygonF>{{{0, 0}, {5, 0}}};
}

void TestChartsDecimate::clipping() {
    QFETCH(QPolygonF, line);
    QFETCH(QList<QPolygonF>, expected);
    QCOMPARE(clipPolyline(line, QRectF(0, 0, 10, 10)), expected);
}

QTEST_APPLESS_MAIN(TestChartsDecimate)
#include "tst_charts_decimate.moc"
