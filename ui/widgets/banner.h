// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace roundoff::ui {

/// A message in the page, where errors and finished work are told: an icon, a text that can be copied, at most one
/// action, and a button that closes it. Hidden while there is nothing to say.
class Banner : public QWidget {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Error, Notice };

    explicit Banner(QWidget* parent = nullptr);

    /// @param actionText  of a button that calls `action`; empty for none
    void show(Kind kind, const QString& text, const QString& actionText = QString(), std::function<void()> action = {});
    /// Names it and its parts, where there are several: "fileBanner", "fileBannerText", "fileBannerAction".
    void setNames(const QString& name);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return kind_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateColours();

    Kind kind_ = Kind::Notice;
    std::function<void()> action_;
    QLabel* icon_;
    QLabel* label_;
    QPushButton* button_;
    QToolButton* close_;
};

} // namespace roundoff::ui
