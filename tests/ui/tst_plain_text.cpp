// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QTextDocument>

#include "ui/widgets/plain_text.h"
#include "ui/widgets/table_text.h"

using namespace roundoff::ui;

class TstPlainText : public QObject {
    Q_OBJECT

private slots:
    void toolTips_data();
    void toolTips();
    void mnemonics();
    void cells_data();
    void cells();
    void lines();
    void cellsReadBack();
};

void TstPlainText::toolTips_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << "FP16, fold 2 of 5";
    QTest::newRow("two lines") << "one\ntwo";
    QTest::newRow("bold") << "<b>x</b>";
    QTest::newRow("picture") << "<img src=\"file:///etc/passwd\">";
    QTest::newRow("sign of less") << "1 < 2 & 3 > 2";
    QTest::newRow("entities") << "&lt;b&gt;";
    QTest::newRow("bold on a second line") << "<b>x</b>\n<i>y</i> & z";
    QTest::newRow("comment and style") << "<!-- a --><style>* { color: red }</style>x";
}

/// What a person reads, by the document that Qt lays such tooltips out in.
void TstPlainText::toolTips() {
    QFETCH(const QString, text);
    const QString toolTip = plainToolTip(text);
    if (!Qt::mightBeRichText(toolTip)) {
        QCOMPARE(toolTip, text);
        return;
    }
    QTextDocument shown;
    shown.setHtml(toolTip);
    QCOMPARE(shown.toPlainText(), text);
}

void TstPlainText::mnemonics() {
    QCOMPARE(withoutMnemonic("Bits & bytes && more"), QString("Bits && bytes &&&& more"));
    QCOMPARE(withoutMnemonic("FP16"), QString("FP16"));
}

/// The signs that OWASP's page "CSV Injection" names.
void TstPlainText::cells_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    const auto guarded = [](const char* name, const QString& text) { QTest::newRow(name) << text << u'\'' + text; };
    const auto kept = [](const char* name, const QString& text) { QTest::newRow(name) << text << text; };
    guarded("equals", "=1+1");
    guarded("plus", "+cmd");
    guarded("minus", "-x");
    guarded("minus alone", "-");
    guarded("at", "@SUM(A1)");
    guarded("a call of a program", "-1+cmd|' /C calc'!A0");
    guarded("a sum", "-1+2");
    guarded("a reference", "-A1");
    guarded("a function behind a number", "-1 sum(A1)");
    guarded("a long word behind a number", "-1 minutes");
    kept("number", "-0.5");
    kept("number in German", "-1.234,5");
    kept("number in French", QStringLiteral("-1\u202f234,5"));
    kept("exponent", "-2.5e-07");
    kept("with a sign", "+12");
    kept("percent", QStringLiteral("-1.2\u00a0%"));
    kept("percentage points", QStringLiteral("+0.32\u00a0pp"));
    kept("seconds", "-3 s");
    kept("infinity", "-inf");
    kept("a typographer's minus", QStringLiteral("\u22125"));
    kept("text", "FP16 = half");
    kept("nothing", "");
    QTest::newRow("tab") << "\t=1"
                         << "' =1";
    QTest::newRow("carriage return") << "\r=1"
                                     << "' =1";
    QTest::newRow("a second line") << "a\n=1"
                                   << "a =1";
    QTest::newRow("a second cell") << "a\t=1"
                                   << "a =1";
    QTest::newRow("the line separator") << QStringLiteral("a\u2028=1") << "a =1";
}

void TstPlainText::cells() {
    QFETCH(const QString, text);
    QFETCH(const QString, cell);
    QCOMPARE(tableLine({text}), cell);
}

void TstPlainText::lines() {
    QCOMPARE(tableLine({"a", "", "=b\tc"}), QString("a\t\t'=b c"));
}

void TstPlainText::cellsReadBack() {
    for (const QString text : {"=1+1", "-x", "FP16", "'quoted'", "-0.5"}) {
        QCOMPARE(cellOfTable(tableLine({text})), text);
    }
}

QTEST_APPLESS_MAIN(TstPlainText)
#include "tst_plain_text.moc"
