// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <memory>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include "ui/formats/density_view.h"
#include "ui/formats/formats_model.h"
#include "ui/formats/number_line_view.h"
#include "ui/formats/plot_saving.h"
#include "ui/formats/shared_values_model.h"
#include "ui/formats/value_reading.h"
#include "ui/pages/formats_page.h"
#include "ui/widgets/data_table.h"
#include "ui/window_settings.h"

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

QComboBox* picker(const FormatsPage& page, const QString& choice) {
    return page.findChild<QWidget*>(choice)->findChild<QComboBox*>("formatPicker");
}

void choose(const FormatsPage& page, const QString& first, const QString& second = "FP16") {
    picker(page, "firstChoice")->setCurrentText(first);
    picker(page, "secondChoice")->setCurrentText(second);
}

void type(const FormatsPage& page, const QString& value) {
    page.findChild<QLineEdit*>("formatValue")->setText(value);
}

void press(const FormatsPage& page, const QString& button) {
    page.findChild<QAbstractButton*>(button)->click();
}

} // namespace

class TstFormatsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() {
        settings_ = std::make_unique<QSettings>(folder_.filePath("settings.ini"), QSettings::IniFormat);
        settings_->clear();
    }

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
        const FormatsPage page(*settings_);
        type(page, "0.1");
        choose(page, "FP16", "DEC0");
        // IEEE 754 binary16: 0.1 is 0x2e66, 1638 * 2^-14.
        QCOMPARE(fieldOf(page, "firstFormat", "stored"), QString("0.0999755859375"));
        QCOMPARE(fieldOf(page, "firstFormat", "hexFloat"), QString("0x1.998p-4"));
        // 0.0999755859375 - 0.1 = -0.0000244140625, 0.02441 % of 0.1
        QCOMPARE(descriptionOf(page, "firstFormat"), QString("Code 0x2e66, error -2.441e-05 (-0.02441 %)"));
        QCOMPARE(fieldOf(page, "secondFormat", "stored"), QString("0"));
        QVERIFY(descriptionOf(page, "secondFormat").startsWith("Code none"));
    }

    void roundingCounts() {
        const FormatsPage page(*settings_);
        type(page, "0.29");
        choose(page, "DEC1");
        QCOMPARE(fieldOf(page, "firstFormat", "hexFloat"), QString("0x1.3333333333333p-2")); // 0.3
        page.findChild<QComboBox*>("formatRounding")->setCurrentText("toward-zero");
        QCOMPARE(fieldOf(page, "firstFormat", "hexFloat"), QString("0x1.999999999999ap-3")); // 0.2
    }

    void overflowCounts() {
        const FormatsPage page(*settings_);
        type(page, "1e6");
        choose(page, "FP16", "FP4-E2M1");
        QCOMPARE(fieldOf(page, "firstFormat", "stored"), QString("inf"));
        auto* overflow = page.findChild<QComboBox*>("formatOverflow");
        overflow->setCurrentText("saturate");
        QCOMPARE(fieldOf(page, "firstFormat", "stored"), QString("65504"));
        QVERIFY(page.findChild<QLabel*>("modeRemark")->text().isEmpty());
        overflow->setCurrentText("infinity");
        QVERIFY(page.findChild<QLabel*>("modeRemark")->text().contains("FP4-E2M1 has no infinity"));
    }

    void subnormalsCount() {
        const FormatsPage page(*settings_);
        type(page, "0.001"); // below 2^-6, FP8-E4M3's smallest normal value
        choose(page, "FP8-E4M3");
        QCOMPARE(fieldOf(page, "firstFormat", "stored"), QString("0.001953125"));
        page.findChild<QComboBox*>("formatSubnormals")->setCurrentText("flush");
        QCOMPARE(fieldOf(page, "firstFormat", "stored"), QString("0"));
    }

    void whatANanBecomesIsSaid() {
        const FormatsPage page(*settings_);
        type(page, "nan");
        choose(page, "FP4-E2M1", "INT8");
        const QString remark = page.findChild<QLabel*>("modeRemark")->text();
        QVERIFY2(remark.contains("FP4-E2M1 has no NaN: it becomes the largest finite value"), qPrintable(remark));
        QVERIFY2(remark.contains("INT8 has no NaN: it becomes 0"), qPrintable(remark));
    }

    void companionsDecideTheScale() {
        const FormatsPage page(*settings_);
        type(page, "1");
        choose(page, "MXFP4", "FP16");
        auto* companions = page.findChild<QLineEdit*>("companions");
        companions->setText("");
        QCOMPARE(fieldOf(page, "firstFormat", "stored"), QString("1"));
        // floor(log2 100) - 2 = 4: the elements are multiples of 8, and 1 is nearest to 0.
        companions->setText("100; -2");
        QCOMPARE(fieldOf(page, "firstFormat", "stored"), QString("0"));
        companions->setText("100 what");
        QVERIFY(page.findChild<QLabel*>("valueProblem")->text().contains("no number"));
    }

    void companionsAreAskedForWhereTheyCount() {
        const FormatsPage page(*settings_);
        choose(page, "FP32", "FP16");
        QVERIFY(page.findChild<QWidget*>("companions")->parentWidget()->isHidden());
        choose(page, "FP32", "INT8-SYM");
        QVERIFY(!page.findChild<QWidget*>("companions")->parentWidget()->isHidden());
    }

    void theBlockIsListed() {
        const FormatsPage page(*settings_);
        type(page, "12.345");
        choose(page, "MXFP8-E4M3");
        page.findChild<QLineEdit*>("companions")->setText("0.11 -3");
        const auto* table = page.findChild<QWidget*>("firstFormat")->findChild<DataTable*>("sharedValues");
        // 0.11 * 2^5 = 3.52, next to 3.5; -3 * 2^5 = -96 is a value of E4M3.
        QCOMPARE(table->selectedText(), QString("Number\tCode\tElement\tStored\tError\n"
                                                "12.345\t0x7c\t384\t12\t-0.345\n"
                                                "0.11\t0x46\t3.5\t0.109375\t-0.000625\n"
                                                "-3\t0xec\t-96\t-3\t0\n"));
    }

    void sharedValuesModelIsAModel() {
        SharedValuesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNumber({.format = format::parseTensorFormat("INT8-AFFINE"), .companions = {1.0, 2.0}}, 3.0);
        QCOMPARE(model.rowCount(), 3);
        model.setNumber({}, 3.0);
        QCOMPARE(model.rowCount(), 0);
    }

    void typedFormatsAreRead() {
        const FormatsPage page(*settings_);
        type(page, "1");
        choose(page, "e5m6");
        auto* problem = page.findChild<QLabel*>("valueProblem");
        QVERIFY(problem->text().isEmpty());
        QVERIFY(descriptionOf(page, "firstFormat").startsWith("Code 0x3c0,")); // 15 << 6
        choose(page, "FP17");
        QVERIFY(problem->text().contains("FP17"));
        QVERIFY(descriptionOf(page, "firstFormat").startsWith("Code 0x3c0,"));
    }

    void whatIsNoNumberIsTold() {
        const FormatsPage page(*settings_);
        type(page, "abc");
        QVERIFY(page.findChild<QLabel*>("valueProblem")->text().contains("no number"));
        type(page, "1");
        QVERIFY(page.findChild<QLabel*>("valueProblem")->text().isEmpty());
    }

    void theTableIsThePapers() {
        FormatsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DataTable table(model, FormatsModel::kSortRole);
        const QStringList lines = table.selectedText().split('\n');
        QVERIFY2(lines[0].startsWith("Format\tBits\tPer value\tScale\tSign\tExponent\tSignificand\tBias\tPrecision"),
                 qPrintable(lines[0]));
        // The paper's tables 1 and 2: double precision.
        QVERIFY2(lines[1].startsWith("FP64\t64\t64\t–\t1\t11\t52\t1023\t53\t15.95\t"), qPrintable(lines[1]));
        table.sortByColumn(1, Qt::AscendingOrder);
        const QString narrowest = table.selectedText().split('\n')[2];
        QVERIFY2(narrowest.startsWith("FP4-E2M1\t4") || narrowest.startsWith("E2M1\t4"), qPrintable(narrowest));
    }

    void bitsPerValueHaveTheirShareOfTheScale_data() {
        QTest::addColumn<QString>("row");
        // OCP MX 1.0: 8 bits for 32 elements. INT4 in groups of 64: 32 bits of scale, affine ones a code more.
        QTest::newRow("block") << "MXFP4\t4\t4.25\tE8M0 for 32\t";
        QTest::newRow("group") << "INT4-SYM-G64\t4\t4.5\tFP32 for 64\t";
        QTest::newRow("affine group") << "INT4-AFFINE-G64\t4\t4.5625\tFP32 for 64\t";
        QTest::newRow("channel") << "INT8-SYM-CHANNEL\t8\t8\tFP32 a channel\t";
        QTest::newRow("none") << "FP16\t16\t16\t–\t";
    }
    void bitsPerValueHaveTheirShareOfTheScale() {
        QFETCH(QString, row);
        FormatsModel model;
        const DataTable table(model, FormatsModel::kSortRole);
        const QStringList lines = table.selectedText().split('\n');
        QVERIFY(std::any_of(lines.begin(), lines.end(), [&](const QString& line) { return line.startsWith(row); }));
    }

    void aRowGoesIntoThePicker() {
        FormatsPage page(*settings_);
        page.resize(1000, 800);
        page.show();
        press(page, "tableView");
        auto* table = page.findChild<DataTable*>("formatsTable");
        emit table->activated(table->model()->index(3, 0));
        QCOMPARE(picker(page, "firstChoice")->currentText(), table->model()->index(3, 0).data().toString());
        QVERIFY(page.findChild<QWidget*>("formatDiagram")->isVisible());
    }

    void theLineFollowsTheNumber() {
        const FormatsPage page(*settings_);
        type(page, "100");
        choose(page, "FP16", "INT8");
        const NumberLines& lines = page.findChild<NumberLineView*>("numberLine")->lines();
        QCOMPARE(lines.value, 100.0);
        QCOMPARE(nameOf(lines.uses[1]), QString("INT8"));
        QVERIFY(lines.axis.range.contains(0.0) && lines.axis.range.contains(100.0));
    }

    void theLineHasButtons() {
        const FormatsPage page(*settings_);
        type(page, "12.345");
        choose(page, "FP16", "FP8-E4M3");
        const auto* view = page.findChild<NumberLineView*>("numberLine");
        const double home = view->lines().axis.range.span();
        press(page, "zoomIn");
        QVERIFY(view->lines().axis.range.span() < home);
        press(page, "resetLine");
        QCOMPARE(view->lines().axis.range.span(), home);
        press(page, "showNeighbours"); // of E4M3: 12 and 13
        QVERIFY(view->lines().axis.range.contains(12.0) && view->lines().axis.range.contains(13.0));
        QVERIFY(!view->lines().axis.range.contains(0.0));
        press(page, "showWhole");
        QVERIFY(view->lines().axis.range.contains(65504.0));
        press(page, "logarithmicLine");
        QVERIFY(view->lines().axis.logarithmic);
        QVERIFY(view->lines().axis.range.contains(-24.0)); // FP16's smallest value is 2^-24.
        QCOMPARE(page.findChild<DensityView*>("density")->densities().exponents.value_or(Range{}),
                 view->lines().axis.range);
    }

    void theLineObeysKeys() {
        FormatsPage page(*settings_);
        page.resize(1000, 800);
        page.show();
        press(page, "lineView");
        type(page, "5");
        choose(page, "FP4-E2M1", "FP16");
        auto* view = page.findChild<NumberLineView*>("numberLine");
        QTest::keyClick(view, Qt::Key_Left);
        QCOMPARE(view->crosshair().value_or(0.0), 4.0);
        QVERIFY2(view->readoutText().contains("4   0x6   spacing 2¹"), qPrintable(view->readoutText()));
        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->crosshair().value_or(0.0), 6.0);
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!view->crosshair());
        const Range home = view->lines().axis.range;
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(view->lines().axis.range.low > home.low);
        QTest::keyClick(view, Qt::Key_Plus);
        QVERIFY(view->lines().axis.range.span() < home.span());
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(view->lines().axis.range, home);
        QTest::keyClick(view, Qt::Key_L);
        QVERIFY(view->lines().axis.logarithmic);
        QVERIFY(page.findChild<QAbstractButton*>("logarithmicLine")->isChecked());
    }

    void thePointerReadsAValue() {
        FormatsPage page(*settings_);
        page.resize(1000, 800);
        page.show();
        press(page, "lineView");
        type(page, "5");
        choose(page, "FP4-E2M1", "INT8");
        auto* view = page.findChild<NumberLineView*>("numberLine");
        QTest::mouseMove(view, view->rect().center()); // The line begins with zero in its middle.
        QVERIFY2(view->readoutText().contains("FP4-E2M1: 0   0x0"), qPrintable(view->readoutText()));
        QVERIFY2(view->readoutText().contains("INT8: 0   0x00"), qPrintable(view->readoutText()));
    }

    void theWheelZoomsAroundThePointer() {
        FormatsPage page(*settings_);
        page.resize(1000, 800);
        page.show();
        press(page, "lineView");
        auto* view = page.findChild<NumberLineView*>("numberLine");
        const Range before = view->lines().axis.range;
        const QPointF centre = view->rect().center();
        QWheelEvent turned(centre, view->mapToGlobal(centre), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                           Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view, &turned);
        QVERIFY(view->lines().axis.range.span() < before.span());
        QVERIFY(view->lines().axis.range.low > before.low && view->lines().axis.range.high < before.high);
    }

    void picturesAreSaved_data() {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("start");
        for (const char* view : {"formatDiagram", "numberLine", "density"}) {
            QTest::addRow("%s svg", view) << view << "svg" << QByteArray("<?xml");
            QTest::addRow("%s png", view) << view << "png" << QByteArray("\x89PNG");
            QTest::addRow("%s pdf", view) << view << "pdf" << QByteArray("%PDF");
            QTest::addRow("%s csv", view) << view << "csv" << QByteArray("format,");
        }
    }
    void picturesAreSaved() {
        QFETCH(QString, view);
        QFETCH(QString, ending);
        QFETCH(QByteArray, start);
        const FormatsPage page(*settings_);
        const QString path = folder_.filePath("picture." + ending);
        savePlotTo(*page.findChild<PlotView*>(view), *settings_, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
    }

    void picturesAreCopied() {
        const FormatsPage page(*settings_);
        page.findChild<PlotView*>("numberLine")->copy();
        QVERIFY(!QGuiApplication::clipboard()->pixmap().isNull());
        page.findChild<PlotView*>("density")->copyData();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith("format,sign,exponent,values,subnormal"));
    }

    void whatWasChosenIsThereAgain() {
        {
            const FormatsPage page(*settings_);
            type(page, "0.1");
            choose(page, "MXFP4", "e5m6");
            page.findChild<QLineEdit*>("companions")->setText("7");
            page.findChild<QComboBox*>("formatRounding")->setCurrentText("stochastic");
            page.findChild<QComboBox*>("formatOverflow")->setCurrentText("saturate");
            page.findChild<QComboBox*>("formatSubnormals")->setCurrentText("flush");
            press(page, "lineView");
            press(page, "logarithmicLine");
        }
        const FormatsPage page(*settings_);
        QCOMPARE(page.findChild<QLineEdit*>("formatValue")->text(), QString("0.1"));
        QCOMPARE(page.findChild<QLineEdit*>("companions")->text(), QString("7"));
        QCOMPARE(picker(page, "firstChoice")->currentText(), QString("MXFP4"));
        QCOMPARE(picker(page, "secondChoice")->currentText(), QString("e5m6"));
        QCOMPARE(page.findChild<QComboBox*>("formatRounding")->currentText(), QString("stochastic"));
        QCOMPARE(page.findChild<QComboBox*>("formatOverflow")->currentText(), QString("saturate"));
        QCOMPARE(page.findChild<QComboBox*>("formatSubnormals")->currentText(), QString("flush"));
        QVERIFY(page.findChild<QAbstractButton*>("lineView")->isChecked());
        QVERIFY(page.findChild<NumberLineView*>("numberLine")->lines().axis.logarithmic);
    }

    void whatCannotBeReadIsNotKept() {
        {
            const FormatsPage page(*settings_);
            choose(page, "FP8-E5M2");
            choose(page, "FP17");
        }
        settings_->setValue(kFormatsSecondKey, "FP18");
        const FormatsPage page(*settings_);
        QCOMPARE(picker(page, "firstChoice")->currentText(), QString("FP8-E5M2"));
        QCOMPARE(picker(page, "secondChoice")->currentText(), QString("FP16"));
    }

private:
    QTemporaryDir folder_;
    std::unique_ptr<QSettings> settings_;
};

QTEST_MAIN(TstFormatsPage)
#include "tst_formats_page.moc"
