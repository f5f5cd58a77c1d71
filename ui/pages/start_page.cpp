// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start_page.h"

#include <algorithm>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/document/plan_estimator.h"
#include "ui/pages/preset_card.h"
#include "ui/pages/recent_list.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

QFont scaled(QFont font, qreal factor) {
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(true);
    return font;
}

} // namespace

StartPage::StartPage(const std::vector<experiment::Preset>& presets, const QString& problem, QWidget* parent)
    : QScrollArea(parent), presets_(presets), recent_(new RecentList(this)), grid_(new QGridLayout) {
    setObjectName(QStringLiteral("startPage"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(makeInvitation());
    layout->addWidget(recent_);
    connect(recent_, &RecentList::chosen, this, &StartPage::recentRequested);

    auto* heading = new QLabel(tr("Experiments"), this);
    heading->setFont(scaled(font(), 1.2));
    layout->addSpacing(4);
    layout->addWidget(heading);
    if (presets_.empty()) {
        auto* missing = new TintedLabel(problem.isEmpty() ? &ThemeColors::muted : &ThemeColors::error, this);
        missing->setObjectName(QStringLiteral("presetsProblem"));
        missing->setWordWrap(true);
        missing->setText(problem.isEmpty()
                             ? tr("No experiments were found beside the program; install Roundoff again to "
                                  "have them. The form at the left works without them.")
                             : problem);
        layout->addWidget(missing);
    }
    grid_->setSpacing(12);
    layout->addLayout(grid_);
    layout->addStretch(1);
    for (std::size_t index = 0; index < presets_.size(); ++index) {
        auto* card = new PresetCard(presets_[index], this);
        connect(card, &PresetCard::openRequested, this,
                [this, index] { emit presetRequested(static_cast<int>(index), false); });
        connect(card, &PresetCard::runRequested, this,
                [this, index] { emit presetRequested(static_cast<int>(index), true); });
        cards_.push_back(card);
    }
    setWidget(content);
    arrange();
}

void StartPage::setRecentFiles(RecentFiles* files) {
    recent_->setFiles(files);
}

void StartPage::estimate(unsigned threads) {
    for (std::size_t index = 0; index < presets_.size(); ++index) {
        background_.run(
            [specification = presets_[index].spec, threads] { return estimatePlan(specification, threads); },
            [this, card = cards_[index]](const PlanEstimate& estimate) {
                card->showEstimate(estimate);
                arrange(); // It may have become wider.
            });
    }
}

void StartPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void StartPage::arrange() {
    constexpr int kCardWidth = 300;
    constexpr int kMostColumns = 4;
    // There is no scrolling to the side, so that the widest card decides.
    int card = kCardWidth;
    for (const PresetCard* one : cards_) {
        one->layout()->activate();
        card = std::max(card, one->minimumSizeHint().width());
    }
    const QMargins margins = widget()->layout()->contentsMargins();
    const int room = viewport()->width() - margins.left() - margins.right() + grid_->spacing();
    const int columns = std::clamp(room / (card + grid_->spacing()), 1, kMostColumns);
    if (columns == columns_) {
        return;
    }
    for (int column = 0; column < columns_; ++column) {
        grid_->setColumnStretch(column, 0);
    }
    columns_ = columns;
    for (int index = 0; index < static_cast<int>(cards_.size()); ++index) {
        grid_->addWidget(cards_[static_cast<std::size_t>(index)], index / columns, index % columns);
    }
    for (int column = 0; column < columns; ++column) {
        grid_->setColumnStretch(column, 1);
    }
}

QWidget* StartPage::makeInvitation() {
    constexpr int kLogoSize = 72;
    auto* invitation = new QWidget(this);
    auto* logo = new QLabel(invitation);
    logo->setPixmap(
        QIcon(QStringLiteral(":/icons/roundoff.svg")).pixmap(QSize(kLogoSize, kLogoSize), devicePixelRatioF()));
    auto* title = new QLabel(tr("How few bits does a neural network need?"), invitation);
    title->setFont(scaled(font(), 1.6));
    title->setWordWrap(true);
    auto* text = new TintedLabel(&ThemeColors::muted, invitation);
    text->setWordWrap(true);
    text->setText(tr("Train the same network at several precisions and watch accuracy, loss and time side by side. "
                     "The experiment at the left is ready: press Run (%1), or change it first.")
                      .arg(QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText)));
    auto* now = new QPushButton(actionIcon(QStringLiteral("run"), &ThemeColors::success), tr("Train on MNIST now"),
                                invitation);
    now->setObjectName(QStringLiteral("trainNow"));
    now->setToolTip(tr("Train the default network at FP64, FP32 and FP16 for three epochs"));
    now->setDefault(true);
    connect(now, &QPushButton::clicked, this, &StartPage::defaultRequested);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(title);
    texts->addWidget(text);
    texts->addSpacing(4);
    texts->addWidget(now, 0, Qt::AlignLeft);
    auto* layout = new QHBoxLayout(invitation);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(18);
    layout->addWidget(logo, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    return invitation;
}

} // namespace roundoff::ui
