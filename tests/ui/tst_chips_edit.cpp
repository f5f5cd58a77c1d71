// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "core/base/error.h"
#include "ui/document/field_text.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chips_edit.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

QStringList parseDigits(const QString& text) {
    for (const QString& value : splitValues(text, false)) {
        bool good = false;
        value.toInt(&good);
        if (!good) {
            throw InputError("not a number");
        }
    }
    return splitValues(text, false);
}

} // namespace

class TstChipsEdit : public QObject {
    Q_OBJECT

private:
    static ChipsEdit* makeEdit(QWidget& parent) {
        auto* edit = new ChipsEdit(
            {.parse = parseDigits, .display = {}, .icon = {}, .offered = {"7"}, .placeholder = {}, .name = "x"},
            &parent);
        parent.show();
        return edit;
    }
    static QLineEdit* inputOf(const ChipsEdit& edit) { return edit.findChild<QLineEdit*>("chipsInput"); }

private slots:
    void enterMakesChips() {
        QWidget window;
        ChipsEdit& edit = *makeEdit(window);
        QSignalSpy edited(&edit, &ChipsEdit::edited);
        QTest::keyClicks(inputOf(edit), "1..3");
        QCOMPARE(edit.values(), QStringList());
        QTest::keyClick(inputOf(edit), Qt::Key_Return);
        QCOMPARE(edit.values(), (QStringList{"1", "2", "3"}));
        QCOMPARE(edited.count(), 1);
        QVERIFY(inputOf(edit)->text().isEmpty());
    }

    void separatorMakesAChip() {
        QWidget window;
        ChipsEdit& edit = *makeEdit(window);
        QTest::keyClicks(inputOf(edit), "4,5,");
        QCOMPARE(edit.values(), (QStringList{"4", "5"}));
    }

    void backspaceRemovesTheLast() {
        QWidget window;
        ChipsEdit& edit = *makeEdit(window);
        edit.setValues({"1", "2"});
        QTest::keyClick(inputOf(edit), Qt::Key_Backspace);
        QCOMPARE(edit.values(), QStringList{"1"});
    }

    void aChipsButtonRemovesIt() {
        QWidget window;
        ChipsEdit& edit = *makeEdit(window);
        edit.setValues({"1", "2", "3"});
        Chip* second = edit.findChildren<Chip*>()[1];
        QTest::mouseClick(second->findChild<QToolButton*>("remove"), Qt::LeftButton);
        QCOMPARE(edit.values(), (QStringList{"1", "3"}));
    }

    void deleteRemovesTheChipWithTheFocus() {
        QWidget window;
        ChipsEdit& edit = *makeEdit(window);
        edit.setValues({"1", "2"});
        QTest::keyClick(edit.findChildren<Chip*>()[0], Qt::Key_Delete);
        QCOMPARE(edit.values(), QStringList{"2"});
    }

    void whatIsNoValueStaysAndSaysWhy() {
        QWidget window;
        ChipsEdit& edit = *makeEdit(window);
        QSignalSpy problem(&edit, &ChipsEdit::problemChanged);
        QTest::keyClicks(inputOf(edit), "x");
        QVERIFY(!edit.commit());
        QCOMPARE(problem.takeFirst().at(0).toString(), QString("not a number"));
        QCOMPARE(inputOf(edit)->text(), QString("x"));
        QTest::keyClick(inputOf(edit), Qt::Key_Backspace);
        QCOMPARE(problem.takeFirst().at(0).toString(), QString());
    }

    void aValueStandsOnlyOnce() {
        QWidget window;
        ChipsEdit& edit = *makeEdit(window);
        edit.setValues({"1"});
        QSignalSpy edited(&edit, &ChipsEdit::edited);
        QTest::keyClicks(inputOf(edit), "1");
        QVERIFY(edit.commit());
        QCOMPARE(edited.count(), 0);
    }
};

QTEST_MAIN(TstChipsEdit)
#include "tst_chips_edit.moc"
