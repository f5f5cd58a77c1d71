// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/precision_policy.h"
#include "ui/experiment_form/form_row.h"

class QPushButton;

namespace roundoff::ui {

class ChipsEdit;
class ExperimentDocument;
class OwnPolicies;
class TintedLabel;

/// The precisions of the experiment: one is the base run's, several are an axis. Each is a chip, which opens the editor
/// of its matrix; below stands what the current one means.
class PrecisionRow : public FormRow {
    Q_OBJECT

public:
    /// @param document, own  outlive the row
    PrecisionRow(ExperimentDocument& document, OwnPolicies& own, QWidget* parent = nullptr);

    void refresh() override;
    void reset() override;
    void commit() override;

private:
    [[nodiscard]] QStringList documentValues() const;
    [[nodiscard]] QStringList parse(const QString& text) const;
    void take(const QStringList& values);
    void edit(const QString& value);
    void exchange(const QString& value, const nn::PrecisionPolicy& policy);
    void removeMissing();
    void offer();
    void refreshMeaning();
    void refreshProblem();

    ExperimentDocument& document_;
    OwnPolicies& own_;
    ChipsEdit* chips_;
    QPushButton* edit_;
    QPushButton* removeMissing_;
    TintedLabel* sentence_;
    QStringList shown_;
    QString typingProblem_; // What is wrong with what is typed, or with the list.
};

} // namespace roundoff::ui
