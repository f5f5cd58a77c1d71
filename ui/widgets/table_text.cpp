// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_text.h"

#include <QRegularExpression>

namespace roundoff::ui {
namespace {

constexpr QLatin1Char kGuard('\'');

bool startsFormula(const QString& text) {
    return !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front());
}

/// "-0.5", "-1.234,5", "+3e-07", "-0.32 pp", "-12 %", "-inf". There is no sign in it that calculates.
bool isNumber(const QString& text) {
    static const QRegularExpression kNumber(QRegularExpression::anchoredPattern(QStringLiteral(
        "[-+](inf|[0-9.,][0-9.,'\\x{a0}\\x{202f}\\x{2019}]*([eE][-+]?[0-9]+)?[ \\x{a0}]?[%a-zA-Z]{0,3})")));
    return kNumber.match(text).hasMatch();
}

QString cellText(const QString& text) {
    QString cell = startsFormula(text) && !isNumber(text) ? kGuard + text : text;
    for (QChar& character : cell) {
        const bool breaks = character.category() == QChar::Other_Control || character == QChar::LineSeparator ||
                            character == QChar::ParagraphSeparator;
        if (breaks) {
            character = QLatin1Char(' ');
        }
    }
    return cell;
}

} // namespace

QString tableLine(const QStringList& cells) {
    QStringList texts;
    for (const QString& cell : cells) {
        texts << cellText(cell);
    }
    return texts.join(QLatin1Char('\t'));
}

QString cellOfTable(const QString& cell) {
    return cell.startsWith(kGuard) && startsFormula(cell.mid(1)) ? cell.mid(1) : cell;
}

} // namespace roundoff::ui
