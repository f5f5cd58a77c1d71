// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

#include <QWidget>

class QButtonGroup;

namespace roundoff::ui {

/// A few choices beside each other as buttons, one of which is down.
class SwitchRow : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        QString name; ///< Object name of the button.
        QString text;
    };

    /// The first choice is down to begin with.
    SwitchRow(std::initializer_list<Choice> choices, QWidget* parent = nullptr);

signals:
    /// @param index  of the choice, from 0
    void chosen(int index);

private:
    QButtonGroup* group_;
};

} // namespace roundoff::ui
