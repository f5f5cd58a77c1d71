// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "ui/theme.h"

namespace roundoff::ui {

/// A label in one of the theme's colours, whatever the theme becomes.
class TintedLabel : public QLabel {
    Q_OBJECT

public:
    explicit TintedLabel(QColor ThemeColors::*colour, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void tint();

    QColor ThemeColors::*colour_;
};

} // namespace roundoff::ui
