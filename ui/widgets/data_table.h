// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace roundoff::ui {

/// A table of results: sortable by any column, its rows can be copied. Without a column to sort by, the rows have the
/// order of the model.
class DataTable : public QTableView {
    Q_OBJECT

public:
    /// @param model     outlives the table
    /// @param sortRole  of the model's data, what rows are sorted by
    DataTable(QAbstractItemModel& model, int sortRole, QWidget* parent = nullptr);

    /// The selected rows, or all without a selection, as tab-separated text with a line of headings.
    [[nodiscard]] QString selectedText() const;
    /// The height at which nothing needs to be scrolled.
    [[nodiscard]] int heightOfRows() const;
    /// The model's row of a row that is shown.
    [[nodiscard]] int sourceRow(const QModelIndex& shown) const;

public slots:
    /// Puts selectedText() on the clipboard.
    void copy() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// @param shrink  whether columns may become narrower too
    void fitColumns(bool shrink);

    QSortFilterProxyModel* sorted_;
};

} // namespace roundoff::ui
