// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/omitted_values.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace roundoff::ui {
namespace {

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

} // namespace

bool OmittedValues::note(double x, double value, bool positiveOnly) {
    const std::optional<Edge> edge = omittedAt(value, positiveOnly);
    if (edge && previous_ == edge) {
        stretches_.back().x.include(x);
    } else if (edge) {
        stretches_.append({Range{x, x}, *edge});
    }
    previous_ = edge;
    return !edge;
}

QList<OmittedStretch> joined(QList<OmittedStretch> stretches) {
    std::sort(stretches.begin(), stretches.end(), [](const OmittedStretch& a, const OmittedStretch& b) {
        return a.edge != b.edge ? a.edge < b.edge : a.x.low < b.x.low;
    });
    QList<OmittedStretch> all;
    for (const OmittedStretch& stretch : std::as_const(stretches)) {
        if (!all.isEmpty() && all.back().edge == stretch.edge && all.back().x.high >= stretch.x.low) {
            all.back().x.include(stretch.x);
        } else {
            all.append(stretch);
        }
    }
    return all;
}

} // namespace roundoff::ui
