// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/cell_histogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/format/values_around.h"

namespace roundoff::deploy {
namespace {

// Above so many values in range there are hundreds of them in each cell, and equal cells show no pattern.
constexpr std::size_t kMostValues = 1U << 16U;

std::vector<double> equalEdges(double low, double high, double width) {
    constexpr double kMostCells = 4096.0;
    const double step = std::max(width, (high - low) / kMostCells);
    std::vector<double> edges;
    for (double number = std::floor(low / step);; ++number) {
        edges.push_back(number * step);
        if (edges.back() > high) {
            return edges;
        }
    }
}

std::vector<double> halfway(const std::vector<double>& values, double low, double high) {
    std::vector<double> edges;
    if (values.front() >= low) { // The format ends here: the cell is as wide on this side as on the other.
        edges.push_back(values[0] - (values[1] - values[0]) / 2.0);
    }
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
        edges.push_back(values[i] + (values[i + 1] - values[i]) / 2.0);
    }
    if (values.back() <= high) {
        edges.push_back(values.back() + (values.back() - values[values.size() - 2]) / 2.0);
    }
    return edges;
}

std::vector<double> thinned(const std::vector<double>& edges, double width) {
    // The first edge at or after each multiple of the width: cells of different formats begin at about the same places.
    const auto multiple = [width](double edge) { return std::floor(edge / width + 1e-9); };
    std::vector<double> result{edges.front()};
    for (const double edge : edges) {
        if (multiple(edge) > multiple(result.back())) {
            result.push_back(edge);
        }
    }
    if (result.back() < edges.back()) {
        result.push_back(edges.back());
    }
    // The outermost cells may be slivers, in which a single value would look like many.
    if (result.size() > 2 && result[1] - result[0] < width / 2.0) {
        result.erase(result.begin() + 1);
    }
    if (result.size() > 2 && result.back() - result[result.size() - 2] < width / 2.0) {
        result.erase(result.end() - 2);
    }
    return result;
}

} // namespace

std::size_t CellHistogram::total() const {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

std::vector<double> cellEdges(const format::Format& format, double low, double high, double width) {
    // A decimal as a float lies a little beside the double that `valuesAround` gives.
    const double slack = width * 1e-3;
    const auto values = format::valuesAround(format, low - slack, high + slack, kMostValues);
    return values && values->size() > 1 ? thinned(halfway(*values, low - slack, high + slack), width)
                                        : equalEdges(low, high, width);
}

CellHistogram makeCellHistogram(std::span<const double> values, std::vector<double> edges) {
    CellHistogram histogram{std::move(edges), {}};
    histogram.counts.resize(histogram.edges.size() - 1);
    count(histogram, values);
    return histogram;
}

void count(CellHistogram& histogram, std::span<const double> values) {
    // A table of equal slots says in which cell to begin to look, which spares a search for every value.
    constexpr std::size_t kSlots = 1024;
    const std::vector<double>& edges = histogram.edges;
    const double low = edges.front();
    const double scale = static_cast<double>(kSlots) / (edges.back() - low);
    std::vector<std::size_t> firstCell(kSlots);
    std::size_t cell = 0;
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
        // Half a slot early, so that rounding cannot make it late.
        const double position = low + (static_cast<double>(slot) - 0.5) / scale;
        while (cell + 1 < histogram.cells() && edges[cell + 1] <= position) {
            ++cell;
        }
        firstCell[slot] = cell;
    }
    for (const double value : values) {
        if (!std::isfinite(value)) {
            continue;
        }
        const double slot = std::clamp((value - low) * scale, 0.0, static_cast<double>(kSlots - 1));
        std::size_t found = firstCell[static_cast<std::size_t>(slot)];
        while (found + 1 < histogram.cells() && edges[found + 1] <= value) {
            ++found;
        }
        ++histogram.counts[found];
    }
}

} // namespace roundoff::deploy
