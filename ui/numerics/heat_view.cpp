// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/heat_view.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/numerics/heat_colours.h"
#include "ui/numerics/numerics_model.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/table_text.h"

namespace roundoff::ui {
namespace {

class HeatDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QRectF cell = QRectF(option.rect).adjusted(1.0, 1.0, -1.0, -1.0);
        const QVariant strength = index.data(NumericsModel::kStrengthRole);
        const QString text = index.data().toString();
        QColor ink = option.palette.color(QPalette::Text);
        painter->save();
        if (strength.isValid()) {
            const QColor fill = heatColour(strength.toDouble(), isDarkTheme());
            painter->fillRect(cell, fill);
            ink = textColourOn(fill);
        } else if (text.isEmpty()) {
            painter->fillRect(cell, QBrush(themeColors().border, Qt::BDiagPattern));
        } else {
            painter->fillRect(cell, option.palette.color(QPalette::AlternateBase));
        }
        painter->setPen(ink);
        painter->drawText(cell, Qt::AlignCenter, text);
        if (option.state.testFlag(QStyle::State_Selected)) {
            // Two lines, so that one of them is seen on any fill.
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 3.0));
            painter->drawRect(cell.adjusted(1.0, 1.0, -1.0, -1.0));
            painter->setPen(QPen(option.palette.color(QPalette::Base), 1.0));
            painter->drawRect(cell.adjusted(3.0, 3.0, -3.0, -3.0));
        }
        painter->restore();
    }
};

} // namespace

HeatView::HeatView(NumericsModel& model, QWidget* parent) : QTableView(parent), model_(model) {
    setObjectName(QStringLiteral("numericsMatrix"));
    setAccessibleName(tr("Layers and roles"));
    setItemDelegate(new HeatDelegate(this));
    setModel(&model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().horizontalAdvance(QStringLiteral("> 99.9 %")) + 8);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignCenter | static_cast<Qt::Alignment>(Qt::TextWordWrap));
    // All six roles have to stand side by side in a window that is 1280 pixels wide.
    constexpr double kHeadingSize = 0.9;
    QFont small = font();
    small.setPointSizeF(kHeadingSize * small.pointSizeF());
    horizontalHeader()->setFont(small);
    // Stretched columns do not make their header grow for the text that wraps in it.
    horizontalHeader()->setFixedHeight(3 * fontMetrics().lineSpacing() + 6);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionsClickable(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 8);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        fitRows();
        updateGeometry();
    });
    fitRows();
}

QString HeatView::text() const {
    QStringList cells{QString()};
    for (int column = 0; column < model_.columnCount(); ++column) {
        cells << model_.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    }
    QStringList lines{tableLine(cells)};
    for (int row = 0; row < model_.rowCount(); ++row) {
        cells = {model_.headerData(row, Qt::Vertical).toString()};
        for (int column = 0; column < model_.columnCount(); ++column) {
            cells << model_.index(row, column).data().toString();
        }
        lines << tableLine(cells);
    }
    return lines.join(u'\n') + u'\n';
}

QSize HeatView::sizeHint() const {
    const int rows = std::clamp(model_.rowCount(), 2, 8);
    return {560, horizontalHeader()->height() + rows * (fontMetrics().height() + 16)};
}

QSize HeatView::minimumSizeHint() const {
    const int rows = std::clamp(model_.rowCount(), 2, 4);
    return {280, horizontalHeader()->height() + rows * verticalHeader()->minimumSectionSize()};
}

void HeatView::copy() const {
    QGuiApplication::clipboard()->setText(text());
    emit copied();
}

void HeatView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void HeatView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu;
    menu.addAction(actionIcon(QStringLiteral("copy")), tr("Copy table"), this, &HeatView::copy);
    menu.addAction(actionIcon(QStringLiteral("save")), tr("Save CSV…"), this, &HeatView::saveRequested);
    menu.exec(event->globalPos());
}

void HeatView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitRows();
}

void HeatView::fitRows() {
    constexpr int kHighest = 84;
    const int rows = std::max(model_.rowCount(), 1);
    const int room = viewport()->height() / rows;
    verticalHeader()->setDefaultSectionSize(std::clamp(room, verticalHeader()->minimumSectionSize(), kHighest));
}

} // namespace roundoff::ui
