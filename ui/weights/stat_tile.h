// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace roundoff::ui {

/// A number in large type with its name above and what it is compared with below.
class StatTile : public QWidget {
    Q_OBJECT

public:
    /// @param name  object name; the labels are called <name>Value and <name>Detail
    StatTile(const QString& name, const QString& title, const QString& toolTip, QWidget* parent = nullptr);

    /// @param detail  at most two lines
    void setValue(const QString& value, const QString& detail);
    /// Keeps the number, in the colour of a number that is about to change.
    void setStale(bool stale);
    [[nodiscard]] bool isStale() const { return stale_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void tint();

    bool stale_ = false;
    QLabel* value_;
    QLabel* detail_;
};

} // namespace roundoff::ui
