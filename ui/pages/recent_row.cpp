// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recent_row.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>

#include "ui/theme.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/recent_files.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {
namespace {

constexpr int kMarginX = 12;
constexpr int kMarginY = 7;
constexpr int kGap = 16;
constexpr int kLeastWidth = 240;

QString dateText(const QDateTime& used) {
    if (!used.isValid()) {
        return {};
    }
    const QDateTime local = used.toLocalTime();
    const QLocale locale;
    if (local.date() == QDate::currentDate()) {
        return RecentRow::tr("today, %1").arg(locale.toString(local.time(), QLocale::ShortFormat));
    }
    if (local.date().daysTo(QDate::currentDate()) == 1) {
        return RecentRow::tr("yesterday");
    }
    return locale.toString(local.date(), QLocale::ShortFormat);
}

} // namespace

RecentRow::RecentRow(const RecentFile& file, QWidget* parent)
    : QAbstractButton(parent), name_(QFileInfo(file.path).fileName()), folder_(shownFolder(file.path)),
      date_(dateText(file.used)) {
    setObjectName(QStringLiteral("recent"));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    // A path is no rich text, whatever it looks like.
    setToolTip(plainToolTip(tr("Open %1").arg(QDir::toNativeSeparators(file.path))));
    setAccessibleName(tr("Open %1").arg(name_));
    setAccessibleDescription(folder_);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RecentRow::sizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(name_ + folder_ + date_) + 2 * kMarginX + 2 * kGap,
            metrics.height() + 2 * kMarginY};
}

QSize RecentRow::minimumSizeHint() const {
    return {kLeastWidth, sizeHint().height()};
}

void RecentRow::paintEvent(QPaintEvent* /*event*/) {
    const ThemeColors& colours = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus() || isDown()) {
        painter.setBrush(isDown() ? colours.chip : colours.cardHover);
        painter.setPen(hasFocus() ? palette().color(QPalette::Highlight) : Qt::transparent);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRect room = rect().adjusted(kMarginX, 0, -kMarginX, 0);
    constexpr int kAlign = Qt::AlignVCenter | Qt::TextSingleLine;
    const QFontMetrics metrics(font());
    const int dateWidth = metrics.horizontalAdvance(date_);
    painter.setPen(colours.muted);
    painter.drawText(room, kAlign | Qt::AlignRight, date_);

    const int textWidth = std::max(room.width() - dateWidth - kGap, 0);
    const QString name = metrics.elidedText(name_, Qt::ElideMiddle, textWidth);
    painter.setPen(palette().color(QPalette::Link));
    painter.drawText(room, kAlign | Qt::AlignLeft, name);
    const int left = room.left() + metrics.horizontalAdvance(name) + kGap;
    const QRect folderRoom(left, room.top(), room.right() - dateWidth - kGap - left, room.height());
    constexpr int kLeastFolderWidth = 40;
    if (folderRoom.width() > kLeastFolderWidth) {
        painter.setPen(colours.muted);
        painter.drawText(folderRoom, kAlign | Qt::AlignLeft,
                         metrics.elidedText(folder_, Qt::ElideMiddle, folderRoom.width()));
    }
}

} // namespace roundoff::ui
