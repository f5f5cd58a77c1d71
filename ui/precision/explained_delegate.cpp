// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/explained_delegate.h"

#include <algorithm>

#include <QApplication>
#include <QPainter>

#include "ui/precision/second_line_font.h"
#include "ui/theme.h"

namespace roundoff::ui {
namespace {

constexpr int kRowMargin = 6;
constexpr int kPadding = 3;

/// The line that a combo box draws between groups.
bool isSeparator(const QModelIndex& index) {
    return index.data(Qt::AccessibleDescriptionRole).toString() == QLatin1String("separator");
}

} // namespace

void ExplainedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (isSeparator(index)) {
        painter->setPen(themeColors().border);
        painter->drawLine(option.rect.left() + kRowMargin, option.rect.center().y(), option.rect.right() - kRowMargin,
                          option.rect.center().y());
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString name = item.text;
    item.text.clear();
    QStyle* style = option.widget == nullptr ? QApplication::style() : option.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QRect inner = option.rect.adjusted(kRowMargin, kPadding, -kRowMargin, -kPadding);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop, name);
    painter->setFont(secondLineFont(item.font));
    if (!selected) {
        painter->setPen(themeColors().muted);
    }
    const QString explanation = index.data(kExplanationRole).toString();
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignBottom,
                      painter->fontMetrics().elidedText(explanation, Qt::ElideRight, inner.width()));
    painter->restore();
}

QSize ExplainedDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    constexpr int kSeparatorHeight = 9;
    if (isSeparator(index)) {
        return {0, kSeparatorHeight};
    }
    const QFontMetrics small(secondLineFont(option.font));
    const int width = std::max(option.fontMetrics.horizontalAdvance(index.data().toString()),
                               small.horizontalAdvance(index.data(kExplanationRole).toString()));
    return {width + 2 * kRowMargin, option.fontMetrics.height() + small.height() + 2 * kPadding};
}

} // namespace roundoff::ui
