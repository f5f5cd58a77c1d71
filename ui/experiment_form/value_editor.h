// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/experiment/fields.h"

namespace roundoff::ui {

/// Edits one value of a field as text: a line, a number with arrows, a check box, a list of choices or a path.
class ValueEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The text as it stands, which need not be a value.
    [[nodiscard]] virtual QString text() const = 0;
    /// Shows a value without edited().
    virtual void setText(const QString& text) = 0;
    /// Marks what is in it as no value of the field.
    virtual void setInvalid(bool invalid);

signals:
    void edited(const QString& text);
    /// The text that the document has is wanted back.
    void restoreRequested();
};

/// The editor for the kind of a field.
[[nodiscard]] ValueEditor* makeValueEditor(const experiment::Field& field, QWidget* parent);

} // namespace roundoff::ui
