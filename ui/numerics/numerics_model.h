// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "core/nn/precision_policy.h"
#include "ui/numerics/measure.h"

namespace roundoff::ui {

/// One measure of each layer and role: a row a layer, a column a role that some layer has; or a single column for what
/// a layer has once. Cells of roles that a layer does not have are empty.
class NumericsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// From 0 to 1, how strongly the cell is coloured; invalid for one without a value or without a strength.
    static constexpr int kStrengthRole = Qt::UserRole;
    /// The value as a number.
    static constexpr int kValueRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// @param sample  what was seen, of one step or of many
    /// @param policy  of the run, for the formats
    void setContent(const nn::TelemetrySample& sample, Measure measure, const nn::PrecisionPolicy& policy);

    [[nodiscard]] Measure measure() const { return measure_; }
    /// From 1.
    [[nodiscard]] int layerAt(int row) const { return layers_[static_cast<std::size_t>(row)]; }
    /// Nothing in the column of a measure that is not by role.
    [[nodiscard]] std::optional<nn::Role> roleAt(int column) const;
    /// Where a layer and role are; invalid if they are not there.
    [[nodiscard]] QModelIndex indexOf(int layer, nn::Role role) const;

    /// All counts behind the cells as RFC 4180 has it, a row each.
    /// @param run  the run's label, in the first column
    [[nodiscard]] std::string csv(const QString& run) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const nn::RoleTelemetry* roleTelemetry(int row, int column) const;
    [[nodiscard]] const nn::LayerTelemetry* layerTelemetry(int row) const;
    [[nodiscard]] std::optional<double> valueAt(int row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;
    /// The format's name where all layers have the same for the role, else "various".
    [[nodiscard]] QString formatOfColumn(int column) const;

    Measure measure_ = Measure::Underflowed;
    nn::TelemetrySample sample_;
    nn::PrecisionPolicy policy_;
    std::vector<int> layers_;
    std::vector<nn::Role> roles_;
};

/// The name of the format that a layer's role is rounded to; empty if the policy has none for it.
[[nodiscard]] QString formatText(const nn::PrecisionPolicy& policy, int layer, nn::Role role);

} // namespace roundoff::ui
