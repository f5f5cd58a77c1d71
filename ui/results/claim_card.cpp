// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/claim_card.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/results/claim_text.h"
#include "ui/results/verdict_badge.h"
#include "ui/theme.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

QLabel* textLabel(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QVBoxLayout* captioned(const QString& caption, QLabel* text, QWidget* parent) {
    auto* heading = new TintedLabel(&ThemeColors::muted, parent);
    heading->setText(caption);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(heading);
    column->addWidget(text, 1);
    return column;
}

} // namespace

ClaimCard::ClaimCard(const experiment::Claim& claim, QWidget* parent)
    : QWidget(parent), sides_(new QHBoxLayout), measured_(textLabel(QStringLiteral("measured"), this)),
      badge_(new VerdictBadge(this)) {
    setObjectName(QStringLiteral("claimCard"));
    auto* figure = new TintedLabel(&ThemeColors::muted, this);
    QString heading = claim.figure.empty() ? tr("Text of the paper")
                                           : tr("Figure %1").arg(QString::fromStdString(claim.figure));
    if (!claim.aspect.empty()) {
        heading += QStringLiteral(" \u00b7 ") + QCoreApplication::translate("Preset", claim.aspect.c_str());
    }
    figure->setText(heading);
    figure->setWordWrap(true);
    auto* said = textLabel(QStringLiteral("said"), this);
    said->setText(QStringLiteral("\u201c%1\u201d").arg(QString::fromStdString(claim.said)));
    QFont italic = said->font();
    italic.setItalic(true);
    said->setFont(italic);
    setAccessibleName(said->text());
    auto* test = new TintedLabel(&ThemeColors::muted, this);
    test->setObjectName(QStringLiteral("criterion"));
    test->setWordWrap(true);
    test->setText(translated(experiment::criterion(claim.check)));

    auto* head = new QHBoxLayout;
    head->addWidget(figure, 1);
    head->addWidget(badge_);
    sides_->setSpacing(14);
    sides_->addLayout(captioned(tr("The paper said"), said, this), 1);
    sides_->addLayout(captioned(tr("Measured here"), measured_, this), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addLayout(sides_);
    layout->addWidget(test);
}

void ClaimCard::showFinding(const experiment::Finding& finding) {
    badge_->setVerdict(finding.verdict);
    const QString text = translated(finding.measured);
    measured_->setText(text.isEmpty() ? tr("Nothing yet.") : text);
}

void ClaimCard::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(themeColors().card);
    painter.setPen(themeColors().border);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void ClaimCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Side by side as long as a line keeps some words.
    constexpr int kLeastForTwo = 440;
    sides_->setDirection(width() < kLeastForTwo ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace roundoff::ui
