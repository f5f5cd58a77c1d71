// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>

#include <QTest>

#include "core/deploy/cell_histogram.h"
#include "core/format/names.h"

using namespace roundoff;

namespace {

using Edges = QList<double>;

bool near(const Edges& a, const Edges& b) {
    if (a.size() != b.size()) {
        return false;
    }
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (std::abs(a[i] - b[i]) > 1e-12) {
            return false;
        }
    }
    return true;
}

} // namespace

/// Golden values by arithmetic by hand.
class TstCellHistogram : public QObject {
    Q_OBJECT

private slots:
    void edges_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("width");
        QTest::addColumn<Edges>("expected");
        QTest::newRow("halfway between decimals")
            << "DEC1" << -0.1 << 0.2 << 0.01 << Edges{-0.15, -0.05, 0.05, 0.15, 0.25};
        QTest::newRow("a decimal as a float lies beside the double")
            << "DEC1" << double(0.1F) << double(0.3F) << 0.01 << Edges{0.05, 0.15, 0.25, 0.35};
        QTest::newRow("only zeros") << "DEC0" << 0.0 << 0.0 << 0.01 << Edges{-0.5, 0.5};
        QTest::newRow("several values in a cell") << "INT8" << 0.0 << 5.0 << 3.0 << Edges{-0.5, 3.5, 5.5};
        QTest::newRow("a multiple is passed by the last edge") << "INT8" << 0.0 << 6.0 << 3.0 << Edges{-0.5, 3.5, 6.5};
        QTest::newRow("no sliver at the end") << "INT8" << 0.0 << 4.0 << 3.0 << Edges{-0.5, 4.5};
        QTest::newRow("the greatest value's cell is symmetrical")
            << "FP4-E2M1" << 2.0 << 6.0 << 0.1 << Edges{1.75, 2.5, 3.5, 5.0, 7.0};
        QTest::newRow("too many values: equal cells") << "FP64" << 0.1 << 0.9 << 0.5 << Edges{0.0, 0.5, 1.0};
    }
    void edges() {
        QFETCH(QString, format);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, width);
        QFETCH(Edges, expected);
        const auto edges = deploy::cellEdges(format::parseFormat(format.toStdString()), low, high, width);
        QVERIFY2(near(Edges(edges.begin(), edges.end()), expected), qPrintable(QString::number(edges.size())));
    }

    void countsEachValueInItsCell() {
        const std::vector<double> values{-1.0, -0.5, 0.0, 0.24, 0.25, 0.9, 1.0};
        const deploy::CellHistogram histogram = deploy::makeCellHistogram(values, {-0.5, 0.0, 0.25, 1.0});
        // -1 is beyond and joins the first cell, 1 is at the last edge and joins the last.
        QCOMPARE(histogram.counts, (std::vector<std::size_t>{2, 2, 3}));
    }

    void veryUnequalCells() {
        // 2000 cells narrower than a slot of the table that finds them, and one wide one.
        std::vector<double> edges;
        std::vector<double> values;
        for (int i = 0; i <= 2000; ++i) {
            edges.push_back(i * 1e-6);
            values.push_back((i + 0.5) * 1e-6);
        }
        edges.push_back(1.0);
        const deploy::CellHistogram histogram = deploy::makeCellHistogram(values, edges);
        QCOMPARE(histogram.counts, std::vector<std::size_t>(2001, 1));
    }

    void infinitiesAndNanAreNotCounted() {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        const std::vector<double> values{kInfinity, -kInfinity, std::numeric_limits<double>::quiet_NaN(), 0.5};
        QCOMPARE(deploy::makeCellHistogram(values, {0.0, 1.0}).total(), std::size_t{1});
    }

    void densityIsPerUnit() {
        const deploy::CellHistogram histogram = deploy::makeCellHistogram(std::vector<double>{1.0, 1.0, 3.0},
                                                                          {0, 2, 4});
        QCOMPARE(histogram.density(0, 0.5), 0.5);
    }
};

QTEST_APPLESS_MAIN(TstCellHistogram)
#include "tst_cell_histogram.moc"
