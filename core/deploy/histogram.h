// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace roundoff::deploy {

/// Counts of values in equal bins over [low, high]; the last bin includes `high`. Values outside, infinities and NaN
/// are not counted.
struct Histogram {
    double low = 0.0;
    double high = 0.0;
    std::vector<std::size_t> counts;

    [[nodiscard]] double binLow(std::size_t bin) const;
    [[nodiscard]] double binHigh(std::size_t bin) const { return bin + 1 == counts.size() ? high : binLow(bin + 1); }

    bool operator==(const Histogram&) const = default;
};

/// @param bins  at least 1
[[nodiscard]] Histogram makeHistogram(std::span<const double> values, double low, double high, std::size_t bins);

} // namespace roundoff::deploy
