// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include <QTest>

#include "core/runtime/metric_ring.h"

namespace {

/// A point that stands for some consecutive numbers.
struct Point {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint64_t count = 0;
};

Point merged(const Point& a, const Point& b) {
    return {a.first, b.last, a.count + b.count};
}

Point point(std::uint64_t number) {
    return {number, number, 1};
}

using Ring = roundoff::runtime::MetricRing<Point, 4>;

void pushNumbers(Ring& ring, std::uint64_t from, std::uint64_t to) {
    for (std::uint64_t number = from; number <= to; ++number) {
        ring.push(point(number));
    }
}

// Whether the points stand for 1, 2, 3, ... up to `end`, in order, each number once.
bool areAllUpTo(const std::vector<Point>& points, std::uint64_t end) {
    std::uint64_t next = 1;
    for (const Point& p : points) {
        if (p.first != next || p.count != p.last - p.first + 1) {
            return false;
        }
        next = p.last + 1;
    }
    return next == end + 1;
}

} // namespace

class TestMetricRing : public QObject {
    Q_OBJECT

private slots:
    void emptyAtFirst();
    void keepsOrder();
    void drainsOnce();
    void goesRoundManyTimes();
    void overflowMergesTheNewest();
    void mergedPointComesWithTheNextPush();
    void restBringsTheMergedPoint();
    void restOfAnEmptyRing();
    void concurrent();
};

void TestMetricRing::emptyAtFirst() {
    Ring ring;
    std::vector<Point> points;
    ring.drain(points);
    QVERIFY(points.empty());
}

void TestMetricRing::keepsOrder() {
    Ring ring;
    pushNumbers(ring, 1, 4);
    std::vector<Point> points;
    ring.drain(points);
    QCOMPARE(points.size(), std::size_t{4});
    QVERIFY(areAllUpTo(points, 4));
}

void TestMetricRing::drainsOnce() {
    Ring ring;
    pushNumbers(ring, 1, 2);
    std::vector<Point> points;
    ring.drain(points);
    ring.drain(points); // Appends nothing.
    QCOMPARE(points.size(), std::size_t{2});
}

void TestMetricRing::goesRoundManyTimes() {
    Ring ring;
    std::vector<Point> points;
    for (std::uint64_t number = 1; number <= 100; number += 3) {
        pushNumbers(ring, number, number + 2);
        ring.drain(points);
    }
    QCOMPARE(points.size(), std::size_t{102});
    QVERIFY(areAllUpTo(points, 102));
}

void TestMetricRing::overflowMergesTheNewest() {
    Ring ring;
    pushNumbers(ring, 1, 10);
    std::vector<Point> points;
    ring.drain(points);
    QVERIFY(areAllUpTo(points, 4)); // What does not fit waits.
}

void TestMetricRing::mergedPointComesWithTheNextPush() {
    Ring ring;
    pushNumbers(ring, 1, 10);
    std::vector<Point> points;
    ring.drain(points);
    pushNumbers(ring, 11, 12);
    ring.drain(points);
    QCOMPARE(points.size(), std::size_t{6});
    QVERIFY(areAllUpTo(points, 12));
    QCOMPARE(points[4].count, std::uint64_t{7}); // 5 to 11.
    QCOMPARE(points[5].count, std::uint64_t{1});
}

void TestMetricRing::restBringsTheMergedPoint() {
    Ring ring;
    pushNumbers(ring, 1, 10);
    std::vector<Point> points;
    ring.drainRest(points);
    QCOMPARE(points.size(), std::size_t{5});
    QVERIFY(areAllUpTo(points, 10));
}

void TestMetricRing::restOfAnEmptyRing() {
    Ring ring;
    pushNumbers(ring, 1, 3);
    std::vector<Point> points;
    ring.drainRest(points);
    ring.drainRest(points);
    QVERIFY(areAllUpTo(points, 3));
}

/// A small ring and a consumer that is slower or faster by chance: nothing may be lost, doubled or out of order.
void TestMetricRing::concurrent() {
    constexpr std::uint64_t kPushes = 500'000;
    Ring ring;
    std::atomic<bool> ended{false};
    std::thread producer([&] {
        pushNumbers(ring, 1, kPushes);
        ended.store(true);
    });
    std::vector<Point> points;
    while (!ended.load()) {
        ring.drain(points);
    }
    producer.join();
    ring.drainRest(points);
    QVERIFY(areAllUpTo(points, kPushes));
}

QTEST_APPLESS_MAIN(TestMetricRing)
#include "tst_metric_ring.moc"
