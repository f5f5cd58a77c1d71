// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/data/display_text.h"

using roundoff::data::displayMessage;
using roundoff::data::displayText;
using roundoff::data::wholeCharacters;

class TestDisplayText : public QObject {
    Q_OBJECT

private slots:
    void shows_data();
    void shows();
    void agreesWithQtOnWhatIsUtf8();
    void longMessagesKeepBothEnds();
    void longMessagesAreCutBetweenCharacters();
    void wholeCharactersOfAText();
};

void TestDisplayText::shows_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", "layer1.weight", "layer1.weight");
    row("letters of two, three and four bytes", "ä € 😀", "ä € 😀");
    row("several lines", "a\nb\r\tc", "a?b??c");
    row("a terminal's colours", "\x1b[31mred", "?[31mred");
    row("a terminal's colours in Latin-1's controls",
        "\xc2\x9b"
        "31mred",
        "?31mred");
    row("a zero character", QByteArray("a\0b", 3), "a?b");
    row("end of a line and of a paragraph",
        "a\xe2\x80\xa8"
        "b\xe2\x80\xa9"
        "c",
        "a?b?c");
    row("the other direction",
        "a\xe2\x80\xae"
        "b\xe2\x81\xa7",
        "a?b?");
    row("a byte that is none",
        "a\xff"
        "b",
        "a?b");
    row("cut", "a\xe2\x82", "a??");
    row("too long a form", "\xc0\x80", "??");
    row("half of a pair", "\xed\xa0\x80", "???");
    row("beyond the last", "\xf4\x90\x80\x80", "????");
}

void TestDisplayText::shows() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(displayText(text.toStdString())), shown);
}

/// Qt's decoder puts U+FFFD where bytes are no UTF-8.
void TestDisplayText::agreesWithQtOnWhatIsUtf8() {
    for (int lead = 0x20; lead < 0x100; ++lead) {
        for (int second = 0x70; second < 0xD0; ++second) {
            const QByteArray text = QByteArray(1, static_cast<char>(lead)) + static_cast<char>(second) + "\x90\x90";
            const QByteArray shown = QByteArray::fromStdString(displayText(text.toStdString()));
            QVERIFY2(!QString::fromUtf8(shown).contains(QChar::ReplacementCharacter), text.toHex().constData());
            if (!QString::fromUtf8(text).contains(QChar::ReplacementCharacter) && lead >= 0xE3) {
                QCOMPARE(shown, text);
            }
        }
    }
}

void TestDisplayText::longMessagesKeepBothEnds() {
    const std::string message = "begins " + std::string(10'000'000, 'x') + " ends: do this";
    const QString shown = QString::fromStdString(displayMessage(message));
    QCOMPARE(shown.size(), 600);
    QVERIFY(shown.startsWith("begins xxx") && shown.endsWith("xxx ends: do this") && shown.contains("x ... x"));
    QCOMPARE(displayMessage("short\n"), std::string("short?"));
}

void TestDisplayText::longMessagesAreCutBetweenCharacters() {
    for (qsizetype shift = 0; shift < 4; ++shift) {
        const QByteArray message = QByteArray(shift, 'a') + QByteArray("😀").repeated(1000);
        const QByteArray shown = QByteArray::fromStdString(displayMessage(message.toStdString()));
        QVERIFY2(!shown.contains('?') && shown.size() <= 600 && shown.size() > 590, shown.constData());
    }
}

void TestDisplayText::wholeCharactersOfAText() {
    const std::string text = "aä€";
    const QList<int> bytes{0, 1, 1, 3, 3, 3, 6, 6};
    for (int room = 0; room < bytes.size(); ++room) {
        QCOMPARE(static_cast<int>(wholeCharacters(text, static_cast<std::size_t>(room)).size()), bytes[room]);
    }
}

QTEST_APPLESS_MAIN(TestDisplayText)
#include "tst_display_text.moc"
