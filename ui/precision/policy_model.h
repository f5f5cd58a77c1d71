// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <QAbstractTableModel>

#include "core/nn/precision_policy.h"
#include "ui/precision/policy_cells.h"
#include "ui/precision/policy_layers.h"
#include "ui/precision/policy_problem.h"

namespace roundoff::ui {

/// A policy as a matrix: a row for all layers, one for each layer of the network, and one for each layer that only the
/// policy has; a column for each role, and one for the accumulator. Texts of cells are those of `roleFormatText`.
class PolicyModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kInheritedRole = Qt::UserRole;  ///< bool: a layer has what all layers have.
    static constexpr int kDetailRole = Qt::UserRole + 1; ///< What follows the format's name: rounding, overflow, chunk.
    static constexpr int kProblemRole = Qt::UserRole + 2; ///< What is wrong with the cell; empty if nothing is.
    static constexpr int kMissingRole = Qt::UserRole + 3; ///< bool: the network has not got the layer.
    static constexpr int kAllLayersRow = 0;

    explicit PolicyModel(QObject* parent = nullptr);

    void setPolicy(const nn::PrecisionPolicy& policy, const QList<LayerPlace>& layers);
    /// Another policy for the same network.
    void setPolicy(const nn::PrecisionPolicy& policy);
    /// Rounding, overflow, subnormals and arithmetic of a policy in the place of this one's.
    void setSettings(const nn::PrecisionPolicy& policy);
    [[nodiscard]] const nn::PrecisionPolicy& policy() const { return policy_; }
    /// Layers that the policy has formats for, but the network has not.
    [[nodiscard]] std::vector<std::string> missing() const;

    /// The first problem there is; no text without one.
    [[nodiscard]] const PolicyProblem& problem() const { return problem_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// A text that is no cell is kept as a problem, for the person to correct.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    void setCells(const QModelIndexList& cells, const QString& text);
    /// Changes what cells have beside their formats; cells without a format, or with one that cannot be read, stay.
    void changeCells(const QModelIndexList& cells, const std::function<void(CellProperties&)>& change);
    /// Back to what all layers have.
    void clearCells(const QModelIndexList& cells);
    /// Copies the topmost cell of each column to the cells below it: the chosen ones, or all if only one is chosen.
    void fillDown(const QModelIndexList& cells);
    /// The smallest rectangle around the cells as tab-separated text; inherited cells are empty.
    [[nodiscard]] QString copied(const QModelIndexList& cells) const;
    /// Puts such a text into the cells from one on; a single value goes into all of them. What does not fit is left
    /// out.
    void paste(const QModelIndexList& cells, const QString& text);
    /// Takes away what the policy says of layers that the network has not.
    void removeMissingLayers();

signals:
    /// The policy, or what is wrong with it, is another.
    void policyChanged();

private:
    struct Rejected {
        QString text;
        QString why;
    };
    using Place = std::pair<std::string, int>;

    [[nodiscard]] const std::string& layerAt(int row) const { return rows_[static_cast<std::size_t>(row)].name; }
    [[nodiscard]] bool isMissing(int row) const;
    [[nodiscard]] const Rejected* rejectedAt(const QModelIndex& index) const;
    [[nodiscard]] QString effectiveText(const QModelIndex& index) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;
    /// Throws InputError if a layer has to have what all layers have in a column.
    void refuseNone(int column) const;
    void put(const QModelIndex& index, const QString& text);
    void listRows();
    void announce();
    [[nodiscard]] PolicyProblem findProblem() const;
    [[nodiscard]] int rowOf(const std::string& layer) const;

    nn::PrecisionPolicy policy_;
    QList<LayerPlace> layers_;
    std::vector<LayerPlace> rows_; // The first has no name.
    std::map<Place, Rejected> rejected_;
    PolicyProblem problem_;
};

} // namespace roundoff::ui
