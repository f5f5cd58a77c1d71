// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/html.h"

#include <algorithm>

namespace roundoff::ui::html {

QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

QString escaped(const std::string& text) {
    return QString::fromStdString(text).toHtmlEscaped();
}

QString element(const QString& name, const QString& content, const QString& cssClass) {
    const QString attribute = cssClass.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(cssClass);
    return u'<' + name + attribute + u'>' + content + QStringLiteral("</") + name + QStringLiteral(">\n");
}

QString paragraph(const QString& text, const QString& cssClass) {
    return element(QStringLiteral("p"), escaped(text), cssClass);
}

QString list(const QStringList& texts) {
    QString items;
    for (const QString& text : texts) {
        items += element(QStringLiteral("li"), escaped(text));
    }
    return element(QStringLiteral("ul"), items);
}

QString table(const QStringList& headers, const QList<QStringList>& rows, std::initializer_list<qsizetype> numbers) {
    const auto cells = [&](const QString& name, const QStringList& texts) {
        QString row;
        for (qsizetype column = 0; column < texts.size(); ++column) {
            const bool right = std::find(numbers.begin(), numbers.end(), column) != numbers.end();
            row += u'<' + name + (name == QStringLiteral("th") ? QStringLiteral(" scope=\"col\"") : QString()) +
                   (right ? QStringLiteral(" class=\"number\">") : QStringLiteral(">")) + escaped(texts[column]) +
                   QStringLiteral("</") + name + QStringLiteral(">\n");
        }
        return element(QStringLiteral("tr"), row);
    };
    QString body;
    for (const QStringList& row : rows) {
        body += cells(QStringLiteral("td"), row);
    }
    return element(
        QStringLiteral("div"),
        element(QStringLiteral("table"), element(QStringLiteral("thead"), cells(QStringLiteral("th"), headers)) +
                                             element(QStringLiteral("tbody"), body)),
        QStringLiteral("table"));
}

} // namespace roundoff::ui::html
