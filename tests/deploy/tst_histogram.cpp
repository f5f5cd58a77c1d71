// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <vector>

#include <QTest>

#include "core/deploy/histogram.h"

using roundoff::deploy::Histogram;
using roundoff::deploy::makeHistogram;

using Values = std::vector<double>;
using Counts = std::vector<std::size_t>;

namespace {
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kLargest = std::numeric_limits<double>::max();
} // namespace

class TestHistogram : public QObject {
    Q_OBJECT

private slots:
    void counts_data();
    void counts();
    void edges();
    void lastEdgeIsExact();
};

/// Counted by hand; the edges are exact in binary.
void TestHistogram::counts_data() {
    QTest::addColumn<Values>("values");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<Counts>("counts");
    QTest::newRow("inside") << Values{-0.9, -0.1, 0.1, 0.2, 0.9} << -1.0 << 1.0 << Counts{1, 1, 2, 1};
    QTest::newRow("lower edges belong to their bin")
        << Values{-1.0, -0.5, 0.0, 0.5} << -1.0 << 1.0 << Counts{1, 1, 1, 1};
    QTest::newRow("the last bin includes the end") << Values{0.5, 1.0, 1.0} << -1.0 << 1.0 << Counts{0, 0, 0, 3};
    QTest::newRow("outside") << Values{-1.0000001, 1.0000001, 5.0} << -1.0 << 1.0 << Counts{0, 0, 0, 0};
    QTest::newRow("not finite") << Values{kInfinity, -kInfinity, kNan, 0.0} << -1.0 << 1.0 << Counts{0, 0, 1, 0};
    QTest::newRow("negative zero") << Values{-0.0} << -1.0 << 1.0 << Counts{0, 0, 1, 0};
    QTest::newRow("nothing") << Values{} << 0.0 << 1.0 << Counts{0, 0, 0};
    QTest::newRow("one bin") << Values{0.0, 0.5, 1.0, 1.5} << 0.0 << 1.0 << Counts{3};
    QTest::newRow("no width") << Values{2.0, 2.0, 3.0} << 2.0 << 2.0 << Counts{2, 0};
    QTest::newRow("width that overflows") << Values{-kLargest, kLargest} << -kLargest << kLargest << Counts{1, 1};
}

void TestHistogram::counts() {
    QFETCH(const Values, values);
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const Counts, counts);
    const Histogram histogram = makeHistogram(values, low, high, counts.size());
    QCOMPARE(histogram.counts, counts);
}

void TestHistogram::edges() {
    const Histogram histogram = makeHistogram(Values{}, -1.0, 3.0, 8);
    for (std::size_t bin = 0; bin < 8; ++bin) {
        QVERIFY(histogram.binLow(bin) == -1.0 + 0.5 * static_cast<double>(bin));
        QVERIFY(histogram.binHigh(bin) == -0.5 + 0.5 * static_cast<double>(bin));
    }
}

void TestHistogram::lastEdgeIsExact() {
    const Histogram histogram = makeHistogram(Values{}, -0.3, 0.1, 7);
    QVERIFY(histogram.binLow(0) == -0.3);
    QVERIFY(histogram.binHigh(6) == 0.1);
}

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
