// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/matrix_view.h"

#include <algorithm>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QResizeEvent>

#include "ui/precision/cell_delegate.h"
#include "ui/precision/policy_cells.h"
#include "ui/precision/policy_model.h"

namespace roundoff::ui {

MatrixView::MatrixView(PolicyModel& model, QWidget* parent) : QTableView(parent), model_(model) {
    setObjectName(QStringLiteral("precisionMatrix"));
    setAccessibleName(tr("Formats by layer and role"));
    setModel(&model);
    auto* delegate = new CellDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &CellDelegate::entered, this, [this](const QModelIndex& index, const QString& text) {
        const QModelIndexList chosen = cells();
        model_.setCells(chosen.contains(index) ? chosen : QModelIndexList{index}, text);
    });
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::AnyKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(64);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    verticalHeader()->setHighlightSections(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);

    fillDown_ = addCommand(QStringLiteral("fillDown"), tr("Fill down"),
                           tr("Copy the topmost selected cell to the cells below it"), QKeySequence(tr("Ctrl+D")));
    fillDown_->setShortcutContext(Qt::WindowShortcut); // While a field below has the focus, too.
    connect(fillDown_, &QAction::triggered, this, [this] { model_.fillDown(cells()); });
    clear_ = addCommand(QStringLiteral("clearCells"), tr("Clear"), tr("Take the cells back to what all layers have"),
                        QKeySequence::Delete);
    connect(clear_, &QAction::triggered, this, [this] { model_.clearCells(cells()); });
    QAction* copy = addCommand(QStringLiteral("copyCells"), tr("Copy"), tr("Copy the cells as text"),
                               QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(model_.copied(cells())); });
    QAction* paste = addCommand(QStringLiteral("pasteCells"), tr("Paste"), tr("Paste cells from text"),
                                QKeySequence::Paste);
    connect(paste, &QAction::triggered, this, [this] { model_.paste(cells(), QGuiApplication::clipboard()->text()); });
    connect(&model_, &QAbstractItemModel::modelReset, this, &MatrixView::fitColumns);
    connect(&model_, &QAbstractItemModel::dataChanged, this, &MatrixView::fitColumns);
}

QModelIndexList MatrixView::cells() const {
    QModelIndexList chosen = selectionModel()->selectedIndexes();
    if (chosen.isEmpty() && currentIndex().isValid()) {
        chosen << currentIndex();
    }
    return chosen;
}

QSize MatrixView::sizeHint() const {
    constexpr int kMostRows = 8;
    return {QTableView::sizeHint().width(), heightOf(std::min(model_.rowCount(), kMostRows))};
}

QSize MatrixView::minimumSizeHint() const {
    constexpr int kFewestRows = 2;
    return {QTableView::minimumSizeHint().width(), heightOf(std::min(model_.rowCount(), kFewestRows))};
}

int MatrixView::heightOf(int rows) const {
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    for (int row = 0; row < rows; ++row) {
        height += rowHeight(row);
    }
    return height;
}

void MatrixView::fitColumns() {
    resizeColumnsToContents();
    int used = 0;
    for (int column = 0; column < kPolicyColumns; ++column) {
        used += columnWidth(column);
    }
    int spare = viewport()->width() - used;
    for (int column = 0; column < kPolicyColumns && spare > 0; ++column) {
        const int share = spare / (kPolicyColumns - column);
        setColumnWidth(column, columnWidth(column) + share);
        spare -= share;
    }
    // No empty space below the last layer.
    setMaximumHeight(heightOf(model_.rowCount()));
    updateGeometry();
}

void MatrixView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    emit selectionMoved();
}

void MatrixView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    emit selectionMoved();
}

void MatrixView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fitColumns();
    }
}

QAction* MatrixView::addCommand(const QString& name, const QString& text, const QString& toolTip,
                                const QKeySequence& keys) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setToolTip(toolTip);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    return action;
}

} // namespace roundoff::ui
