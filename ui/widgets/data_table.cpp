// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSortFilterProxyModel>

#include "ui/widgets/icons.h"

namespace roundoff::ui {

DataTable::DataTable(QAbstractItemModel& model, int sortRole, QWidget* parent)
    : QTableView(parent), sorted_(new QSortFilterProxyModel(this)) {
    constexpr QSize kSampleSize(30, 14);
    sorted_->setSourceModel(&model);
    sorted_->setSortRole(sortRole);
    setModel(sorted_);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder); // The order of the model.
    horizontalHeader()->setSortIndicatorClearable(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setIconSize(kSampleSize);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    connect(sorted_, &QAbstractItemModel::modelReset, this, [this] { fitColumns(true); });
    connect(sorted_, &QAbstractItemModel::dataChanged, this, [this] { fitColumns(false); });
    fitColumns(true);
}

QString DataTable::selectedText() const {
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < sorted_->columnCount(); ++column) {
        cells << sorted_->headerData(column, Qt::Horizontal).toString();
    }
    lines << cells.join(QLatin1Char('\t'));
    const bool all = !selectionModel()->hasSelection();
    for (int row = 0; row < sorted_->rowCount(); ++row) {
        if (!all && !selectionModel()->isRowSelected(row)) {
            continue;
        }
        cells.clear();
        for (int column = 0; column < sorted_->columnCount(); ++column) {
            cells << sorted_->index(row, column).data().toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

int DataTable::heightOfRows() const {
    return horizontalHeader()->sizeHint().height() + sorted_->rowCount() * verticalHeader()->defaultSectionSize() +
           horizontalScrollBar()->sizeHint().height();
}

int DataTable::sourceRow(const QModelIndex& shown) const {
    return sorted_->mapToSource(shown).row();
}

void DataTable::copy() const {
    QGuiApplication::clipboard()->setText(selectedText());
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void DataTable::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu;
    menu.addAction(actionIcon(QStringLiteral("copy")),
                   selectionModel()->hasSelection() ? tr("Copy rows") : tr("Copy table"), this, &DataTable::copy);
    menu.exec(event->globalPos());
}

void DataTable::fitColumns(bool shrink) {
    constexpr int kSortArrow = 18;
    for (int column = 0; column < sorted_->columnCount(); ++column) {
        const QString title = sorted_->headerData(column, Qt::Horizontal).toString();
        const int heading = horizontalHeader()->fontMetrics().horizontalAdvance(title) + kSortArrow;
        const int wanted = std::max(heading, sizeHintForColumn(column) + kSortArrow / 2);
        if (shrink || wanted > columnWidth(column)) {
            setColumnWidth(column, wanted);
        }
    }
}

} // namespace roundoff::ui
