// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/group_curve.h"

#include <map>
#include <utility>

#include "ui/charts/growing_curve.h"
#include "ui/charts/spread.h"

namespace roundoff::ui {

Range GroupCurve::values() const {
    Range range;
    for (const QList<QPointF>* points : {&line, &lower, &upper}) {
        for (const QPointF& point : *points) {
            range.include(point.y());
        }
    }
    return range;
}

GroupCurve epochCurve(const MetricHistory& history, const MetricHistory::Group& group, const EpochValue& value,
                      bool positiveOnly) {
    std::map<int, Spread> spreads;
    QList<OmittedStretch> stretches;
    for (const qsizetype run : group.runs) {
        OmittedValues omitted;
        for (const experiment::EpochResult& epoch : history.run(run).epochs) {
            const std::optional<double> y = value(epoch);
            if (y && omitted.note(epoch.epoch, *y, positiveOnly)) {
                spreads[epoch.epoch].add({static_cast<double>(epoch.epoch), *y});
            }
        }
        stretches += omitted.stretches();
    }
    GroupCurve curve;
    for (const auto& [epoch, spread] : spreads) {
        spread.appendTo(curve, group.runs.size() > 1);
    }
    curve.omitted = joined(std::move(stretches));
    return curve;
}

GroupCurve stepCurve(const MetricHistory& history, const MetricHistory::Group& group, const StepValue& value,
                     bool positiveOnly, Range visible, int pixels) {
    return GrowingCurve().ofSteps(history, group, value, positiveOnly, visible, pixels);
}

GroupCurve sampleCurve(const MetricHistory& history, const MetricHistory::Group& group, bool positiveOnly,
                       Range visible, int pixels) {
    return GrowingCurve().ofSamples(history, group, positiveOnly, visible, pixels);
}

} // namespace roundoff::ui
