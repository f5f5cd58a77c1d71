// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/experiment/presets.h"
#include "ui/document/plan_estimator.h"

namespace roundoff::ui {

class TintedLabel;

/// What a person sees of a preset's texts, in the language of the window.
[[nodiscard]] QString presetTitle(const experiment::Preset& preset);
[[nodiscard]] QString presetSummary(const experiment::Preset& preset);

/// An experiment on the start page: what it asks, which figures it makes, how long it takes here.
class PresetCard : public QWidget {
    Q_OBJECT

public:
    explicit PresetCard(const experiment::Preset& preset, QWidget* parent = nullptr);

    void showEstimate(const PlanEstimate& estimate);

signals:
    void openRequested();
    void runRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    TintedLabel* estimate_;
};

} // namespace roundoff::ui
