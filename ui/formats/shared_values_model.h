// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QAbstractTableModel>

#include "ui/figures/format_bits.h"

namespace roundoff::ui {

/// The numbers that share a scale, a row each: what becomes of them, and the code that is stored.
class SharedValuesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// No rows for a scalar format.
    void setNumber(const FormatUse& use, double value);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Column : std::uint8_t { Number, Code, Element, Stored, Error };
    static constexpr int kColumns = 5;

    struct Row {
        double number = 0.0;
        FormatBits bits;
        double element = 0.0; ///< Without the scale; of integers, the code.
    };

    int codeBits_ = 1;
    std::vector<Row> rows_;
};

} // namespace roundoff::ui
