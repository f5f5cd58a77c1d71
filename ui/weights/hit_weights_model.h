// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include <QAbstractTableModel>

#include "core/deploy/weight_report.h"

namespace roundoff::ui {

/// The worst-hit weights of a report, largest error first.
class HitWeightsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : std::uint8_t { Layer, Tensor, Position, Before, After, Error, ColumnCount };

    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setReport(std::shared_ptr<const deploy::WeightReport> report);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const deploy::WeightReport> report_;
};

} // namespace roundoff::ui
