// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/format/format.h"

namespace roundoff::deploy {

/// Counts of values in cells of unequal width, for values that only few numbers can be: equal bins would hold now one
/// of these numbers, now two, and show a pattern that is not there.
struct CellHistogram {
    std::vector<double> edges;       ///< Ascending; cell i is [edges[i], edges[i + 1]).
    std::vector<std::size_t> counts; ///< One less than edges; both are empty without values.

    [[nodiscard]] std::size_t cells() const { return counts.size(); }
    [[nodiscard]] double width(std::size_t cell) const { return edges[cell + 1] - edges[cell]; }
    /// Values per `unit` of width, as if they were spread evenly over their cell.
    [[nodiscard]] double density(std::size_t cell, double unit) const {
        return static_cast<double>(counts[cell]) * unit / width(cell);
    }
    [[nodiscard]] std::size_t total() const;

    bool operator==(const CellHistogram&) const = default;
};

/// Edges halfway between neighbouring values of a format: at most one after each multiple of `width`, and the
/// outermost. No cell is narrower than half of `width` unless all values are closer together.
/// @param low, high  values of the format (in either container), finite
/// @param width  positive
/// @return at least two edges, of which the first is below `low` and the last above `high`
[[nodiscard]] std::vector<double> cellEdges(const format::Format& format, double low, double high, double width);

/// @param edges  at least two, ascending; finite values beyond them are counted in the outermost cells, infinities and
///               NaN nowhere
[[nodiscard]] CellHistogram makeCellHistogram(std::span<const double> values, std::vector<double> edges);

/// Adds the values to the counts.
void count(CellHistogram& histogram, std::span<const double> values);

} // namespace roundoff::deploy
