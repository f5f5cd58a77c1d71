// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace roundoff::data {

/// A stream of bytes: fills the span and returns how many bytes it wrote, fewer than asked only at the end.
using ReadFunction = std::function<std::size_t(std::span<std::byte>)>;

/// Reads `count` bytes, or as many as there are, into a vector that grows as they arrive.
///
/// `count` may come from a header that lies, so nothing is allocated on its word: the vector's capacity stays below
/// the larger of 128 KiB and twice the number of bytes that were really there.
///
/// @tparam Byte `std::byte` or `std::uint8_t`.
template <typename Byte>
[[nodiscard]] std::vector<Byte> readBounded(const ReadFunction& read, std::uint64_t count) {
    static_assert(sizeof(Byte) == 1);
    constexpr std::size_t kFirstBlock = std::size_t{64} * 1024;
    std::vector<Byte> bytes;
    while (bytes.size() < count) {
        const std::size_t old = bytes.size();
        const auto block = static_cast<std::size_t>(
            std::min<std::uint64_t>(count - old, std::max<std::uint64_t>(kFirstBlock, old)));
        bytes.reserve(old + block);
        bytes.resize(old + block);
        const std::size_t got = read(std::as_writable_bytes(std::span(bytes).subspan(old)));
        if (got < block) {
            bytes.resize(old + got);
            break;
        }
    }
    return bytes;
}

} // namespace roundoff::data
