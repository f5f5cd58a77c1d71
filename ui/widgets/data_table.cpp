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
#include "ui/widgets/table_text.h"

namespace roundoff::ui {
namespace {

// Measuring every row of a long table would hold up the window: so many of them are measured, or twice.
constexpr int kMeasuredRows = 50;

} // namespace

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
    connect(sorted_, &QAbstractItemModel::modelReset, this, &DataTable::fitColumns);
    connect(sorted_, &QAbstractItemModel::dataChanged, this, &DataTable::widenSoon);
    constexpr int kWidenMilliseconds = 100;
    widenTimer_.setSingleShot(true);
    widenTimer_.setInterval(kWidenMilliseconds);
    connect(&widenTimer_, &QTimer::timeout, this, &DataTable::widenColumns);
    fitColumns();
}

QString DataTable::selectedText() const {
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < sorted_->columnCount(); ++column) {
        cells << sorted_->headerData(column, Qt::Horizontal).toString();
    }
    lines << tableLine(cells);
    const bool all = !selectionModel()->hasSelection();
    for (int row = 0; row < sorted_->rowCount(); ++row) {
        if (!all && !selectionModel()->isRowSelected(row)) {
            continue;
        }
        cells.clear();
        for (int column = 0; column < sorted_->columnCount(); ++column) {
            cells << sorted_->index(row, column).data().toString();
        }
        lines << tableLine(cells);
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

int DataTable::widthFor(int column, int contents) const {
    constexpr int kSortArrow = 18;
    const QString title = sorted_->headerData(column, Qt::Horizontal).toString();
    const int heading = horizontalHeader()->fontMetrics().horizontalAdvance(title) + kSortArrow;
    return std::max(heading, contents + kSortArrow / 2);
}

int DataTable::contentsWidth(int column, int firstRow, int lastRow) const {
    const int stride = std::max(1, (lastRow - firstRow + 1) / kMeasuredRows);
    int width = 0;
    for (int row = firstRow; row <= lastRow; row += stride) {
        width = std::max(width, sizeHintForIndex(sorted_->index(row, column)).width() + 1);
    }
    return width;
}

void DataTable::fitColumns() {
    for (int column = 0; column < sorted_->columnCount(); ++column) {
        setColumnWidth(column, widthFor(column, contentsWidth(column, 0, sorted_->rowCount() - 1)));
    }
}

void DataTable::widenSoon(const QModelIndex& first, const QModelIndex& last) {
    const bool others = widenTimer_.isActive();
    changedFirst_ = others ? std::min(changedFirst_, first.row()) : first.row();
    changedLast_ = others ? std::max(changedLast_, last.row()) : last.row();
    if (!others) {
        widenTimer_.start();
    }
}

void DataTable::widenColumns() {
    const int last = std::min(changedLast_, sorted_->rowCount() - 1);
    for (int column = 0; column < sorted_->columnCount(); ++column) {
        const int wanted = widthFor(column, contentsWidth(column, changedFirst_, last));
        if (wanted > columnWidth(column)) {
            setColumnWidth(column, wanted);
        }
    }
}

} // namespace roundoff::ui
