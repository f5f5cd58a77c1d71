// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace roundoff::format {

/// A tensor as rows of values that lie side by side: a weight [outputs, inputs, ...] has a row for each output, a
/// tensor of one dimension, such as a bias, is one row.
struct Rows {
    std::size_t count = 0;
    std::size_t length = 0;
};

[[nodiscard]] inline Rows rowsOf(std::span<const std::size_t> shape) {
    if (shape.empty()) {
        return {1, 1};
    }
    std::size_t length = 1;
    for (const std::size_t extent : shape.size() == 1 ? shape : shape.subspan(1)) {
        length *= extent;
    }
    return {shape.size() == 1 ? 1 : shape.front(), length};
}

/// How many pieces of at most `size` values the rows fall into; no piece goes on in the next row.
[[nodiscard]] inline std::size_t pieceCount(const Rows& rows, std::size_t size) {
    return rows.count * ((rows.length + size - 1) / size);
}

/// Calls `visit(first, length)` for each of these pieces in order, where `first` is the index of its first value.
template <typename Visit>
void forEachPiece(const Rows& rows, std::size_t size, const Visit& visit) {
    for (std::size_t row = 0; row < rows.count; ++row) {
        for (std::size_t column = 0; column < rows.length; column += size) {
            visit(row * rows.length + column, std::min(size, rows.length - column));
        }
    }
}

} // namespace roundoff::format
