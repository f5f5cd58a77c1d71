// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "ui/charts/group_curve.h"
#include "ui/charts/run_trace.h"

namespace roundoff::ui {

/// The curve of a group whose runs go on. While the view stays as it is, points that have been looked at are not looked
/// at again, so that its time does not grow with the runs.
class GrowingCurve {
public:
    /// As `stepCurve`. Group and value are the same at every call, and the history has not begun anew.
    [[nodiscard]] GroupCurve ofSteps(const MetricHistory& history, const MetricHistory::Group& group,
                                     const StepValue& value, bool positiveOnly, Range visible, int pixels);
    /// As `sampleCurve`, under the same conditions.
    [[nodiscard]] GroupCurve ofSamples(const MetricHistory& history, const MetricHistory::Group& group,
                                       bool positiveOnly, Range visible, int pixels);

private:
    void setView(const TraceView& view, qsizetype runs);
    [[nodiscard]] GroupCurve curve() const;

    std::optional<TraceView> view_;
    std::vector<RunTrace> runs_;
};

} // namespace roundoff::ui
