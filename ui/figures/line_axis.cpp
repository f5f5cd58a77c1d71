// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/line_axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QLocale>

#include "ui/figures/number_text.h"

namespace roundoff::ui {

namespace {

/// A linear axis reaches so far: its extent has to be a double too.
constexpr double kFarthest = 0x1.8p1022;
constexpr double kLowestExponent = -1090.0;
constexpr double kHighestExponent = 1040.0;
constexpr double kMargin = 0.03;

Range widened(const Range& range, double least) {
    const double margin = std::max(kMargin * range.span(), least);
    return {range.low - margin, range.high + margin};
}

Range bounded(const Range& range, bool logarithmic) {
    const double low = logarithmic ? kLowestExponent : -kFarthest;
    const double high = logarithmic ? kHighestExponent : kFarthest;
    return {std::clamp(range.low, low, high), std::clamp(range.high, low, high)};
}

/// Of all formats: from the least value to the greatest, or of one sign from the smallest magnitude to the largest.
Range extent(const QList<FormatUse>& uses, double value, const LineAxis& axis) {
    Range range;
    for (const FormatUse& use : uses) {
        const format::OrderedValues values = representableValues(use, value);
        const std::int64_t farthest = axis.negative ? values.least() : values.greatest();
        if (!axis.logarithmic) {
            range.include(values[values.least()]);
            range.include(values[values.greatest()]);
        } else if (farthest != 0) {
            range.include(axis.position(values[axis.negative ? -1 : 1]));
            range.include(axis.position(values[farthest]));
        }
    }
    return range.isEmpty() ? Range{-1.0, 1.0} : bounded(range, axis.logarithmic);
}

/// How far the value's neighbours in the coarser format are away.
double neighbourhood(const QList<FormatUse>& uses, double value) {
    constexpr double kNeighbours = 2.6;
    double widest = 0.0;
    for (const FormatUse& use : uses) {
        const format::OrderedValues values = representableValues(use, value);
        const std::int64_t nearest = values.nearest(value);
        const double above = values[std::min(nearest + 1, values.greatest())] - values[nearest];
        const double below = values[nearest] - values[std::max(nearest - 1, values.least())];
        widest = std::max({widest, above, below, std::fabs(values[nearest] - value)});
    }
    return kNeighbours * widest;
}

Range neighbours(const QList<FormatUse>& uses, double value, const LineAxis& axis) {
    const double reach = std::min(neighbourhood(uses, value), kFarthest / 2.0);
    const double centre = std::clamp(value, -kFarthest / 2.0, kFarthest / 2.0);
    if (!axis.logarithmic) {
        return {centre - reach, centre + reach};
    }
    const double magnitude = std::fabs(centre);
    const double high = std::log2(magnitude + reach);
    return {reach < magnitude ? std::log2(magnitude - reach) : high - 4.0, high};
}

/// Zero, the value and some of the formats' values are seen.
Range aroundZero(const QList<FormatUse>& uses, double value) {
    double largest = 0.0;
    double smallest = 0.0;
    for (const FormatUse& use : uses) {
        const format::OrderedValues values = representableValues(use, value);
        largest = std::max({largest, values[values.greatest()], -values[values.least()]});
        smallest = std::max(smallest, values.greatest() > 0 ? values[1] : -values[-1]);
    }
    constexpr double kBeyond = 1.15;
    const double magnitude = std::isfinite(value) ? std::fabs(value) : 0.0;
    const double wanted = magnitude > 0.0 ? std::exp2(std::floor(std::log2(magnitude)) + 1.0) : 4.0;
    const double reach = std::min(std::max(std::min(wanted, kBeyond * largest), 4.0 * smallest), kFarthest);
    return {-reach, reach};
}

} // namespace

double LineAxis::position(double value) const {
    if (!logarithmic) {
        return value;
    }
    const double magnitude = negative ? -value : value;
    return magnitude > 0.0 ? std::log2(magnitude) : -std::numeric_limits<double>::infinity();
}

double LineAxis::valueAt(double position) const {
    if (!logarithmic) {
        return position;
    }
    return negative ? -std::exp2(position) : std::exp2(position);
}

double LineAxis::fraction(double value) const {
    return (position(value) - range.low) / range.span();
}

std::vector<double> LineAxis::edges(int steps) const {
    std::vector<double> edges;
    for (int i = 0; i <= steps; ++i) {
        const int step = logarithmic && negative ? steps - i : i;
        edges.push_back(valueAt(range.low + range.span() * step / steps));
    }
    return edges;
}

AxisScale powersAxis(const Range& exponents, int maxTicks) {
    AxisScale axis;
    axis.range = exponents;
    const int first = static_cast<int>(std::ceil(exponents.low));
    const int last = static_cast<int>(std::floor(exponents.high));
    int every = 1;
    while ((last - first) / every + 1 > std::max(3, maxTicks)) {
        every *= 2;
    }
    const bool minor = last - first < 12 * std::max(3, maxTicks);
    for (int exponent = first; exponent <= last; ++exponent) {
        const bool labelled = exponent % every == 0;
        if (labelled || minor) {
            axis.ticks.append(
                {static_cast<double>(exponent), labelled ? QStringLiteral("2") + superscript(exponent) : QString()});
        }
    }
    return axis;
}

AxisScale LineAxis::scale(int maxTicks) const {
    if (!logarithmic) {
        return makeAxis(AxisKind::Linear, NumberStyle::Plain, range, Fit::Exact, maxTicks, QLocale());
    }
    constexpr double kFewPowers = 2.5;
    if (range.span() >= kFewPowers) {
        AxisScale powers = powersAxis(range, maxTicks);
        for (Tick& tick : powers.ticks) {
            tick.label.prepend(negative && !tick.label.isEmpty() ? QStringLiteral("−") : QString());
        }
        return powers;
    }
    // Within a power of two or two there are values to be labelled, at unequal distances.
    AxisScale axis{.kind = AxisKind::Linear, .style = NumberStyle::Plain, .range = range, .ticks = {}};
    const Range values{std::exp2(range.low), std::exp2(range.high)};
    const AxisScale linear = makeAxis(AxisKind::Linear, NumberStyle::Plain, values, Fit::Exact, maxTicks, QLocale());
    for (const Tick& tick : linear.ticks) {
        const QString label = negative && !tick.label.isEmpty() ? QStringLiteral("−") + tick.label : tick.label;
        axis.ticks.append({std::log2(tick.value), label});
    }
    return axis;
}

LineAxis lineAxis(const QList<FormatUse>& uses, double value, bool logarithmic, LinePart part) {
    LineAxis axis{.logarithmic = logarithmic, .negative = value < 0.0, .range = {}};
    const bool nothingBeside = !std::isfinite(value) || (logarithmic && value == 0.0);
    if (part == LinePart::Neighbours && !nothingBeside) {
        axis.range = neighbours(uses, value, axis);
    } else if (part == LinePart::Home && !logarithmic) {
        axis.range = widened(aroundZero(uses, value), 0.0);
    } else {
        axis.range = widened(extent(uses, value, axis), logarithmic ? 0.6 : 0.0);
    }
    axis.range = bounded(axis.range, logarithmic);
    if (axis.range.span() <= 0.0) {
        axis.range = {axis.range.low - 1.0, axis.range.high + 1.0};
    }
    return axis;
}

LineAxis zoomed(const LineAxis& axis, double place, double factor) {
    constexpr double kFewestDoubles = 64.0;
    constexpr double kSmallest = 0x1p-1060;
    const double fixed = axis.range.low + place * axis.range.span();
    const double span = std::min(axis.range.span() * factor, 2.0 * kFarthest);
    const double largest = std::max(std::fabs(axis.range.low), std::fabs(axis.range.high));
    const double finest = axis.logarithmic ? 0x1p-36 : std::max(kFewestDoubles * 0x1p-52 * largest, kSmallest);
    if (factor < 1.0 && span < finest) {
        return axis;
    }
    LineAxis result = axis;
    result.range = bounded({fixed - place * span, fixed + (1.0 - place) * span}, axis.logarithmic);
    return result;
}

LineAxis moved(const LineAxis& axis, double share) {
    const double by = share * axis.range.span();
    LineAxis result = axis;
    result.range = {axis.range.low + by, axis.range.high + by};
    const Range inside = bounded(result.range, axis.logarithmic);
    return inside == result.range ? result : axis;
}

} // namespace roundoff::ui
