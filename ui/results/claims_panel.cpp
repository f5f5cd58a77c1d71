// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/claims_panel.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/results/claim_card.h"
#include "ui/widgets/collapsible_section.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

ClaimsPanel::ClaimsPanel(QWidget* parent)
    : QWidget(parent), changed_(new TintedLabel(&ThemeColors::warning, this)), column_(new QVBoxLayout),
      choices_(new CollapsibleSection(tr("What the paper leaves open"), this)), choicesText_(new QLabel(this)) {
    setObjectName(QStringLiteral("claimsPanel"));
    auto* heading = new QLabel(tr("What the paper says"), this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    changed_->setObjectName(QStringLiteral("settingsDiffer"));
    changed_->setWordWrap(true);
    choices_->setObjectName(QStringLiteral("choices"));
    choices_->setExpanded(false);
    choicesText_->setTextFormat(Qt::PlainText);
    choicesText_->setWordWrap(true);
    choicesText_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    choices_->body()->addWidget(choicesText_);
    column_->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(changed_);
    layout->addLayout(column_);
    layout->addWidget(choices_);
    layout->addStretch(1);
    hide();
}

void ClaimsPanel::setReport(const ResultsReport& report) {
    setVisible(report.preset.has_value() && (!report.claims.empty() || !report.preset->preset.choices.empty()));
    if (!report.preset) {
        return;
    }
    std::vector<experiment::Claim> claims;
    for (const ClaimReport& claim : report.claims) {
        claims.push_back(claim.claim);
    }
    if (claims != claims_) {
        claims_ = std::move(claims);
        rebuild(report);
    }
    for (std::size_t index = 0; index < cards_.size(); ++index) {
        cards_[index]->showFinding(report.claims[index].finding);
    }
    changed_->setVisible(!report.preset->changed.isEmpty());
    changed_->setText(tr("The settings differ from the preset (%1), so that this is not quite what the paper did.")
                          .arg(report.preset->changed.join(QStringLiteral(", "))));
    QStringList choices;
    for (const std::string& choice : report.preset->preset.choices) {
        choices << QStringLiteral("\u2022 ") + QCoreApplication::translate("Preset", choice.c_str());
    }
    choices_->setVisible(!choices.isEmpty());
    choicesText_->setText(choices.join(QLatin1Char('\n')));
}

void ClaimsPanel::rebuild(const ResultsReport& report) {
    for (ClaimCard* card : cards_) {
        delete card;
    }
    cards_.clear();
    for (const ClaimReport& claim : report.claims) {
        cards_.push_back(new ClaimCard(claim.claim, this));
        column_->addWidget(cards_.back());
    }
}

} // namespace roundoff::ui
