// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/format/names.h"
#include "core/format/values_around.h"

using namespace roundoff;

/// Golden values are the formats' tables, written out by hand.
class TstValuesAround : public QObject {
    Q_OBJECT

private slots:
    void lists_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QList<double>>("expected");
        using List = QList<double>;
        QTest::newRow("decimals between, one beyond on either side")
            << "DEC1" << -0.15 << 0.25 << List{-0.2, -0.1, 0.0, 0.1, 0.2, 0.3};
        QTest::newRow("the ends are values") << "DEC1" << 0.1 << 0.3 << List{0.0, 0.1, 0.2, 0.3, 0.4};
        QTest::newRow("one point") << "DEC0" << 0.0 << 0.0 << List{-1.0, 0.0, 1.0};
        // OCP MX 1.0, table 5: 0, 0.5, 1, 1.5, 2, 3, 4, 6 with both signs.
        QTest::newRow("all of FP4") << "FP4-E2M1" << -100.0 << 100.0
                                    << List{-6.0, -4.0, -3.0, -2.0, -1.5, -1.0, -0.5, 0.0,
                                            0.5,  1.0,  1.5,  2.0,  3.0,  4.0,  6.0};
        QTest::newRow("above the greatest") << "FP4-E2M1" << 7.0 << 9.0 << List{6.0};
        QTest::newRow("below the least") << "FP4-E2M1" << -9.0 << -7.0 << List{-6.0};
        QTest::newRow("two's complement has one more below zero")
            << "INT2" << -9.0 << 9.0 << List{-2.0, -1.0, 0.0, 1.0};
        QTest::newRow("fixed point") << "FIXED4.2" << 1.0 << 1.6 << List{0.75, 1.0, 1.25, 1.5, 1.75};
        QTest::newRow("neighbours of 1 in FP64") << "FP64" << 1.0 << 1.0 << List{1.0 - 0x1p-53, 1.0, 1.0 + 0x1p-52};
    }
    void lists() {
        QFETCH(QString, name);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QList<double>, expected);
        const auto values = format::valuesAround(format::parseFormat(name.toStdString()), low, high, 1000);
        QVERIFY(values.has_value());
        QCOMPARE(QList<double>(values->begin(), values->end()), expected);
    }

    void tooManyAreNotListed() {
        const format::Format decimals = format::Decimal{2};
        QVERIFY(format::valuesAround(decimals, 0.0, 0.07, 10).has_value()); // -0.01 to 0.08
        QVERIFY(!format::valuesAround(decimals, 0.0, 0.08, 10).has_value());
    }

    void withoutSubnormalsTheNeighbourOfZeroIsNormal() {
        format::BinaryFloat flushing = std::get<format::BinaryFloat>(format::parseFormat("FP6-E3M2"));
        flushing.subnormals = false;
        // The smallest normal value of E3M2 is 2^-2.
        QCOMPARE(*format::valuesAround(flushing, 0.0, 0.1, 100), (std::vector<double>{-0.25, 0.0, 0.25}));
    }
};

QTEST_APPLESS_MAIN(TstValuesAround)
#include "tst_values_around.moc"
