// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/philox.h"

namespace roundoff::format {

/// What a random number is drawn for. Part of a stream's key, so that no two purposes share numbers; the values
/// are part of every reproducible result and never change.
enum class Purpose : std::uint8_t {
    Initialisation = 1,
    Shuffle = 2,
    Folds = 3,
    StochasticRounding = 4,
    Deployment = 5,
    Conversion = 6,
};

/// A sequence of 32-bit random numbers addressed by index: number i of a stream is always the same, whoever asks,
/// in whatever order, on however many threads.
///
/// Philox key: the seed. Philox counter: {index / 4, purpose and tensor, epoch, step}.
struct RandomStream {
    std::uint64_t seed = 0;
    Purpose purpose = Purpose::StochasticRounding;
    std::uint32_t tensor = 0; ///< Below 2^24.
    std::uint32_t epoch = 0;
    std::uint32_t step = 0;

    /// Numbers 4 * block to 4 * block + 3.
    [[nodiscard]] constexpr std::array<std::uint32_t, 4> block(std::uint32_t block) const {
        return philox4x32({block, (static_cast<std::uint32_t>(purpose) << 24U) | tensor, epoch, step},
                          {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)});
    }

    /// Number `index`, uniform in [0, 2^32).
    [[nodiscard]] constexpr std::uint32_t at(std::uint64_t index) const {
        return block(static_cast<std::uint32_t>(index / 4))[index % 4];
    }

    /// 64 random bits: numbers 2 * index and 2 * index + 1.
    [[nodiscard]] constexpr std::uint64_t wideAt(std::uint64_t index) const {
        const auto four = block(static_cast<std::uint32_t>(index / 2));
        const std::size_t low = 2 * (index % 2);
        return four[low] | (std::uint64_t{four[low + 1]} << 32U);
    }

    /// Uniform in [0, 1) with 53 bits, from `wideAt(index)`.
    [[nodiscard]] constexpr double uniformAt(std::uint64_t index) const {
        return static_cast<double>(wideAt(index) >> 11U) * 0x1p-53;
    }

    bool operator==(const RandomStream&) const = default;
};

} // namespace roundoff::format
