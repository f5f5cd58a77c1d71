// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QList>

#include "ui/charts/range.h"

namespace roundoff::ui {

enum class Edge : std::uint8_t { Low, High };

/// Neighbouring values that an axis cannot show: NaN and +infinity at its high edge, -infinity and, on a logarithmic
/// axis, zero and below at its low edge.
struct OmittedStretch {
    Range x;
    Edge edge = Edge::High;

    bool operator==(const OmittedStretch&) const = default;
};

/// Collects the omitted values of a run and joins neighbours into stretches.
class OmittedValues {
public:
    /// Tells of the next value, in ascending x; returns whether it is shown.
    bool note(double x, double value, bool positiveOnly);

    [[nodiscard]] const QList<OmittedStretch>& stretches() const { return stretches_; }

private:
    QList<OmittedStretch> stretches_;
    std::optional<Edge> previous_;
};

/// The stretches of several runs, those that overlap joined.
[[nodiscard]] QList<OmittedStretch> joined(QList<OmittedStretch> stretches);

} // namespace roundoff::ui
