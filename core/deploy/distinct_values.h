// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace roundoff::deploy {

/// Counts the distinct numbers in several sets and in all of them together. The two zeros are one; NaN is no number.
class DistinctValues {
public:
    DistinctValues();

    /// How many distinct numbers this set has.
    std::size_t add(std::span<const std::span<const double>> set);
    /// How many all sets so far have together.
    [[nodiscard]] std::size_t total() const { return used_; }

private:
    struct Slot {
        std::uint64_t bits = 0;
        std::uint32_t set = 0; ///< The last set that had it; 0 for an empty slot.
    };

    [[nodiscard]] std::size_t find(std::uint64_t bits) const;
    void grow();

    std::vector<Slot> slots_; // Open addressing; a power of two, at most half used.
    std::size_t used_ = 0;
    std::uint32_t set_ = 0;
};

} // namespace roundoff::deploy
