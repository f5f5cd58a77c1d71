// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QList>
#include <QPointF>

#include "ui/charts/metric_history.h"
#include "ui/charts/omitted_values.h"
#include "ui/charts/range.h"

namespace roundoff::ui {

/// What is drawn of a group of runs. All points are finite and ascend in x.
struct GroupCurve {
    QList<QPointF> line;   ///< The mean over the runs; of steps, the mean of each few pixels.
    QList<QPointF> lower;  ///< The smallest and
    QList<QPointF> upper;  ///< the largest over the runs; empty when there is only one.
    QList<QPointF> detail; ///< Every step of a single run, reduced to the pixels; empty for epochs and several runs.
    QList<OmittedStretch> omitted;

    /// Of all y values.
    [[nodiscard]] Range values() const;

    bool operator==(const GroupCurve&) const = default;
};

using EpochValue = std::function<std::optional<double>(const experiment::EpochResult&)>;
using StepValue = std::function<double(const experiment::MetricPoint&)>;

/// A value of each epoch. Epochs without the value are skipped.
/// @param positiveOnly  for a logarithmic axis
[[nodiscard]] GroupCurve epochCurve(const MetricHistory& history, const MetricHistory::Group& group,
                                    const EpochValue& value, bool positiveOnly);

/// A value of each step, reduced to the pixels of the visible range.
/// @param pixels  width of the plot, at least 1
[[nodiscard]] GroupCurve stepCurve(const MetricHistory& history, const MetricHistory::Group& group,
                                   const StepValue& value, bool positiveOnly, Range visible, int pixels);

/// The samples of each run in the same way.
[[nodiscard]] GroupCurve sampleCurve(const MetricHistory& history, const MetricHistory::Group& group, bool positiveOnly,
                                     Range visible, int pixels);

} // namespace roundoff::ui
