// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QAbstractTableModel>

#include "core/format/characteristics.h"
#include "core/format/tensor_format.h"

namespace roundoff::ui {

/// The formats' table, the paper's tables 1 and 2 in one, computed from the formats. Of formats whose values share a
/// scale it has what is true of an element at scale 1.
class FormatsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kSortRole = Qt::UserRole;

    explicit FormatsModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Column : std::uint8_t {
        Name,
        Bits,
        PerValue,
        Scale,
        Sign,
        Exponent,
        Significand,
        Bias,
        Precision,
        DecimalDigits,
        Max,
        MinNormal,
        MinPositive,
        Epsilon,
        Infinity,
        Nan
    };

    static constexpr int kColumns = 16;

    struct Row {
        format::Characteristics characteristics;
        format::TensorFormat format;
    };

    /// A number or a text; invalid for what a format does not have.
    [[nodiscard]] static QVariant value(const Row& row, Column column);

    std::vector<Row> rows_;
};

} // namespace roundoff::ui
