// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/group_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>

#include "ui/charts/decimate.h"

namespace roundoff::ui {

namespace {

/// Width of the stretch over which steps are averaged: wide enough to see the trend through the noise of the batches.
constexpr int kPixelsPerMean = 5;
constexpr int kFewestMeans = 16;

/// Running mean, minimum and maximum over the runs of a group at one place of x.
struct Spread {
    QPointF sum;
    int count = 0;
    Range range;

    void add(QPointF point) {
        sum += point;
        ++count;
        range.include(point.y());
    }
};

void appendSpread(GroupCurve& curve, const Spread& spread, bool band) {
    const QPointF mean = spread.sum / spread.count;
    curve.line.append(mean);
    if (band) {
        curve.lower.append({mean.x(), spread.range.low});
        curve.upper.append({mean.x(), spread.range.high});
    }
}

/// Whether an axis leaves the value out, and at which edge it is then marked.
std::optional<Edge> omittedAt(double value, bool positiveOnly) {
    if (std::isnan(value)) {
        return Edge::High;
    }
    if (std::isinf(value)) {
        return value > 0.0 ? Edge::High : Edge::Low;
    }
    return positiveOnly && value <= 0.0 ? std::optional(Edge::Low) : std::nullopt;
}

/// Collects omitted values of one run after another and joins neighbours into stretches.
class OmittedValues {
public:
    /// Tells of the next value of a run; returns whether it is shown.
    bool note(double x, double value, bool positiveOnly) {
        const std::optional<Edge> edge = omittedAt(value, positiveOnly);
        if (edge && previous_ == edge) {
            stretches_.back().x.include(x);
        } else if (edge) {
            stretches_.append({Range{x, x}, *edge});
        }
        previous_ = edge;
        return !edge;
    }
    void nextRun() { previous_.reset(); }

    /// The stretches of all runs, those that overlap joined.
    QList<OmittedStretch> take() {
        std::sort(stretches_.begin(), stretches_.end(), [](const OmittedStretch& a, const OmittedStretch& b) {
            return a.edge != b.edge ? a.edge < b.edge : a.x.low < b.x.low;
        });
        QList<OmittedStretch> joined;
        for (const OmittedStretch& stretch : std::as_const(stretches_)) {
            if (!joined.isEmpty() && joined.back().edge == stretch.edge && joined.back().x.high >= stretch.x.low) {
                joined.back().x.include(stretch.x);
            } else {
                joined.append(stretch);
            }
        }
        return joined;
    }

private:
    QList<OmittedStretch> stretches_;
    std::optional<Edge> previous_;
};

/// The steps in the range and one neighbour on either side.
template <typename Point>
std::span<const Point> stepsWithin(const std::vector<Point>& all, Range visible) {
    const std::span<const Point> steps(all);
    auto first = std::lower_bound(steps.begin(), steps.end(), visible.low,
                                  [](const auto& point, double x) { return point.step < x; });
    auto last = std::upper_bound(first, steps.end(), visible.high,
                                 [](double x, const auto& point) { return x < point.step; });
    first -= first != steps.begin() ? 1 : 0;
    last += last != steps.end() ? 1 : 0;
    return std::span<const Point>(first, last);
}

/// A value of each of a run's points, which have a step.
/// @param list  gives the points of a run
template <typename List, typename Value>
GroupCurve pointsCurve(const MetricHistory& history, const MetricHistory::Group& group, const List& list,
                       const Value& value, bool positiveOnly, Range visible, int pixels) {
    const int means = std::max(kFewestMeans, pixels / kPixelsPerMean);
    const double width = visible.span() / means;
    // One bucket more at either end, so that the line runs to the edges of a zoomed plot.
    const Range grid{visible.low - width, visible.high + width};

    GroupCurve curve;
    OmittedValues omitted;
    std::map<int, Spread> spreads;
    const bool single = group.runs.size() == 1;
    for (const qsizetype run : group.runs) {
        omitted.nextRun();
        QList<QPointF> points;
        for (const auto& step : stepsWithin(list(history.run(run)), grid)) {
            const double x = step.step;
            const double y = value(step);
            points.append({x, omitted.note(x, y, positiveOnly) ? y : std::numeric_limits<double>::quiet_NaN()});
        }
        QList<BucketMean> trend = bucketMeans(points, grid, means + 2);
        // The newest bucket is still filling: a mean of few points would make the end of the line jump about.
        if (trend.size() > 1 && 2 * trend.back().count < trend[trend.size() - 2].count) {
            trend.removeLast();
        }
        for (const BucketMean& mean : std::as_const(trend)) {
            spreads[mean.bucket].add(mean.mean);
        }
        if (single && points.size() > means) {
            curve.detail = decimate(points, visible, std::max(1, pixels));
        }
    }
    for (const auto& [bucket, spread] : spreads) {
        appendSpread(curve, spread, !single);
    }
    curve.omitted = omitted.take();
    return curve;
}

} // namespace

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
    OmittedValues omitted;
    for (const qsizetype run : group.runs) {
        omitted.nextRun();
        for (const experiment::EpochResult& epoch : history.run(run).epochs) {
            const std::optional<double> y = value(epoch);
            if (y && omitted.note(epoch.epoch, *y, positiveOnly)) {
                spreads[epoch.epoch].add({static_cast<double>(epoch.epoch), *y});
            }
        }
    }
    GroupCurve curve;
    for (const auto& [epoch, spread] : spreads) {
        appendSpread(curve, spread, group.runs.size() > 1);
    }
    curve.omitted = omitted.take();
    return curve;
}

GroupCurve stepCurve(const MetricHistory& history, const MetricHistory::Group& group, const StepValue& value,
                     bool positiveOnly, Range visible, int pixels) {
    const auto list = [](const MetricHistory::Run& run) -> const auto& {
        return run.steps();
    };
    return pointsCurve(history, group, list, value, positiveOnly, visible, pixels);
}

GroupCurve sampleCurve(const MetricHistory& history, const MetricHistory::Group& group, bool positiveOnly,
                       Range visible, int pixels) {
    const auto value = [](const SamplePoint& sample) { return sample.value; };
    const auto list = [](const MetricHistory::Run& run) -> const auto& {
        return run.samples;
    };
    return pointsCurve(history, group, list, value, positiveOnly, visible, pixels);
}

} // namespace roundoff::ui
