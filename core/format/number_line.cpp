// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/number_line.h"

#include <algorithm>
#include <cmath>

namespace roundoff::format {

std::vector<LineStretch> numberLine(const OrderedValues& values, std::span<const double> edges, std::size_t most) {
    std::vector<LineStretch> line;
    std::int64_t first = values.firstNotBelow(edges.front());
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const bool last = i + 2 == edges.size();
        const std::int64_t end = last ? values.firstAbove(edges[i + 1]) : values.firstNotBelow(edges[i + 1]);
        LineStretch stretch{edges[i], edges[i + 1], 0, false, {}};
        // Numbers of opposite sign may be further apart than a signed number can say.
        stretch.count = static_cast<std::uint64_t>(std::max(first, end)) - static_cast<std::uint64_t>(first);
        stretch.dense = stretch.count > most;
        for (std::int64_t number = first; !stretch.dense && number < end; ++number) {
            stretch.numbers.push_back(number);
        }
        line.push_back(std::move(stretch));
        first = std::max(first, end);
    }
    return line;
}

std::vector<Binade> binades(const OrderedValues& values, bool negative) {
    std::vector<Binade> result;
    // Positions are numbers seen from zero.
    const std::int64_t farthest = negative ? -values.least() : values.greatest();
    if (farthest <= 0) {
        return result;
    }
    const auto magnitude = [&](std::int64_t position) { return std::fabs(values[negative ? -position : position]); };
    // The first position whose magnitude is not below a power of two.
    const auto firstNotBelow = [&](int exponent) {
        const double power = std::ldexp(1.0, exponent);
        return negative ? 1 - values.firstAbove(-power) : values.firstNotBelow(power);
    };
    const int highest = std::ilogb(magnitude(farthest));
    std::int64_t first = 1;
    for (int exponent = std::ilogb(magnitude(1)); exponent <= highest; ++exponent) {
        const std::int64_t end = exponent == highest ? farthest + 1 : firstNotBelow(exponent + 1);
        const bool subnormal = std::ldexp(1.0, exponent) < values.minNormal().value_or(0.0);
        result.push_back({exponent, static_cast<std::uint64_t>(end - first), subnormal});
        first = end;
    }
    return result;
}

} // namespace roundoff::format
