// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/nn/precision_policy.h"
#include "ui/precision/policy_layers.h"

class QLabel;
class QPushButton;

namespace roundoff::ui {

class CellFields;
class MatrixView;
class OwnPolicies;
class PolicyChooser;
class PolicyFields;
class PolicyModel;
class TintedLabel;

/// Edits a policy as a matrix of layers and roles, and says at once what it means and what is wrong with it. OK hands
/// it out whole; Cancel leaves everything as it was.
class PolicyEditor : public QDialog {
    Q_OBJECT

public:
    /// @param own  outlives the editor
    PolicyEditor(const nn::PrecisionPolicy& policy, const QList<LayerPlace>& layers, OwnPolicies& own,
                 QWidget* parent = nullptr);

    [[nodiscard]] const nn::PrecisionPolicy& policy() const;
    [[nodiscard]] PolicyModel& model() { return *model_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();

    PolicyModel* model_;
    PolicyChooser* chooser_;
    PolicyFields* fields_;
    MatrixView* matrix_;
    CellFields* cellFields_;
    QWidget* missingRow_;
    TintedLabel* missing_;
    QLabel* sentence_;
    QPushButton* ok_;
};

} // namespace roundoff::ui
