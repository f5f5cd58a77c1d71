// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_text.h"

#include <QTextDocument>

namespace roundoff::ui {

QString plainToolTip(const QString& text) {
    return Qt::mightBeRichText(text) ? QStringLiteral("<qt>%1</qt>")
                                           .arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")))
                                     : text;
}

QString withoutMnemonic(const QString& text) {
    return QString(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace roundoff::ui
