// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTest>

#include "ui/formats/formats_model.h"
#include "ui/formats/value_reading.h"
#include "ui/pages/formats_page.h"
#include "ui/widgets/data_table.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

QString fieldOf(const FormatsPage& page, const QString& panel, const QString& field) {
    return page.findChild<QWidget*>(panel)->findChild<QLineEdit*>(field)->text();
}

QString descriptionOf(const FormatsPage& page, const QString& panel) {
    return page.findChild<QWidget*>(panel)
        ->findChild<QWidget*>("formatDiagram")
        ->accessibleDescription()
        .replace(QChar(0xa0), ' ');
}

void choose(const FormatsPage& page, const QString& panel, const QString& format) {
    page.findChild<QWidget*>(panel)->findChild<QComboBox*>("formatPicker")->setCurrentText(format);
}

} // namespace

class TstFormatsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void typedNumbers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("decimal") << "12.345" << 12.345;
        QTest::newRow("exponent") << " -1e-3 " << -1e-3;
        QTest::newRow("hexadecimal") << "0x1.8p3" << 12.0;
        QTest::newRow("negative hexadecimal") << "-0x1p-1" << -0.5;
        QTest::newRow("plus") << "+2" << 2.0;
        QTest::newRow("infinity") << "-inf" << -HUGE_VAL;
    }
    void typedNumbers() {
        QFETCH(QString, text);
        QTEST(readNumber(text).value_or(-99.0), "value");
    }

    void whatIsNoNumber_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "-", "--1", "1..2", "one", "0x", "1 2"}) {
            QTest::newRow(text) << text;
        }
    }
    void whatIsNoNumber() {
        QFETCH(QString, text);
        QVERIFY(!readNumber(text));
    }

    void everyDigitIsShown_data() {
        // 2^-4 and 2^70 by hand; 0.1 as Goldberg (1991) and any exact converter have it.
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("0.1") << 0.1 << "0.1000000000000000055511151231257827021181583404541015625";
        QTest::newRow("1/16") << -0.0625 << "-0.0625";
        QTest::newRow("integer") << 1180591620717411303424.0 << "1180591620717411303424";
        QTest::newRow("hundred") << 100.0 << "100";
        QTest::newRow("mixed") << 12.25 << "12.25";
        QTest::newRow("zero") << 0.0 << "0";
    }
    void everyDigitIsShown() {
        QFETCH(double, value);
        QTEST(everyDigit(ExactDecimal::of(value)), "text");
    }

    void farFromThePointAPowerOfTenIsShown() {
        const QString text = everyDigit(ExactDecimal::of(0x1p-200));
        QVERIFY2(text.startsWith("6.2230152778611417") && text.endsWith("e-61"), qPrintable(text));
    }

    void aValueIsShownInBothFormats() {
        const FormatsPage page;
        auto* value = page.findChild<QLineEdit*>("formatValue");
        value->setText("0.1");
        choose(page, "firstFormat", "FP16");
        choose(page, "secondFormat", "DEC0");
        // IEEE 754 binary16: 0.1 is 0x2e66, 1638 * 2^-14.
        QCOMPARE(fieldOf(page, "firstFormat", "stored"), QString("0.0999755859375"));
        QCOMPARE(fieldOf(page, "firstFormat", "hexFloat"), QString("0x1.998p-4"));
        // 0.0999755859375 - 0.1 = -0.0000244140625, 0.02441 % of 0.1
        QCOMPARE(descriptionOf(page, "firstFormat"), QString("Code 0x2e66, error -2.441e-05 (-0.02441 %)"));
        QCOMPARE(fieldOf(page, "secondFormat", "stored"), QString("0"));
        QVERIFY(descriptionOf(page, "secondFormat").startsWith("Code none"));
    }

    void roundingCounts() {
        const FormatsPage page;
        page.findChild<QLineEdit*>("formatValue")->setText("0.29");
        choose(page, "firstFormat", "DEC1");
        QCOMPARE(fieldOf(page, "firstFormat", "hexFloat"), QString("0x1.3333333333333p-2")); // 0.3
        page.findChild<QComboBox*>("formatRounding")->setCurrentText("toward-zero");
        QCOMPARE(fieldOf(page, "firstFormat", "hexFloat"), QString("0x1.999999999999ap-3")); // 0.2
    }

    void typedFormatsAreRead() {
        const FormatsPage page;
        page.findChild<QLineEdit*>("formatValue")->setText("1");
        choose(page, "firstFormat", "e5m6");
        auto* problem = page.findChild<QWidget*>("firstFormat")->findChild<QLabel*>("formatProblem");
        QVERIFY(problem->text().isEmpty());
        QVERIFY(descriptionOf(page, "firstFormat").startsWith("Code 0x3c0,")); // 15 << 6
        choose(page, "firstFormat", "FP17");
        QVERIFY(problem->text().contains("FP17"));
        QVERIFY(descriptionOf(page, "firstFormat").startsWith("Code 0x3c0,"));
    }

    void whatIsNoNumberIsTold() {
        const FormatsPage page;
        page.findChild<QLineEdit*>("formatValue")->setText("abc");
        QVERIFY(page.findChild<QLabel*>("valueProblem")->text().contains("no number"));
        page.findChild<QLineEdit*>("formatValue")->setText("1");
        QVERIFY(page.findChild<QLabel*>("valueProblem")->text().isEmpty());
    }

    void theTableIsThePapers() {
        FormatsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DataTable table(model, FormatsModel::kSortRole);
        const QStringList lines = table.selectedText().split('\n');
        QVERIFY2(lines[0].startsWith("Format\tBits\tSign\tExponent\tSignificand\tBias\tPrecision\tDigits"),
                 qPrintable(lines[0]));
        // The paper's tables 1 and 2: double precision.
        QVERIFY2(lines[1].startsWith("FP64\t64\t1\t11\t52\t1023\t53\t15.95\t"), qPrintable(lines[1]));
        table.sortByColumn(1, Qt::AscendingOrder);
        const QString narrowest = table.selectedText().split('\n')[2];
        QVERIFY2(narrowest.startsWith("FP4-E2M1\t4") || narrowest.startsWith("E2M1\t4"), qPrintable(narrowest));
    }

    void aRowGoesIntoThePicker() {
        FormatsPage page;
        page.resize(1000, 800);
        page.show();
        auto* table = page.findChild<DataTable*>("formatsTable");
        emit table->activated(table->model()->index(3, 0));
        QCOMPARE(page.findChild<QWidget*>("firstFormat")->findChild<QComboBox*>("formatPicker")->currentText(),
                 table->model()->index(3, 0).data().toString());
    }
};

QTEST_MAIN(TstFormatsPage)
#include "tst_formats_page.moc"
