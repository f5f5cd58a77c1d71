// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/stat_tile.h"

#include <QEvent>
#include <QVBoxLayout>

#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

StatTile::StatTile(const QString& name, const QString& title, const QString& toolTip, QWidget* parent)
    : QWidget(parent), value_(new QLabel(QStringLiteral("\u2013"), this)),
      detail_(new TintedLabel(&ThemeColors::muted, this)) {
    constexpr qreal kValueSize = 1.7;
    setObjectName(name);
    setToolTip(toolTip);
    setAccessibleName(title);
    auto* caption = new TintedLabel(&ThemeColors::muted, this);
    caption->setText(title);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * kValueSize);
    value_->setFont(large);
    value_->setObjectName(name + QStringLiteral("Value"));
    value_->setTextFormat(Qt::PlainText);
    value_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail_->setObjectName(name + QStringLiteral("Detail"));
    detail_->setMinimumHeight(2 * fontMetrics().lineSpacing()); // Numbers must not move when a line comes or goes.
    detail_->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    for (QLabel* label : {static_cast<QLabel*>(caption), value_, detail_}) {
        label->setForegroundRole(QPalette::WindowText); // On a background of another role labels take another colour.
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 5, 8, 4);
    layout->setSpacing(0);
    layout->addWidget(caption);
    layout->addWidget(value_);
    layout->addWidget(detail_);
    tint();
}

void StatTile::setValue(const QString& value, const QString& detail) {
    value_->setText(value);
    detail_->setText(detail);
    setAccessibleDescription(value + u' ' + QString(detail).replace(u'\n', QStringLiteral(", ")));
    setStale(false);
}

void StatTile::setStale(bool stale) {
    if (stale != stale_) {
        stale_ = stale;
        tint();
    }
}

void StatTile::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void StatTile::tint() {
    const QColor colour = stale_ ? themeColors().muted : palette().color(QPalette::WindowText);
    if (value_->palette().color(QPalette::WindowText) != colour) {
        QPalette tinted = value_->palette();
        tinted.setColor(QPalette::WindowText, colour);
        value_->setPalette(tinted);
    }
}

} // namespace roundoff::ui
