// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include "ui/charts/group_curve.h"
#include "ui/charts/range.h"

namespace roundoff::ui {

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

    /// Draws it as the next point of a curve.
    void appendTo(GroupCurve& curve, bool band) const {
        const QPointF mean = sum / count;
        curve.line.append(mean);
        if (band) {
            curve.lower.append({mean.x(), range.low});
            curve.upper.append({mean.x(), range.high});
        }
    }
};

} // namespace roundoff::ui
