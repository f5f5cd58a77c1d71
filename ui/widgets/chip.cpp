// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include "ui/theme.h"
#include "ui/widgets/icons.h"

namespace roundoff::ui {

Chip::Chip(const QString& value, const QString& shown, const QIcon& icon, QWidget* parent)
    : QWidget(parent), value_(value) {
    constexpr QSize kSampleSize(22, 12);
    constexpr QSize kRemoveSize(10, 10);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("%1; Delete removes it").arg(shown));
    if (shown != value) {
        setToolTip(value);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 3, 2);
    layout->setSpacing(4);
    if (!icon.isNull()) {
        auto* sample = new QLabel(this);
        sample->setPixmap(icon.pixmap(kSampleSize, devicePixelRatioF()));
        layout->addWidget(sample);
    }
    auto* label = new QLabel(shown, this);
    label->setTextFormat(Qt::PlainText);
    layout->addWidget(label);
    auto* remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("remove"));
    remove->setIcon(actionIcon(QStringLiteral("remove")));
    remove->setIconSize(kRemoveSize);
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::NoFocus);
    remove->setToolTip(tr("Remove %1").arg(shown));
    remove->setAccessibleName(remove->toolTip());
    connect(remove, &QToolButton::clicked, this, &Chip::removed);
    layout->addWidget(remove);
}

void Chip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(themeColors().chip);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(themeColors().border));
    const qreal radius = height() / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        emit removed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Chip::focusInEvent(QFocusEvent* event) {
    update();
    QWidget::focusInEvent(event);
}

void Chip::focusOutEvent(QFocusEvent* event) {
    update();
    QWidget::focusOutEvent(event);
}

} // namespace roundoff::ui
