// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "ui/theme.h"
#include "ui/widgets/icons.h"

namespace roundoff::ui {

Banner::Banner(QWidget* parent)
    : QWidget(parent), icon_(new QLabel(this)), label_(new QLabel(this)), button_(new QPushButton(this)),
      close_(new QToolButton(this)) {
    setNames(QStringLiteral("banner"));
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::PlainText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(button_, &QPushButton::clicked, this, [this] {
        if (action_) {
            action_();
        }
    });
    close_->setIcon(actionIcon(QStringLiteral("remove")));
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Close this message"));
    close_->setAccessibleName(close_->toolTip());
    connect(close_, &QToolButton::clicked, this, &QWidget::hide);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    setContentsMargins(0, 6, 8, 2);
    layout->addWidget(icon_, 0, Qt::AlignTop);
    layout->addWidget(label_, 1);
    layout->addWidget(button_);
    layout->addWidget(close_, 0, Qt::AlignTop);
    hide();
}

void Banner::show(Kind kind, const QString& text, const QString& actionText, std::function<void()> action) {
    kind_ = kind;
    action_ = std::move(action);
    label_->setText(text);
    button_->setText(actionText);
    button_->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
    updateColours();
    setVisible(true);
}

void Banner::setNames(const QString& name) {
    setObjectName(name);
    label_->setObjectName(name + QStringLiteral("Text"));
    button_->setObjectName(name + QStringLiteral("Action"));
    close_->setObjectName(name + QStringLiteral("Close"));
}

QString Banner::text() const {
    return label_->text();
}

void Banner::paintEvent(QPaintEvent* /*event*/) {
    const ThemeColors& colours = themeColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(kind_ == Kind::Error ? colours.errorFill : colours.noticeFill);
    painter.setPen(colours.border);
    painter.drawRoundedRect(QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void Banner::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        updateColours();
    }
    QWidget::changeEvent(event);
}

void Banner::updateColours() {
    constexpr int kIconSize = 20;
    const bool error = kind_ == Kind::Error;
    icon_->setPixmap(iconPixmap(error ? QStringLiteral("error") : QStringLiteral("notice"), kIconSize,
                                error ? themeColors().error : palette().color(QPalette::Link), devicePixelRatioF()));
    update();
}

} // namespace roundoff::ui
