// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/weights.h"

#include <array>
#include <bit>
#include <cstdint>

#include "core/base/sha256.h"

namespace roundoff::nn {

std::string digest(const WeightSnapshot& weights) {
    Sha256 hash;
    for (const auto& tensor : weights.tensors) {
        for (const double value : tensor.values) {
            const auto bits = std::bit_cast<std::uint64_t>(value);
            std::array<std::byte, 8> littleEndian{};
            for (std::size_t i = 0; i < littleEndian.size(); ++i) {
                littleEndian[i] = static_cast<std::byte>(bits >> (8 * i));
            }
            hash.update(littleEndian);
        }
    }
    return hash.hexDigest();
}

} // namespace roundoff::nn
