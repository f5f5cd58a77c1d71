// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

#include "core/base/error.h"
#include "core/data/bounded_read.h"

namespace roundoff::fuzz {

/// Ends the program, which the fuzzer takes for a finding, where something that always holds does not.
inline void require(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

/// Reads what the fuzzer made. The right answers are a value, or an InputError of one short line; any other exception,
/// also one for want of memory, leaves and is a finding.
template <typename Read>
void expectValueOrInputError(Read read) {
    constexpr std::size_t kLongestMessage = 2000;
    try {
        read();
    } catch (const InputError& error) {
        const std::string_view message = error.what();
        require(!message.empty() && message.size() <= kLongestMessage, "a message is short");
        require(message.find_first_of("\r\n") == std::string_view::npos, "a message is one line");
        require(message.find('\0') == std::string_view::npos, "a message is text");
    }
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// A stream of these bytes, which have to outlive it.
inline data::ReadFunction streamOf(std::span<const std::byte> bytes) {
    return [bytes](std::span<std::byte> to) mutable {
        const std::size_t count = std::min(to.size(), bytes.size());
        std::copy_n(bytes.begin(), count, to.begin());
        bytes = bytes.subspan(count);
        return count;
    };
}

inline std::span<const std::byte> bytesOf(const std::uint8_t* data, std::size_t size) {
    return std::as_bytes(std::span(data, size));
}

} // namespace roundoff::fuzz
