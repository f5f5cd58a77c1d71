// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/figures/format_use.h"

class QComboBox;

namespace roundoff::ui {

/// How numbers are brought to a format: rounding, overflow, subnormals.
class RoundingChoice : public QWidget {
    Q_OBJECT

public:
    explicit RoundingChoice(QWidget* parent = nullptr);

    [[nodiscard]] format::Rounding rounding() const;
    /// Nothing for the format's default.
    [[nodiscard]] std::optional<format::Overflow> overflow() const;
    [[nodiscard]] format::Subnormals subnormals() const;

    /// The modes by name, to be kept: "nearest-even saturate keep".
    [[nodiscard]] QString text() const;
    /// What is no mode is left out.
    void setText(const QString& text);

signals:
    void changed();

private:
    QComboBox* addPicker(const QString& name, const QString& label, const QString& toolTip);

    QComboBox* rounding_;
    QComboBox* overflow_;
    QComboBox* subnormals_;
};

} // namespace roundoff::ui
