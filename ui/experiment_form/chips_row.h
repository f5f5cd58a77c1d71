// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/experiment_form/form_row.h"
#include "ui/widgets/chips_edit.h"

namespace roundoff::ui {

/// A setting that is always a list of chips: precisions, deployments, the values of an axis over a group.
class ChipsRow : public FormRow {
    Q_OBJECT

public:
    struct Binding {
        std::function<QStringList()> get;            ///< From the document.
        std::function<void(const QStringList&)> set; ///< To it; throws InputError if the values do not go together.
        QString ifEmpty;                             ///< What is wrong without any value; empty if nothing is.
    };

    ChipsRow(const QString& label, const QString& toolTip, ChipsEdit::Behaviour behaviour, Binding binding,
             QWidget* parent = nullptr);

    void refresh() override;
    void reset() override;
    void commit() override;

private:
    void take(const QStringList& values);

    Binding binding_;
    ChipsEdit* chips_;
    QStringList shown_;
};

} // namespace roundoff::ui
