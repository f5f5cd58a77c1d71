// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/growing_curve.h"

#include <utility>

#include "ui/charts/spread.h"

namespace roundoff::ui {

GroupCurve GrowingCurve::ofSteps(const MetricHistory& history, const MetricHistory::Group& group,
                                 const StepValue& value, bool positiveOnly, Range visible, int pixels) {
    setView({visible, pixels, positiveOnly, group.runs.size() == 1}, group.runs.size());
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const experiment::StepLog& log = history.run(group.runs[static_cast<qsizetype>(i)]).log;
        runs_[i].follow(log.whole(), log.stride(), value);
    }
    return curve();
}

GroupCurve GrowingCurve::ofSamples(const MetricHistory& history, const MetricHistory::Group& group, bool positiveOnly,
                                   Range visible, int pixels) {
    setView({visible, pixels, positiveOnly, group.runs.size() == 1}, group.runs.size());
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        runs_[i].follow(history.run(group.runs[static_cast<qsizetype>(i)]).samples, 1,
                        [](const SamplePoint& sample) { return sample.value; });
    }
    return curve();
}

void GrowingCurve::setView(const TraceView& view, qsizetype runs) {
    if (view_ != view) {
        view_ = view;
        runs_.assign(static_cast<std::size_t>(runs), RunTrace(view));
    }
}

GroupCurve GrowingCurve::curve() const {
    GroupCurve curve;
    QList<OmittedStretch> omitted;
    std::vector<Spread> spreads(static_cast<std::size_t>(view_->means() + 2));
    for (const RunTrace& run : runs_) {
        for (const BucketMean& mean : run.trend()) {
            spreads[static_cast<std::size_t>(mean.bucket)].add(mean.mean);
        }
        omitted += run.omitted();
        if (view_->detailed) {
            curve.detail = run.detail();
        }
    }
    for (const Spread& spread : spreads) {
        if (spread.count > 0) {
            spread.appendTo(curve, !view_->detailed);
        }
    }
    curve.omitted = joined(std::move(omitted));
    return curve;
}

} // namespace roundoff::ui
