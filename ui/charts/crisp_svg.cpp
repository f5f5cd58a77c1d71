// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/crisp_svg.h"

#include <QByteArrayList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace roundoff::ui {

namespace {

/// Whether every line of a path runs along an axis, and there is at least one.
bool isUpright(const QString& path) {
    QStringList last;
    bool lines = false;
    for (const QString& command : path.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList point = command.mid(1).split(u',');
        const bool move = command.startsWith(u'M');
        if (point.size() != 2 || (!move && !command.startsWith(u'L'))) {
            return false;
        }
        if (!move) {
            if (last.size() != 2 || (point[0] != last[0] && point[1] != last[1])) {
                return false;
            }
            lines = true;
        }
        last = point;
    }
    return lines;
}

} // namespace

QByteArray withCrispRectangles(const QByteArray& svg) {
    static const QRegularExpression kPath(QStringLiteral("<path [^>]*fill-rule=\"[a-z]+\" d=\"([^\"]+)\""));
    const QString text = QString::fromUtf8(svg);
    QString result;
    qsizetype copied = 0;
    for (auto matches = kPath.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (isUpright(match.captured(1))) {
            const qsizetype end = match.capturedStart() + 5; // Behind "<path".
            result += QStringView(text).mid(copied, end - copied);
            result += QStringLiteral(" shape-rendering=\"crispEdges\"");
            copied = end;
        }
    }
    result += QStringView(text).mid(copied);
    return result.toUtf8();
}

} // namespace roundoff::ui
