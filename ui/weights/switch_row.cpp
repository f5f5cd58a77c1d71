// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/switch_row.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/theme.h"

namespace roundoff::ui {
namespace {

/// The style's own buttons look the same up and down in a dark theme.
class SwitchButton : public QAbstractButton {
public:
    explicit SwitchButton(QWidget* parent) : QAbstractButton(parent) {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override {
        return fontMetrics().size(Qt::TextShowMnemonic, text()) + QSize(20, 10);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
        const QPalette::ColorRole fill = isChecked() ? QPalette::Highlight : QPalette::Button;
        painter.setPen(themeColors().border);
        painter.setBrush(underMouse() && !isChecked() ? palette().color(QPalette::Base) : palette().color(fill));
        painter.drawRoundedRect(frame, 3.0, 3.0);
        if (hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), 4.0, 4.0);
        }
        painter.setPen(palette().color(isChecked() ? QPalette::HighlightedText : QPalette::ButtonText));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }
    void enterEvent(QEnterEvent* event) override {
        QAbstractButton::enterEvent(event);
        update();
    }
    void leaveEvent(QEvent* event) override {
        QAbstractButton::leaveEvent(event);
        update();
    }
};

} // namespace

SwitchRow::SwitchRow(std::initializer_list<Choice> choices, QWidget* parent)
    : QWidget(parent), group_(new QButtonGroup(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(0);
    for (const Choice& choice : choices) {
        auto* button = new SwitchButton(this);
        button->setObjectName(choice.name);
        button->setText(choice.text);
        button->setChecked(group_->buttons().isEmpty());
        group_->addButton(button, static_cast<int>(group_->buttons().size()));
        layout->addWidget(button);
    }
    connect(group_, &QButtonGroup::idToggled, this, [this](int index, bool down) {
        if (down) {
            emit chosen(index);
        }
    });
}

} // namespace roundoff::ui
