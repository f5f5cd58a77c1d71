// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/experiment/claims.h"

class QBoxLayout;
class QLabel;

namespace roundoff::ui {

class TintedLabel;
class VerdictBadge;

/// A claim of the paper: its words, what was measured here beside them, how it is tested, and the verdict.
class ClaimCard : public QWidget {
    Q_OBJECT

public:
    explicit ClaimCard(const experiment::Claim& claim, QWidget* parent = nullptr);

    void showFinding(const experiment::Finding& finding);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* sides_;
    QLabel* measured_;
    VerdictBadge* badge_;
};

} // namespace roundoff::ui
