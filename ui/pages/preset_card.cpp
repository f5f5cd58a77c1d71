// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/preset_card.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

QString translated(const std::string& english) {
    return english.empty() ? QString() : QCoreApplication::translate("Preset", english.c_str());
}

QString figuresText(const QString& figures) {
    if (figures.isEmpty()) {
        return PresetCard::tr("Beyond the paper");
    }
    const bool several = figures.contains(QLatin1Char(',')) || figures.contains(QLatin1Char('-'));
    return several ? PresetCard::tr("Figures %1 of the paper").arg(figures)
                   : PresetCard::tr("Figure %1 of the paper").arg(figures);
}

} // namespace

QString presetTitle(const experiment::Preset& preset) {
    return preset.spec.title.empty() ? QString::fromStdString(preset.name) : translated(preset.spec.title);
}

QString presetSummary(const experiment::Preset& preset) {
    return translated(preset.summary);
}

PresetCard::PresetCard(const experiment::Preset& preset, QWidget* parent)
    : QWidget(parent), estimate_(new TintedLabel(&ThemeColors::muted, this)) {
    setObjectName(QStringLiteral("preset.") + QString::fromStdString(preset.name));
    setAccessibleName(presetTitle(preset));
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    auto* figures = new TintedLabel(&ThemeColors::muted, this);
    figures->setText(figuresText(QString::fromStdString(preset.figureNumbers())));
    auto* title = new QLabel(presetTitle(preset), this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setBold(true);
    title->setFont(large);
    auto* summary = new QLabel(presetSummary(preset), this);
    summary->setTextFormat(Qt::PlainText);
    summary->setWordWrap(true);
    summary->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    estimate_->setObjectName(QStringLiteral("estimate"));
    auto* open = new QPushButton(tr("Open"), this);
    open->setObjectName(QStringLiteral("open"));
    open->setToolTip(tr("Put this experiment into the form"));
    open->setAccessibleName(tr("Open %1").arg(presetTitle(preset)));
    auto* run = new QPushButton(actionIcon(QStringLiteral("run"), &ThemeColors::success), tr("Run"), this);
    run->setObjectName(QStringLiteral("run"));
    run->setToolTip(tr("Open this experiment and run it"));
    run->setAccessibleName(tr("Run %1").arg(presetTitle(preset)));
    connect(open, &QPushButton::clicked, this, &PresetCard::openRequested);
    connect(run, &QPushButton::clicked, this, &PresetCard::runRequested);

    auto* foot = new QHBoxLayout;
    foot->setSpacing(6);
    foot->addWidget(estimate_, 1);
    foot->addWidget(open);
    foot->addWidget(run);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 14, 12);
    layout->setSpacing(4);
    layout->addWidget(figures);
    layout->addWidget(title);
    layout->addWidget(summary, 1);
    layout->addSpacing(6);
    layout->addLayout(foot);
}

void PresetCard::showEstimate(const PlanEstimate& estimate) {
    estimate_->setText(estimate.error.isEmpty() ? estimateText(estimate) : estimate.error);
    estimate_->setToolTip(plainToolTip(estimate_->text()));
}

void PresetCard::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors& colours = themeColors();
    painter.setBrush(underMouse() ? colours.cardHover : colours.card);
    painter.setPen(underMouse() ? palette().color(QPalette::Highlight) : colours.border);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void PresetCard::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        emit openRequested();
    }
    QWidget::mouseReleaseEvent(event);
}

} // namespace roundoff::ui
