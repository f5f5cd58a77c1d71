// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/fields.h"
#include "ui/experiment_form/form_row.h"

class QToolButton;

namespace roundoff::ui {

class ChipsEdit;
class ExperimentDocument;
class ValueEditor;

/// A field of the table: one value, or after its [+] the list of values of an axis.
class FieldRow : public FormRow {
    Q_OBJECT

public:
    FieldRow(const experiment::Field& field, ExperimentDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] const experiment::Field& field() const { return field_; }

    void refresh() override;
    void reset() override;
    void commit() override;

private:
    void takeText(const QString& text);
    void takeAxis(const QStringList& values);
    void toggleAxis();
    void makeChips();
    void refreshValue(bool force);

    const experiment::Field& field_;
    ExperimentDocument& document_;
    ValueEditor* editor_;
    ChipsEdit* chips_ = nullptr; // made when it is first needed
    QToolButton* axisButton_;
    experiment::Json shown_; // the document's value that the editor was last in agreement with
};

} // namespace roundoff::ui
