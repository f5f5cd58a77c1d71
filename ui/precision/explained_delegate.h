// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace roundoff::ui {

/// Draws an entry of a list with a line of explanation small below it.
class ExplainedDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int kExplanationRole = Qt::UserRole + 1;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace roundoff::ui
