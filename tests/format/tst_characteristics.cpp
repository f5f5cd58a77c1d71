// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "core/format/characteristics.h"
#include "core/format/names.h"
#include "core/format/number_text.h"

using namespace roundoff::format;

class TstCharacteristics : public QObject {
    Q_OBJECT

private slots:
    void widths_data() {
        // IEEE 754-2019, table 3.5, and the OCP 8-bit Floating Point Specification 1.0, table 1.
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("exponentBits");
        QTest::addColumn<int>("significandBits");
        QTest::addColumn<int>("bias");
        QTest::addColumn<int>("precision");
        QTest::newRow("binary64") << "FP64" << 64 << 11 << 52 << 1023 << 53;
        QTest::newRow("binary32") << "FP32" << 32 << 8 << 23 << 127 << 24;
        QTest::newRow("binary16") << "FP16" << 16 << 5 << 10 << 15 << 11;
        QTest::newRow("E5M2") << "FP8-E5M2" << 8 << 5 << 2 << 15 << 3;
        QTest::newRow("E4M3") << "FP8-E4M3" << 8 << 4 << 3 << 7 << 4;
    }
    void widths() {
        QFETCH(QString, name);
        const Characteristics c = characteristics(parseFormat(name.toStdString()));
        QCOMPARE(c.name, name.toStdString());
        QCOMPARE(c.kind, FormatKind::BinaryFloat);
        QCOMPARE(c.signBits, std::optional(1));
        QTEST(c.bits.value_or(0), "bits");
        QTEST(c.exponentBits.value_or(0), "exponentBits");
        QTEST(c.significandBits.value_or(0), "significandBits");
        QTEST(c.bias.value_or(0), "bias");
        QTEST(c.precision.value_or(0), "precision");
    }

    void decimalDigitsAreThePapers_data() {
        // The paper's table 2, which cuts off after one decimal.
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("digits");
        QTest::newRow("half") << "FP16" << 3.3;
        QTest::newRow("single") << "FP32" << 7.2;
        QTest::newRow("double") << "FP64" << 15.9;
    }
    void decimalDigitsAreThePapers() {
        QFETCH(QString, name);
        QFETCH(double, digits);
        const double found = characteristics(parseFormat(name.toStdString())).decimalDigits.value_or(0.0);
        QCOMPARE(std::floor(10.0 * found) / 10.0, digits);
    }

    void otherFamiliesHaveWhatTheyHave() {
        const Characteristics fixed = characteristics(parseFormat("FIXED8.4"));
        QCOMPARE(fixed.kind, FormatKind::FixedPoint);
        QCOMPARE(fixed.min, std::optional(-8.0));   // -128 / 16
        QCOMPARE(fixed.max, std::optional(7.9375)); // 127 / 16
        QVERIFY(!fixed.exponentBits);
        const Characteristics integer = characteristics(parseFormat("INT8"));
        QCOMPARE(integer.kind, FormatKind::Integer);
        QCOMPARE(integer.max, std::optional(127.0));
        const Characteristics decimal = characteristics(parseFormat("DEC3"));
        QCOMPARE(decimal.kind, FormatKind::Decimal);
        QCOMPARE(decimal.digits, std::optional(3));
        QVERIFY(!decimal.bits);
    }

    void theTableBeginsWithTheNamedFormats() {
        const std::vector<std::string> named = namedFormats();
        const std::vector<std::string> all = tabledFormats();
        QVERIFY(all.size() > named.size());
        QVERIFY(std::equal(named.begin(), named.end(), all.begin()));
        for (const std::string& name : all) {
            QCOMPARE(formatName(parseFormat(name)), name);
        }
    }

    void hexadecimal_data() {
        // By hand: 0x7bff of FP16 is 65504 = 1.1111111111b * 2^15.
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("largest FP16") << 65504.0 << "0x1.ffcp+15";
        QTest::newRow("negative zero") << -0.0 << "-0x0p+0";
        QTest::newRow("infinity") << -HUGE_VAL << "-inf";
        QTest::newRow("NaN") << std::nan("") << "nan";
    }
    void hexadecimal() {
        QFETCH(double, value);
        QTEST(QString::fromStdString(hexFloat(value)), "text");
    }

    void codesHaveAllTheirDigits() {
        QCOMPARE(hexCode(0x3c, 16), std::string("0x003c"));
        QCOMPARE(hexCode(0x1f, 6), std::string("0x1f"));
        QCOMPARE(hexCode(1, 4), std::string("0x1"));
    }
};

QTEST_APPLESS_MAIN(TstCharacteristics)
#include "tst_characteristics.moc"
