// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figures.h"

#include <QRegularExpression>

#include "ui/charts/picture_file.h"

namespace roundoff::ui {

namespace {

QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

/// Every id, and every reference to one, gets the prefix.
void prefixIds(QString& svg, const QString& prefix) {
    static const QRegularExpression kDefinition(QStringLiteral("\\bid=\"([^\"]+)\""));
    static const QRegularExpression kReference(QStringLiteral("url\\(#"));
    static const QRegularExpression kLink(QStringLiteral("href=\"#"));
    svg.replace(kDefinition, QStringLiteral("id=\"%1-\\1\"").arg(prefix));
    svg.replace(kReference, QStringLiteral("url(#%1-").arg(prefix));
    svg.replace(kLink, QStringLiteral("href=\"#%1-").arg(prefix));
}

} // namespace

QByteArray inlineSvg(const Figure& figure, const FigureOptions& options, const QString& idPrefix) {
    QString svg = QString::fromUtf8(
        renderPicture(QStringLiteral("svg"), figure.size, figure.title, onPaper(figure, options)));
    // Of the generator's document, what is between the svg element's tags; the title is put first, as it has to be.
    static const QRegularExpression kOpening(QStringLiteral("<svg\\b[^>]*>"));
    static const QRegularExpression kOwnText(QStringLiteral("<(title|desc)>.*?</\\1>\\s*"),
                                             QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch opening = kOpening.match(svg);
    svg = svg.mid(opening.capturedEnd());
    svg.remove(kOwnText);
    prefixIds(svg, idPrefix);
    static const QRegularExpression kFamily(QStringLiteral("font-family=\"'?([^\"']+)'?\""));
    svg.replace(kFamily, QStringLiteral("font-family=\"'\\1', 'DejaVu Sans', Arial, sans-serif\""));

    const QString id = idPrefix + QStringLiteral("-title");
    const QString head = QStringLiteral(
                             "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                             "width=\"100%\" viewBox=\"0 0 %1 %2\" role=\"img\" aria-labelledby=\"%3\">\n"
                             "<title id=\"%3\">%4</title>\n")
                             .arg(QString::number(figure.size.units.width()),
                                  QString::number(figure.size.units.height()), id, escaped(figure.title));
    return (head + svg.trimmed() + u'\n').toUtf8();
}

} // namespace roundoff::ui
