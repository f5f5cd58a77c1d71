// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/format/ordered_values.h"

namespace roundoff::format {

/// A piece of a number line: its values, or, where they are too many to be told apart, only how many there are.
struct LineStretch {
    double low = 0.0;
    double high = 0.0;
    std::uint64_t count = 0;
    bool dense = false; ///< Whether there are more values than are listed.
    std::vector<std::int64_t>
        numbers; ///< Of all values in ascending order, as `OrderedValues` has them; none if dense.
};

/// The values of a format along a line that is divided into stretches.
/// @param edges  of the stretches, ascending, at least two; each stretch has its low edge, the last one its high edge
///               too
/// @param most  values that are listed in a stretch
[[nodiscard]] std::vector<LineStretch> numberLine(const OrderedValues& values, std::span<const double> edges,
                                                  std::size_t most);

/// How many values there are with magnitudes from 2^exponent to below 2^(exponent + 1).
struct Binade {
    int exponent = 0;
    std::uint64_t count = 0;
    bool subnormal = false; ///< Below the smallest normal value of a binary float.

    bool operator==(const Binade&) const = default;
};

/// The density of a format, binade by binade, from that of the value nearest to zero to that of the one farthest away,
/// empty binades between them included.
/// @param negative  of the negative values instead of the positive ones
[[nodiscard]] std::vector<Binade> binades(const OrderedValues& values, bool negative = false);

} // namespace roundoff::format
