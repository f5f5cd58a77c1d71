// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/values_around.h"

#include <algorithm>
#include <cstdint>

#include "core/format/ordered_values.h"

namespace roundoff::format {

std::optional<std::vector<double>> valuesAround(const Format& format, double low, double high, std::size_t most) {
    const OrderedValues values(format);
    const std::int64_t first = std::max(values.firstNotBelow(low) - 1, values.least());
    const std::int64_t last = std::min(values.firstAbove(high), values.greatest());
    if (static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first) >= most) {
        return std::nullopt;
    }
    std::vector<double> result;
    for (std::int64_t number = first; number <= last; ++number) {
        result.push_back(values[number]);
    }
    return result;
}

} // namespace roundoff::format
