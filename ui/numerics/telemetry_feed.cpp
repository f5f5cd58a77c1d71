// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/telemetry_feed.h"

#include <algorithm>
#include <utility>

#include "ui/models/run_infos.h"
#include "ui/numerics/loss_scale_panel.h"
#include "ui/session.h"

namespace roundoff::ui {

TelemetryFeed::TelemetryFeed(Session& session, QObject* parent) : QObject(parent) {
    newsTimer_.setSingleShot(true);
    newsTimer_.setInterval(0);
    connect(&newsTimer_, &QTimer::timeout, this, &TelemetryFeed::tell);
    connect(&session, &Session::planned, this, [this](const std::shared_ptr<const experiment::Plan>& plan) {
        runs_.clear();
        news_.clear();
        plan_ = plan;
        infos_ = runInfos(*plan);
        emit restarted();
    });
    connect(&session, &Session::runStarted, this, [this](int run) { place(run); });
    connect(&session, &Session::telemetryArrived, this, [this](int run, const nn::TelemetrySample& sample) {
        ObservedRun& observed = place(run);
        observed.samples.add(sample);
        tellSoon(observed);
    });
    connect(&session, &Session::stepsArrived, this,
            [this](int run, const std::vector<experiment::MetricPoint>& points) {
                ObservedRun& observed = place(run);
                observed.isScaled = observed.isScaled || hasLossScale(points);
                if (observed.isScaled) {
                    for (const experiment::MetricPoint& point : points) {
                        observed.steps.add(point);
                    }
                    tellSoon(observed);
                }
            });
    connect(&session, &Session::runFinished, this,
            [this](int run, const std::shared_ptr<const experiment::RunResult>& result) {
                if (const int index = indexOf(run); index >= 0) {
                    ObservedRun& observed = runs_[static_cast<std::size_t>(index)];
                    observed.result = result;
                    observed.samples = ObservedRun().samples;
                    observed.steps = ObservedRun().steps;
                    news_.erase(run); // Told below.
                    emit runFinished(index);
                }
            });
}

ObservedRun& TelemetryFeed::place(int run) {
    const auto known = std::ranges::lower_bound(runs_, run, {}, [](const auto& other) { return other.info.run; });
    if (known != runs_.end() && known->info.run == run) {
        return *known;
    }
    const auto index = static_cast<std::size_t>(known - runs_.begin());
    ObservedRun observed;
    observed.info = infos_[run];
    observed.spec = plan_->runs[static_cast<std::size_t>(run)].spec;
    runs_.insert(known, std::move(observed));
    emit runAdded(static_cast<int>(index));
    return runs_[index];
}

int TelemetryFeed::indexOf(int run) const {
    const auto found = std::ranges::find_if(runs_, [run](const ObservedRun& known) { return known.info.run == run; });
    return found == runs_.end() ? -1 : static_cast<int>(found - runs_.begin());
}

void TelemetryFeed::tellSoon(const ObservedRun& observed) {
    news_.insert(observed.info.run);
    newsTimer_.start();
}

void TelemetryFeed::tell() {
    const std::set<int> news = std::exchange(news_, {});
    for (const int run : news) {
        if (const int index = indexOf(run); index >= 0) {
            emit changed(index);
        }
    }
}

} // namespace roundoff::ui
