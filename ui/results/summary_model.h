// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QAbstractTableModel>
#include <QIcon>
#include <QList>

#include "ui/charts/series_style.h"
#include "ui/results/results_report.h"

namespace roundoff::ui {

/// The summary of one metric: a row for every group, with mean, spread, interval and comparison.
class SummaryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay where they are are changed in place, so that a selection lasts while runs finish.
    void setReport(std::shared_ptr<const ResultsReport> report, const std::string& metric);
    /// Paints the groups' samples anew.
    void setTheme(bool dark);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Column : std::uint8_t {
        Group,
        Count,
        Mean,
        Deviation,
        Interval,
        TimeKind,
        Baseline,
        Difference,
        DifferenceInterval,
        PValue,
        EquivalenceP,
        LeftOut
    };

    [[nodiscard]] static std::vector<Column> columnsFor(const std::vector<SummaryLine>& lines);
    [[nodiscard]] static bool isText(Column column);
    [[nodiscard]] static QString text(const SummaryLine& line, Column column);
    [[nodiscard]] static QVariant sortValue(const SummaryLine& line, Column column);
    [[nodiscard]] QString title(Column column) const;
    [[nodiscard]] static QString help(Column column);
    void updateSamples();
    [[nodiscard]] QIcon sample(int row) const;

    std::shared_ptr<const ResultsReport> report_;
    std::vector<SummaryLine> lines_;
    std::vector<Column> columns_;
    QList<std::optional<SeriesStyle>> styles_; // by row; none for deployments
    mutable QList<QIcon> samples_;             // by row; null until it is shown
    bool dark_ = false;
};

} // namespace roundoff::ui
