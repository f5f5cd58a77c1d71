// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_line_edit.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/theme.h"

namespace roundoff::ui {

FormLineEdit::FormLineEdit(QWidget* parent) : QLineEdit(parent) {}

void FormLineEdit::setInvalid(bool invalid) {
    invalid_ = invalid;
    update();
}

bool FormLineEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Redo) || (key->matches(QKeySequence::Undo) && !invalid_)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void FormLineEdit::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) {
        if (invalid_) {
            emit restoreRequested();
        } else {
            event->ignore();
        }
        return;
    }
    if (event->key() == Qt::Key_Backspace && cursorPosition() == 0 && !hasSelectedText()) {
        emit backspaceAtStart();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FormLineEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (invalid_) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeColors().error, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 2, 2);
    }
}

} // namespace roundoff::ui
