// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include <QList>
#include <QString>
#include <QWidget>

#include "core/experiment/run_result.h"
#include "ui/charts/run_info.h"

namespace roundoff::ui {

/// The four charts that follow a sweep: accuracy, loss, time and gradient norm.
///
/// Runs of one group are drawn as one line, their mean, with a band from the smallest to the largest. All metrics are
/// kept whole for export; what is drawn is reduced to the pixels that there are. Adding is cheap and draws nothing: the
/// charts redraw at most every 33 ms, and only while they can be seen. Surfaces and text follow the widget's palette.
class LiveCharts : public QWidget {
    Q_OBJECT

public:
    explicit LiveCharts(QWidget* parent = nullptr);
    ~LiveCharts() override;

    /// Forgets what was shown and prepares for these runs. Groups hidden before stay hidden if they come again.
    void begin(const QList<RunInfo>& runs);
    /// Appends steps of a run, in order. Steps of a run that `begin` did not name are ignored.
    void addSteps(int run, std::span<const experiment::MetricPoint> points);
    void addEpoch(int run, const experiment::EpochResult& epoch);
    /// The run is over, whatever its end; nothing more is expected of it.
    void finishRun(int run);
    /// Chooses the series' colours for a dark or a light background.
    void setTheme(bool dark);
    /// Back to the empty state.
    void clear();

signals:
    /// A copy or an export has succeeded or failed: one line for the status bar.
    void message(const QString& text, bool failed);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void markDirty(qsizetype group);
    void redraw();
    void redrawNext();

    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace roundoff::ui
