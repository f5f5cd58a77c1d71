// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/sha256.h"

namespace roundoff::experiment {

/// SHA-256 of the bits of numbers, little-endian whatever the machine.
class DigestOfBits {
public:
    /// @tparam T  float, double or an unsigned integer as wide as one of them
    template <typename T>
    void add(std::span<const T> numbers) {
        using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
        bytes_.clear();
        bytes_.reserve(numbers.size() * sizeof(T));
        for (const T number : numbers) {
            const auto bits = std::bit_cast<Bits>(number);
            for (std::size_t i = 0; i < sizeof(T); ++i) {
                bytes_.push_back(static_cast<std::byte>(bits >> (8 * i)));
            }
        }
        hash_.update(bytes_);
    }

    /// Ends the computation: no call may follow.
    [[nodiscard]] std::string hex() { return hash_.hexDigest(); }

private:
    Sha256 hash_;
    std::vector<std::byte> bytes_;
};

} // namespace roundoff::experiment
