// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QSortFilterProxyModel;

namespace roundoff::ui {

class RunsModel;

/// The table of runs: sortable by any column, its rows can be copied.
class RunsTable : public QTableView {
    Q_OBJECT

public:
    explicit RunsTable(RunsModel& model, QWidget* parent = nullptr);

    /// The selected rows, or all without a selection, as tab-separated text with a line of headings.
    [[nodiscard]] QString selectedText() const;

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
