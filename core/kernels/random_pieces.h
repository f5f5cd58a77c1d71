// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/format/random_stream.h"
#include "core/kernels/piece_scales.h"
#include "core/kernels/random_span.h"

namespace roundoff::kernels::detail {

/// Numbers are made in whole turns of the generator's vectors, from the start of one of its counter blocks.
inline constexpr std::size_t kTurn = 32;

/// The numbers of a stream in order, in pieces that stay in the first-level cache.
class RandomWindow {
public:
    RandomWindow(const format::RandomStream& stream, std::uint64_t total) : stream_(stream), total_(total) {}

    /// Number `index`, which is below the total, and those after it; `count` becomes at most how many there are. As
    /// many more as a vector has lanes can be read.
    const std::uint32_t* from(std::uint64_t index, std::size_t& count) {
        if (index < begin_ || index >= begin_ + size_) {
            begin_ = index / 4 * 4;
            const std::uint64_t wanted = (total_ - begin_ + kTurn - 1) / kTurn * kTurn;
            size_ = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, kSize));
            fillRandom(stream_, begin_, std::span(numbers_).first(size_));
        }
        const auto offset = static_cast<std::size_t>(index - begin_);
        count = std::min(count, size_ - offset);
        return numbers_.data() + offset;
    }

private:
    static constexpr std::size_t kSize = 1024;

    const format::RandomStream& stream_;
    std::uint64_t total_;
    std::uint64_t begin_ = 0;
    std::size_t size_ = 0;
    static constexpr std::size_t kSpare = 8; // Lanes of double, which are read with the last numbers and not used.
    std::array<std::uint32_t, kSize + kSpare> numbers_{};
};

/// The numbers of some columns side by side, each of which has consecutive numbers, a few rows at a time.
class RandomColumns {
public:
    /// @param length  of a column of the matrix
    RandomColumns(const format::RandomStream& stream, std::size_t length, std::size_t column, std::size_t columns)
        : stream_(stream), length_(length), column_(column), columns_(columns) {}

    /// A row of kPieces numbers, and the rows after it; `count` becomes at most how many there are. A row that is asked
    /// for later comes after it.
    const std::uint32_t* from(std::size_t row, std::size_t& count) {
        if (row >= end_) {
            fill(row);
        }
        count = std::min(count, end_ - row);
        return numbers_.data() + (row - begin_) * kPieces;
    }

private:
    static constexpr std::size_t kRows = 64;

    void fill(std::size_t row) {
        begin_ = row;
        end_ = std::min(row + kRows, length_);
        std::array<std::uint32_t, kRows + kTurn> ofColumn;
        for (std::size_t c = 0; c < columns_; ++c) {
            const std::uint64_t first = std::uint64_t{column_ + c} * length_ + row;
            const std::size_t before = first % 4;
            const std::size_t made = (before + end_ - begin_ + kTurn - 1) / kTurn * kTurn;
            fillRandom(stream_, first - before, std::span(ofColumn).first(made));
            for (std::size_t r = 0; r < end_ - begin_; ++r) {
                numbers_[r * kPieces + c] = ofColumn[before + r];
            }
        }
    }

    const format::RandomStream& stream_;
    std::size_t length_;
    std::size_t column_;
    std::size_t columns_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::array<std::uint32_t, kRows * kPieces> numbers_{}; // Those beside fewer columns are read, and not used.
};

} // namespace roundoff::kernels::detail
