// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

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
    [[nodiscard]] int contentsWidth(int column, int firstRow, int lastRow) const;
    [[nodiscard]] int widthFor(int column, int contents) const;
    void fitColumns();
    /// Makes room for what has changed, a little later and all at once; no column becomes narrower.
    void widenSoon(const QModelIndex& first, const QModelIndex& last);
    void widenColumns();

    QTimer widenTimer_;
    int changedFirst_ = 0; // row, while the timer runs
    int changedLast_ = 0;
    QSortFilterProxyModel* sorted_;
};

} // namespace roundoff::ui
