// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace roundoff::ui {

/// A line edit of a form whose undo is the document's, not its own: the keys for undo and redo go to the window. While
/// its text is one that the document does not take, undo asks to have the document's text back.
class FormLineEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit FormLineEdit(QWidget* parent = nullptr);

    void setInvalid(bool invalid);

signals:
    void restoreRequested();
    /// Backspace in front of everything.
    void backspaceAtStart();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool invalid_ = false;
};

} // namespace roundoff::ui
