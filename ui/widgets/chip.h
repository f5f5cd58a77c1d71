// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace roundoff::ui {

/// One value in a list of chips, with a button that removes it. Reachable with Tab; Delete and Backspace remove it too.
class Chip : public QWidget {
    Q_OBJECT

public:
    /// @param value  what the chip stands for
    /// @param shown  what it says; the value is its tooltip where they differ
    Chip(const QString& value, const QString& shown, const QIcon& icon, QWidget* parent = nullptr);

    [[nodiscard]] const QString& value() const { return value_; }

    /// Marks it as the one that commands and explanations beside the chips are about.
    void setCurrent(bool current);

signals:
    void removed();
    /// It was clicked or walked to.
    void picked();
    /// It was double-clicked, or Return pressed on it.
    void activated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString value_;
    bool current_ = false;
};

} // namespace roundoff::ui
