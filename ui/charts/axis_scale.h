// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QList>
#include <QLocale>
#include <QString>

#include "ui/charts/range.h"

namespace roundoff::ui {

enum class AxisKind : std::uint8_t {
    Linear,
    Integer,     ///< Linear with ticks at whole numbers only: epochs, steps.
    Logarithmic, ///< Positive values; ticks at powers of ten and, where there is room, at their multiples by 2 and 5.
    PowersOfTwo  ///< Positive values on a logarithmic axis with ticks at powers of two: loss scales.
};

enum class NumberStyle : std::uint8_t { Plain, Percent };

struct Tick {
    double value = 0.0;
    QString label; ///< Empty for a minor tick.

    bool operator==(const Tick&) const = default;
};

/// An axis ready to be drawn.
struct AxisScale {
    AxisKind kind = AxisKind::Linear;
    NumberStyle style = NumberStyle::Plain;
    Range range{0.0, 1.0};
    QList<Tick> ticks; ///< Ascending, inside the range.

    [[nodiscard]] bool isLogarithmic() const { return kind == AxisKind::Logarithmic || kind == AxisKind::PowersOfTwo; }
    /// Whether the axis can show the value: finite, and positive on a logarithmic axis.
    [[nodiscard]] bool canShow(double value) const;
    /// The value on the axis' own linear scale: its decadic logarithm on a logarithmic axis.
    [[nodiscard]] double toLinear(double value) const;
    [[nodiscard]] double fromLinear(double position) const;
    /// Position in the range: 0 at its low end, 1 at its high end.
    [[nodiscard]] double fraction(double value) const;
    [[nodiscard]] double valueAt(double fraction) const;

    bool operator==(const AxisScale&) const = default;
};

/// Whether the ends of an axis are moved outward to ticks.
enum class Fit : std::uint8_t {
    Exact, ///< The range as it is given: a zoomed axis.
    Low,   ///< Only the low end stays; the high end goes to a tick.
    Nice   ///< Both ends go to ticks.
};

/// The smallest of 1, 2, 5, 10 times a power of ten that divides the span into at most `intervals` parts.
/// @param span  positive and finite
[[nodiscard]] double niceStep(double span, int intervals);

/// Chooses an axis for the data.
/// @param data      an empty range, or one without extent, is widened; what a logarithmic axis cannot show is cut off
/// @param maxTicks  labelled ticks at most, at least 3: as many as have room
[[nodiscard]] AxisScale makeAxis(AxisKind kind, NumberStyle style, Range data, Fit fit, int maxTicks,
                                 const QLocale& locale);

/// A value to be read: six significant digits at most, "not a number" and infinity in words and signs.
[[nodiscard]] QString readableNumber(double value, NumberStyle style, const QLocale& locale);

} // namespace roundoff::ui
