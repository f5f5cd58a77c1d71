// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/collapsible_section.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

CollapsibleSection::CollapsibleSection(const QString& title, QWidget* parent)
    : QWidget(parent), heading_(new QToolButton(this)), summaryLabel_(new TintedLabel(&ThemeColors::muted, this)),
      content_(new QWidget(this)), body_(new QVBoxLayout(content_)), headingRow_(new QWidget(this)) {
    constexpr QSize kArrowSize(14, 14);
    heading_->setText(title);
    heading_->setObjectName(QStringLiteral("heading"));
    heading_->setCheckable(true);
    heading_->setChecked(true);
    heading_->setAutoRaise(true);
    heading_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading_->setIconSize(kArrowSize);
    QFont bold = font();
    bold.setBold(true);
    heading_->setFont(bold);
    heading_->setStyleSheet(QStringLiteral("QToolButton { border: none; background: transparent; padding: 3px 2px; }"
                                           "QToolButton:focus { text-decoration: underline; }"));
    summaryLabel_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    summaryLabel_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* row = new QHBoxLayout(headingRow_);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(6);
    row->addWidget(heading_);
    row->addWidget(summaryLabel_, 1);
    body_->setContentsMargins(6, 2, 4, 10);
    body_->setSpacing(6);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(headingRow_);
    layout->addWidget(content_);
    connect(heading_, &QToolButton::toggled, this, [this](bool expanded) {
        content_->setVisible(expanded);
        updateHeading();
        emit expandedChanged(expanded);
    });
    updateHeading();
}

void CollapsibleSection::addToHeading(QWidget* widget) {
    headingRow_->layout()->addWidget(widget);
}

bool CollapsibleSection::isExpanded() const {
    return heading_->isChecked();
}

void CollapsibleSection::setExpanded(bool expanded) {
    heading_->setChecked(expanded);
}

void CollapsibleSection::setSummary(const QString& summary) {
    summary_ = summary;
    elideSummary();
}

void CollapsibleSection::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    elideSummary();
}

void CollapsibleSection::updateHeading() {
    heading_->setIcon(actionIcon(isExpanded() ? QStringLiteral("expanded") : QStringLiteral("collapsed")));
    heading_->setToolTip(isExpanded() ? tr("Fold %1 away").arg(heading_->text()) : tr("Show %1").arg(heading_->text()));
    elideSummary();
}

void CollapsibleSection::elideSummary() {
    const QString shown = isExpanded() ? QString() : summary_;
    summaryLabel_->setText(summaryLabel_->fontMetrics().elidedText(shown, Qt::ElideRight, summaryLabel_->width()));
    summaryLabel_->setToolTip(plainToolTip(shown));
}

} // namespace roundoff::ui
