// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>

namespace roundoff::ui {

/// A closed interval of values; empty, as it is to begin with, when low > high.
struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool isEmpty() const { return low > high; }
    [[nodiscard]] double span() const { return high - low; }
    [[nodiscard]] bool contains(double value) const { return value >= low && value <= high; }

    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void include(const Range& other) {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }

    bool operator==(const Range&) const = default;
};

} // namespace roundoff::ui
