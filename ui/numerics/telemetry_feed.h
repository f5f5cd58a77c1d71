// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <set>
#include <vector>

#include <QList>
#include <QObject>
#include <QTimer>

#include "core/experiment/merging_log.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"
#include "core/experiment/step_log.h"
#include "ui/charts/run_info.h"

namespace roundoff::ui {

class Session;

/// What is known of the inside of a run: what came while it trains, in bounded memory, or all of its result.
struct ObservedRun {
    static constexpr std::size_t kMostSamples = 512;

    RunInfo info;
    experiment::RunSpec spec;
    /// While it trains.
    experiment::MergingLog<nn::TelemetrySample> samples{kMostSamples};
    experiment::StepLog steps;                                     ///< The same, from the first with a loss scale on.
    bool isScaled = false;                                         ///< Whether there are such steps.
    std::shared_ptr<const experiment::RunResult> result = nullptr; ///< Null while it trains.

    [[nodiscard]] std::vector<nn::TelemetrySample> telemetry() const {
        return result ? result->telemetry : samples.points();
    }
    [[nodiscard]] std::vector<experiment::MetricPoint> metrics() const {
        return result ? result->steps : steps.points();
    }
};

/// Collects telemetry of the runs of an experiment that something is known of, in the order of the plan.
class TelemetryFeed : public QObject {
    Q_OBJECT

public:
    explicit TelemetryFeed(Session& session, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<ObservedRun>& runs() const { return runs_; }

signals:
    /// Another experiment has begun: there are no runs any more.
    void restarted();
    /// Something is known of a run, which is now at this index.
    void runAdded(int index);
    /// There is news of the run at this index: told once for all that came since control was last in the event loop.
    void changed(int index);
    void runFinished(int index);

private:
    /// The run, in its place; a new one is told of.
    ObservedRun& place(int run);
    [[nodiscard]] int indexOf(int run) const;
    void tellSoon(const ObservedRun& observed);
    void tell();

    std::shared_ptr<const experiment::Plan> plan_;
    QList<RunInfo> infos_; // of all runs of the plan
    std::vector<ObservedRun> runs_;
    std::set<int> news_; // Numbers in the plan of runs that `changed` has to be told of.
    QTimer newsTimer_;
};

} // namespace roundoff::ui
