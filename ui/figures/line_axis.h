// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QList>

#include "ui/charts/axis_scale.h"
#include "ui/figures/format_use.h"

namespace roundoff::ui {

/// The axis that number lines of several formats share: values, or the binary logarithms of the magnitudes of one sign.
struct LineAxis {
    bool logarithmic = false;
    bool negative = false; ///< Which sign, on a logarithmic axis.
    Range range{0.0, 1.0}; ///< Of positions: values, or logarithms.

    /// A value on the axis; minus infinity on a logarithmic one for zero and values of the other sign.
    [[nodiscard]] double position(double value) const;
    [[nodiscard]] double valueAt(double position) const;
    /// 0 at the low end of the range, 1 at its high end.
    [[nodiscard]] double fraction(double value) const;
    /// The values at so many equal steps from one end of the axis to the other, ascending: steps + 1 of them.
    [[nodiscard]] std::vector<double> edges(int steps) const;
    /// Ticks and labels, with positions as its values.
    [[nodiscard]] AxisScale scale(int maxTicks) const;

    bool operator==(const LineAxis&) const = default;
};

/// A linear axis of exponents with powers of two as labels, as many as have room.
[[nodiscard]] AxisScale powersAxis(const Range& exponents, int maxTicks);

/// Which part of the line is shown.
enum class LinePart : std::uint8_t {
    Home,      ///< Logarithmic: all; else from zero to the value and as far on the other side.
    Whole,     ///< All values of the formats.
    Neighbours ///< The value's neighbours in the coarser format.
};

/// An axis with this part of the formats' lines.
[[nodiscard]] LineAxis lineAxis(const QList<FormatUse>& uses, double value, bool logarithmic, LinePart part);

/// The axis zoomed so that its range has `factor` times its extent, where a place, a fraction of the range, stays.
/// Zooming ends where doubles can no longer be told apart and where they end.
[[nodiscard]] LineAxis zoomed(const LineAxis& axis, double place, double factor);

/// The axis moved by a share of its extent.
[[nodiscard]] LineAxis moved(const LineAxis& axis, double share);

} // namespace roundoff::ui
