// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/histogram.h"

#include <algorithm>
#include <cmath>

namespace roundoff::deploy {

double Histogram::binLow(std::size_t bin) const {
    return low + (high - low) * static_cast<double>(bin) / static_cast<double>(counts.size());
}

Histogram makeHistogram(std::span<const double> values, double low, double high, std::size_t bins) {
    Histogram histogram{low, high, std::vector<std::size_t>(bins)};
    const double width = high - low;
    for (const double value : values) {
        if (!std::isfinite(value) || !(value >= low && value <= high)) {
            continue;
        }
        const double position = width > 0.0 ? (value - low) / width * static_cast<double>(bins) : 0.0;
        // The comparison also catches the NaN of a width that overflows.
        ++histogram.counts[position < static_cast<double>(bins) ? static_cast<std::size_t>(position) : bins - 1];
    }
    return histogram;
}

} // namespace roundoff::deploy
