// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace roundoff::format {

namespace philox {
inline constexpr std::uint32_t kMultiplier0 = 0xD2511F53U;
inline constexpr std::uint32_t kMultiplier1 = 0xCD9E8D57U;
inline constexpr std::uint32_t kWeyl0 = 0x9E3779B9U;
inline constexpr std::uint32_t kWeyl1 = 0xBB67AE85U;
inline constexpr int kRounds = 10;
} // namespace philox

/// Philox4x32-10: 128 random bits that are a pure function of counter and key
/// (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; SC11, section 4.3).
[[nodiscard]] constexpr std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                                                std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < philox::kRounds; ++round) {
        const std::uint64_t product0 = std::uint64_t{philox::kMultiplier0} * counter[0];
        const std::uint64_t product1 = std::uint64_t{philox::kMultiplier1} * counter[2];
        counter = {
            static_cast<std::uint32_t>(product1 >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product1),
            static_cast<std::uint32_t>(product0 >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(product0)};
        key[0] += philox::kWeyl0;
        key[1] += philox::kWeyl1;
    }
    return counter;
}

} // namespace roundoff::format
