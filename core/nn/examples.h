// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace roundoff::nn {

/// Labelled images as training sees them: views, not copies. Pixels stay bytes and become inputs by a table.
struct Examples {
    std::span<const std::uint8_t> pixels; ///< [count, features]
    std::span<const std::uint8_t> labels; ///< [count]
    std::size_t features = 0;
    std::array<double, 256> table{}; ///< Input value of each byte.

    [[nodiscard]] std::size_t count() const { return labels.size(); }
    [[nodiscard]] std::span<const std::uint8_t> image(std::size_t i) const {
        return pixels.subspan(i * features, features);
    }
};

} // namespace roundoff::nn
