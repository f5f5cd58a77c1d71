// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/distinct_values.h"

#include <bit>
#include <cmath>
#include <utility>

namespace roundoff::deploy {

DistinctValues::DistinctValues() : slots_(1024) {}

std::size_t DistinctValues::add(std::span<const std::span<const double>> set) {
    ++set_;
    std::size_t count = 0;
    for (const std::span<const double> values : set) {
        for (const double value : values) {
            if (std::isnan(value)) {
                continue;
            }
            const auto bits = std::bit_cast<std::uint64_t>(value == 0.0 ? 0.0 : value);
            std::size_t place = find(bits);
            if (slots_[place].set == 0) {
                if (2 * used_ >= slots_.size()) {
                    grow();
                    place = find(bits);
                }
                ++used_;
            }
            if (slots_[place].set != set_) {
                slots_[place] = {bits, set_};
                ++count;
            }
        }
    }
    return count;
}

std::size_t DistinctValues::find(std::uint64_t bits) const {
    // Fibonacci hashing: the high bits of the product depend on all bits of the number.
    const std::uint64_t hash = bits * 0x9e3779b97f4a7c15ULL;
    const std::size_t mask = slots_.size() - 1;
    auto place = static_cast<std::size_t>(hash >> (64 - std::countr_zero(slots_.size())));
    while (slots_[place].set != 0 && slots_[place].bits != bits) {
        place = (place + 1) & mask;
    }
    return place;
}

void DistinctValues::grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(4 * slots_.size()));
    for (const Slot& slot : old) {
        if (slot.set != 0) {
            slots_[find(slot.bits)] = slot;
        }
    }
}

} // namespace roundoff::deploy
