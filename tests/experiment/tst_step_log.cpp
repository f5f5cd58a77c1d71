// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/experiment/step_log.h"

using roundoff::experiment::MetricPoint;
using roundoff::experiment::StepLog;

namespace {

// Step n has the loss n, the norm 10 n, the clipped fraction n / 64 and the scale 2^n; every third one is skipped.
MetricPoint step(std::uint32_t n) {
    return {1 + (n - 1) / 4, n, 1, n % 3 == 0 ? 1U : 0U, n * 1.0, n * 10.0, n / 64.0, static_cast<double>(1U << n)};
}

std::vector<MetricPoint> logged(std::size_t capacity, std::uint32_t steps) {
    StepLog log(capacity);
    for (std::uint32_t n = 1; n <= steps; ++n) {
        log.add(step(n));
    }
    return log.points();
}

// The mean of steps `first` to `last`, whose numbers are evenly spaced: that of the first and the last one.
MetricPoint meanOf(std::uint32_t first, std::uint32_t last) {
    const double mean = (first + last) / 2.0;
    const std::uint32_t skipped = last / 3 - (first - 1) / 3;
    return {1 + (last - 1) / 4,
            last,
            last - first + 1,
            skipped,
            mean,
            mean * 10.0,
            mean / 64.0,
            static_cast<double>(1U << last)};
}

} // namespace

class TestStepLog : public QObject {
    Q_OBJECT

private slots:
    void nothingYet();
    void keepsAllUpToItsCapacity();
    void mergesBeyondIt_data();
    void mergesBeyondIt();
    void losesNoStep();
    void neverKeepsMoreThanItMay();
};

void TestStepLog::nothingYet() {
    QVERIFY(logged(4, 0).empty());
}

void TestStepLog::keepsAllUpToItsCapacity() {
    const auto points = logged(4, 4);
    QCOMPARE(points.size(), std::size_t{4});
    for (std::uint32_t n = 1; n <= 4; ++n) {
        QVERIFY(points[n - 1] == step(n));
    }
}

/// Which steps make which points, worked out by hand for a capacity of 4. All means are exact in binary.
void TestStepLog::mergesBeyondIt_data() {
    using Points = std::vector<std::pair<int, int>>;
    QTest::addColumn<int>("steps");
    QTest::addColumn<Points>("expected");
    QTest::newRow("5: pairs, and one that waits for its second") << 5 << Points{{1, 2}, {3, 4}, {5, 5}};
    QTest::newRow("6") << 6 << Points{{1, 2}, {3, 4}, {5, 6}};
    QTest::newRow("7") << 7 << Points{{1, 2}, {3, 4}, {5, 6}, {7, 7}};
    QTest::newRow("8: full again") << 8 << Points{{1, 2}, {3, 4}, {5, 6}, {7, 8}};
    QTest::newRow("9: the open one does not count") << 9 << Points{{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 9}};
    QTest::newRow("10: fours") << 10 << Points{{1, 4}, {5, 8}, {9, 10}};
    QTest::newRow("12") << 12 << Points{{1, 4}, {5, 8}, {9, 12}};
    QTest::newRow("16: full again") << 16 << Points{{1, 4}, {5, 8}, {9, 12}, {13, 16}};
    QTest::newRow("20: eights") << 20 << Points{{1, 8}, {9, 16}, {17, 20}};
}

void TestStepLog::mergesBeyondIt() {
    using Points = std::vector<std::pair<int, int>>;
    QFETCH(const int, steps);
    QFETCH(const Points, expected);
    const auto points = logged(4, static_cast<std::uint32_t>(steps));
    QCOMPARE(points.size(), expected.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto [first, last] = expected[i];
        QVERIFY2(points[i] == meanOf(static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)),
                 qPrintable(QString("point %1").arg(i)));
    }
}

void TestStepLog::losesNoStep() {
    StepLog log(6);
    for (std::uint32_t n = 1; n <= 10'000; ++n) {
        log.add({1, n, 1, n % 2, 1.0, 1.0, 0.0, 1.0});
        std::uint32_t steps = 0;
        std::uint32_t skipped = 0;
        for (const MetricPoint& point : log.points()) {
            steps += point.merged;
            skipped += point.skipped;
            QCOMPARE(point.step, steps); // They follow each other.
        }
        QCOMPARE(steps, n);
        QCOMPARE(skipped, (n + 1) / 2);
    }
}

void TestStepLog::neverKeepsMoreThanItMay() {
    StepLog log(2);
    for (std::uint32_t n = 1; n <= 1'000; ++n) {
        log.add({1, n, 1, 0, 1.0, 1.0, 0.0, 1.0});
        QVERIFY(log.points().size() <= 3); // Two, and one that is open.
    }
}

QTEST_APPLESS_MAIN(TestStepLog)
#include "tst_step_log.moc"
