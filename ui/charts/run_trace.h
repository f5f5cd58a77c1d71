// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include <QList>
#include <QPointF>

#include "ui/charts/decimate.h"
#include "ui/charts/omitted_values.h"
#include "ui/charts/range.h"

namespace roundoff::ui {

/// What of the runs is drawn.
struct TraceView {
    Range visible;
    int pixels = 1; ///< Width of the plot, at least 1.
    bool positiveOnly = false;
    bool detailed = false; ///< Whether single points are drawn behind the trend.

    /// Stretches over which points are averaged, wide enough to see the trend through the noise of the batches.
    [[nodiscard]] int means() const;
    /// What the trend is made of: one such stretch more at either end, so that the line runs to the edges of a zoomed
    /// plot.
    [[nodiscard]] Range grid() const;

    bool operator==(const TraceView&) const = default;
};

/// What a view shows of one run's points, which have a step. They are taken as they come, each of them once.
class RunTrace {
public:
    explicit RunTrace(const TraceView& view);

    /// Takes the points that were not there before.
    /// @param points  all of the run, in ascending steps
    /// @param stride  how many measured ones they stand for: with another one, all of them are others
    template <typename Point, typename Value>
    void follow(const std::vector<Point>& points, std::size_t stride, const Value& value) {
        if (stride != stride_) {
            *this = RunTrace(view_);
            stride_ = stride;
        }
        const Range grid = view_.grid();
        if (!begun_) {
            const auto first = std::lower_bound(points.begin(), points.end(), grid.low,
                                                [](const Point& point, double x) { return point.step < x; });
            if (first == points.end()) {
                *this = RunTrace(view_); // The neighbour at the left is still to come.
                stride_ = stride;
            }
            next_ = static_cast<std::size_t>(first - points.begin());
            next_ -= next_ > 0 ? 1 : 0;
            begun_ = first != points.end();
        }
        for (; next_ < points.size() && !complete_; ++next_) {
            const double x = points[next_].step;
            complete_ = x > grid.high; // It is the neighbour at the right.
            add(x, value(points[next_]));
        }
    }

    [[nodiscard]] QList<BucketMean> trend() const;
    /// All points reduced to the pixels; none if they are too few to differ from the trend.
    [[nodiscard]] QList<QPointF> detail() const;
    [[nodiscard]] const QList<OmittedStretch>& omitted() const { return omitted_.stretches(); }

private:
    void add(double x, double y);

    TraceView view_;
    std::size_t stride_ = 1;
    std::size_t next_ = 0; // point to take
    bool begun_ = false;
    bool complete_ = false;
    int count_ = 0; // of points taken
    Trend trend_;
    Decimation detail_;
    OmittedValues omitted_;
};

} // namespace roundoff::ui
