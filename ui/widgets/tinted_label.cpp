// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tinted_label.h"

#include <QEvent>

namespace roundoff::ui {

TintedLabel::TintedLabel(QColor ThemeColors::*colour, QWidget* parent) : QLabel(parent), colour_(colour) {
    setTextFormat(Qt::PlainText);
    tint();
}

void TintedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void TintedLabel::tint() {
    const QColor colour = themeColors().*colour_;
    // Setting a palette is a palette change too.
    if (palette().color(QPalette::WindowText) != colour) {
        QPalette tinted = palette();
        tinted.setColor(QPalette::WindowText, colour);
        setPalette(tinted);
    }
}

} // namespace roundoff::ui
