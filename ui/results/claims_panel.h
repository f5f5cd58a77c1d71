// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "ui/results/results_report.h"

class QLabel;
class QVBoxLayout;

namespace roundoff::ui {

class ClaimCard;
class CollapsibleSection;
class TintedLabel;

/// What the paper says of an experiment of its own, and what came of it here: a card for each claim, and what was
/// chosen where the paper leaves something open. Hidden for an experiment that is none of the paper's.
class ClaimsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ClaimsPanel(QWidget* parent = nullptr);

    void setReport(const ResultsReport& report);

private:
    void rebuild(const ResultsReport& report);

    std::vector<experiment::Claim> claims_; // that there are cards for
    std::vector<ClaimCard*> cards_;
    TintedLabel* changed_;
    QVBoxLayout* column_;
    CollapsibleSection* choices_;
    QLabel* choicesText_;
};

} // namespace roundoff::ui
