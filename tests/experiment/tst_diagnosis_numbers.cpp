// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/experiment/diagnosis_numbers.h"

using namespace roundoff::experiment::diagnosis_text;

class TestDiagnosisNumbers : public QObject {
    Q_OBJECT

private slots:
    void numbersReadWell_data() {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("text");
        const auto row = [](const std::string& shown, const char* text) {
            QTest::newRow(text) << QString::fromStdString(shown) << QString(text);
        };
        row(percentText(0.0), "0 %");
        row(percentText(0.00012345), "0.012 %");
        row(percentText(0.042), "4.2 %");
        row(percentText(0.934), "93 %");
        row(percentText(0.9962), "99.6 %");
        row(percentText(0.99999999), "99.99 %"); // Not all of it.
        row(percentText(1.0), "100 %");
        row(settingText(1e-8), "1e-8");
        row(settingText(0.01), "0.01");
        row(settingText(0.001), "0.001");
        row(settingText(65504.0), "65504");
        row(settingText(0x1.fep127), "3.39e38"); // BF16's largest
        row(measuredText(0.31249), "0.312");
        row(measuredText(241000.0), "2.41e5");
        row(powerText(0x1p-24), "2^-24");
        row(powerText(0x1p-133), "2^-133");
        row(powerText(0x1p20), "2^20");
        row(powerText(65536.0), "65536");
        row(powerText(0.0625), "0.0625");
        row(powerText(1000.0), "1000");
    }
    void numbersReadWell() {
        QFETCH(QString, shown);
        QTEST(shown, "text");
    }
};

QTEST_APPLESS_MAIN(TestDiagnosisNumbers)
#include "tst_diagnosis_numbers.moc"
