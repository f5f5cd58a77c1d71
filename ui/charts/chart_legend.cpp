// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_legend.h"

#include <algorithm>

#include <utility>

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tinted_label.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {

namespace {

constexpr int kSampleWidth = 28;
constexpr int kGap = 6;
constexpr int kPadding = 4;
constexpr qreal kHiddenOpacity = 0.4;
constexpr int kMostRows = 3;
// Nobody tells more lines apart, and every one takes its time to draw.
constexpr qsizetype kMostShown = 32;

} // namespace

LegendButton::LegendButton(const QString& text, SeriesStyle style, QWidget* parent)
    : QAbstractButton(parent), style_(std::move(style)) {
    setText(withoutMnemonic(text));
    setAccessibleName(text);
    setToolTip(plainToolTip(tr("%1: click to hide or show, double-click to show alone").arg(text)));
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void LegendButton::setStyle(const SeriesStyle& style) {
    style_ = style;
    update();
}

QSize LegendButton::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    // One pixel more than the rounded advance, or the text would be elided where it was rounded down.
    return {2 * kPadding + kSampleWidth + kGap + metrics.horizontalAdvance(accessibleName()) + 1,
            metrics.height() + 2 * kPadding};
}

void LegendButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        QColor hover = palette().color(QPalette::WindowText);
        hover.setAlphaF(0.07F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(hover);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    painter.setOpacity(isChecked() ? 1.0 : kHiddenOpacity);
    drawSample(painter, QRectF(kPadding, 0, kSampleWidth, height()), style_, 2.0, 8.0);
    QFont textFont = font();
    textFont.setStrikeOut(!isChecked());
    painter.setFont(textFont);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect textRectangle = rect().adjusted(kPadding + kSampleWidth + kGap, 0, -kPadding, 0);
    painter.drawText(textRectangle, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(accessibleName(), Qt::ElideMiddle, textRectangle.width()));
    if (hasFocus()) {
        painter.setOpacity(1.0);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void LegendButton::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        emit soloRequested();
    }
    event->accept();
}

void LegendButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit soloRequested();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

ChartLegend::ChartLegend(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("chartLegend"));
    setAccessibleName(tr("Legend"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(this);
    auto* layout = new FlowLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    note_ = new TintedLabel(&ThemeColors::muted, content);
    note_->setObjectName(QStringLiteral("legendNote"));
    note_->hide();
    layout->addWidget(note_); // Before all groups: where there are very many, those are scrolled.
    setWidget(content);
    // The legend lies on the page, not on a surface of its own.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

void ChartLegend::setGroups(const QList<GroupInfo>& groups, const QList<SeriesStyle>& styles) {
    qDeleteAll(buttons_);
    buttons_.clear();
    groups_ = groups;
    note_->setVisible(groups.size() > kMostShown);
    note_->setText(tr("The first %1 of %2 are drawn; click others to add them.").arg(kMostShown).arg(groups.size()));
    for (qsizetype index = 0; index < groups.size(); ++index) {
        auto* button = new LegendButton(groups[index].name, styles[index], widget());
        button->setObjectName(QStringLiteral("legend %1").arg(index));
        button->setChecked(index < kMostShown && !hiddenNames_.contains(groups[index].name));
        connect(button, &LegendButton::clicked, this, [this, index](bool shown) { toggle(index, shown); });
        connect(button, &LegendButton::soloRequested, this, [this, index] { solo(index); });
        widget()->layout()->addWidget(button);
        buttons_.append(button);
    }
    beforeLastClick_ = hidden();
    updateHeight();
}

void ChartLegend::setStyles(const QList<SeriesStyle>& styles) {
    for (qsizetype index = 0; index < buttons_.size(); ++index) {
        buttons_[index]->setStyle(styles[index]);
    }
}

QList<bool> ChartLegend::hidden() const {
    QList<bool> hidden;
    for (const LegendButton* button : buttons_) {
        hidden.append(!button->isChecked());
    }
    return hidden;
}

void ChartLegend::toggle(qsizetype index, bool shown) {
    beforeLastClick_ = hidden();
    beforeLastClick_[index] = shown;
    const QString& name = groups_[index].name;
    hiddenNames_.removeAll(name);
    if (!shown) {
        hiddenNames_.append(name);
    }
    emit hiddenChanged();
}

void ChartLegend::solo(qsizetype index) {
    const bool wasAlone = !beforeLastClick_[index] && beforeLastClick_.count(false) == 1;
    for (qsizetype other = 0; other < buttons_.size(); ++other) {
        const bool shown = other == index || (wasAlone && other < kMostShown);
        buttons_[other]->setChecked(shown);
        hiddenNames_.removeAll(groups_[other].name);
        if (!shown) {
            hiddenNames_.append(groups_[other].name);
        }
    }
    beforeLastClick_ = hidden();
    emit hiddenChanged();
}

void ChartLegend::updateHeight() {
    const int row = fontMetrics().height() + 2 * kPadding + kGap;
    setFixedHeight(std::min(widget()->layout()->heightForWidth(viewport()->width()), kMostRows * row + row / 2));
}

void ChartLegend::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    updateHeight();
}

void ChartLegend::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && widget() != nullptr) {
        updateHeight();
    }
}

} // namespace roundoff::ui
