// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {

Chip::Chip(const QString& value, const QString& shown, const QIcon& icon, QWidget* parent)
    : QWidget(parent), value_(value) {
    constexpr QSize kSampleSize(22, 12);
    constexpr QSize kRemoveSize(10, 10);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("%1; Delete removes it").arg(shown));
    if (shown != value) {
        setToolTip(plainToolTip(value));
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
    const QString removal = tr("Remove %1").arg(shown);
    remove->setToolTip(plainToolTip(removal));
    remove->setAccessibleName(removal);
    connect(remove, &QToolButton::clicked, this, &Chip::removed);
    layout->addWidget(remove);
}

void Chip::setCurrent(bool current) {
    current_ = current;
    update();
}

void Chip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(themeColors().chip);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setPen(hasFocus() ? QPen(accent, 2) : current_ ? QPen(accent, 1.2) : QPen(themeColors().border));
    const qreal radius = height() / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

void Chip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        emit removed();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit activated();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Chip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        emit picked();
    }
}

void Chip::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        emit activated();
    }
}

void Chip::focusInEvent(QFocusEvent* event) {
    update();
    emit picked();
    QWidget::focusInEvent(event);
}

void Chip::focusOutEvent(QFocusEvent* event) {
    update();
    QWidget::focusOutEvent(event);
}

} // namespace roundoff::ui
