// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/experiment_form/form_row.h"

namespace roundoff::ui {

class FormLineEdit;
class NumberEdit;

/// A setting of the experiment that is no field of a run: its title, folds and seeds.
class TextRow : public FormRow {
    Q_OBJECT

public:
    struct Binding {
        std::function<QString()> get;            ///< From the document.
        std::function<void(const QString&)> set; ///< To it; throws InputError if it does not take the text.
    };

    /// @param low, high  where the arrows of a number stop; a text has none, if they are equal
    TextRow(const QString& label, const QString& toolTip, double low, double high, Binding binding,
            QWidget* parent = nullptr);

    void setPlaceholderText(const QString& text);
    void refresh() override;
    void reset() override;

private:
    void take(const QString& text);
    void setText(const QString& text);
    void setInvalid(bool invalid);
    [[nodiscard]] QString text() const;

    Binding binding_;
    FormLineEdit* line_ = nullptr; // one of the two
    NumberEdit* number_ = nullptr;
    QString shown_;
};

} // namespace roundoff::ui
