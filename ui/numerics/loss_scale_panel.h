// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QWidget>

#include "ui/charts/metric_history.h"

namespace roundoff::ui {

class ChartPanel;

/// The loss scale of a run by step, and how many steps were skipped so far.
class LossScalePanel : public QWidget {
    Q_OBJECT

public:
    explicit LossScalePanel(QWidget* parent = nullptr);
    ~LossScalePanel() override;

    /// @param run  decides the name and the colour of the line
    void setContent(const RunInfo& run, std::span<const experiment::MetricPoint> steps, bool finished);
    void setTheme(bool dark);

    [[nodiscard]] const MetricHistory& history() const { return history_; }

signals:
    void message(const QString& text, bool failed);

private:
    [[nodiscard]] QList<SeriesStyle> styles() const;

    bool dark_ = false;
    RunInfo run_;
    MetricHistory history_;
    ChartPanel* chart_;
};

/// Whether the run scales its loss, as far as its steps tell.
[[nodiscard]] bool hasLossScale(std::span<const experiment::MetricPoint> steps);

} // namespace roundoff::ui
