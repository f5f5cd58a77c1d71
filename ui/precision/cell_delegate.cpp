// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/cell_delegate.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include "ui/precision/policy_cells.h"
#include "ui/precision/policy_model.h"
#include "ui/precision/second_line_font.h"
#include "ui/theme.h"

namespace roundoff::ui {
namespace {

constexpr int kMargin = 6;

/// Return in the list of completions takes what was typed, if nothing in the list is chosen. On its own the list would
/// only close.
class ReturnTakesText : public QObject {
public:
    ReturnTakesText(QAbstractItemView& list, std::function<void()> take, QObject* parent)
        : QObject(parent), list_(list), take_(std::move(take)) {
        list.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::KeyPress && !list_.currentIndex().isValid()) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                list_.hide();
                take_();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractItemView& list_;
    std::function<void()> take_;
};

/// What a cell shows below its format: the words of its own, or what is wrong in short.
QString detailOf(const QModelIndex& index) {
    return index.data(PolicyModel::kDetailRole).toString();
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString name = item.text;
    item.text.clear();
    const QWidget* widget = option.widget;
    QStyle* style = widget == nullptr ? QApplication::style() : widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const bool wrong = !index.data(PolicyModel::kProblemRole).toString().isEmpty();
    const bool inherited = index.data(PolicyModel::kInheritedRole).toBool();
    const QColor strong = selected ? item.palette.color(QPalette::HighlightedText)
                          : wrong  ? themeColors().error
                          : inherited || index.data(PolicyModel::kMissingRole).toBool()
                              ? item.palette.color(QPalette::PlaceholderText)
                              : item.palette.color(QPalette::Text);
    const QColor weak = selected ? strong : wrong ? themeColors().error : themeColors().muted;
    painter->save();
    const QRect inner = option.rect.adjusted(kMargin, 2, -kMargin, -2);
    const QString detail = detailOf(index);
    // What a layer has of its own stands out.
    item.font.setBold(!inherited && index.row() != PolicyModel::kAllLayersRow);
    const QFontMetrics metrics(item.font);
    const QFont small = secondLineFont(item.font);
    const QFontMetrics smallMetrics(small);
    const int height = metrics.height() + (detail.isEmpty() ? 0 : smallMetrics.height());
    const QRect first(inner.left(), inner.center().y() - height / 2, inner.width(), metrics.height());
    painter->setFont(item.font);
    painter->setPen(strong);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, first.width()));
    if (!detail.isEmpty()) {
        const QRect second(inner.left(), first.bottom() + 1, inner.width(), smallMetrics.height());
        painter->setFont(small);
        painter->setPen(inherited && !selected ? strong : weak);
        painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                          smallMetrics.elidedText(detail, Qt::ElideRight, second.width()));
    }
    if (wrong) {
        painter->setPen(QPen(themeColors().error, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics small(secondLineFont(option.font));
    QFont strong = option.font;
    strong.setBold(true);
    const int width = std::max(QFontMetrics(strong).horizontalAdvance(index.data(Qt::DisplayRole).toString()),
                               small.horizontalAdvance(detailOf(index)));
    return {width + 2 * kMargin + 2, option.fontMetrics.height() + small.height() + kMargin};
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                    const QModelIndex& index) const {
    auto* box = new QComboBox(parent);
    box->setObjectName(QStringLiteral("cellEditor"));
    box->setAccessibleName(columnLabel(index.column()));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItems(offeredFormats(index.column()));
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    const auto take = [this, box] {
        auto* self = const_cast<CellDelegate*>(this); // The signals of editing are not const, this function is.
        emit self->commitData(box);
        emit self->closeEditor(box);
    };
    connect(box, &QComboBox::activated, this, take);
    new ReturnTakesText(*box->completer()->popup(), take, box);
    return box;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    auto* box = qobject_cast<QComboBox*>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    box->setCurrentIndex(box->findText(text));
    box->setEditText(text);
    box->lineEdit()->selectAll();
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* /*model*/, const QModelIndex& index) const {
    const QString text = qobject_cast<QComboBox*>(editor)->currentText().simplified();
    // Looking at a cell does not give it a format of its own.
    if (text != index.data(Qt::EditRole).toString()) {
        emit entered(index, text);
    }
}

void CellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& /*index*/) const {
    constexpr int kLeastWidth = 150;
    QRect place = option.rect;
    place.setWidth(std::max(place.width(), kLeastWidth));
    if (editor->parentWidget() != nullptr) {
        place.moveRight(std::min(place.right(), editor->parentWidget()->rect().right()));
    }
    editor->setGeometry(place);
}

} // namespace roundoff::ui
