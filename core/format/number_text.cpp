// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace roundoff::format {
namespace {

std::string nonFinite(double value) {
    if (std::isnan(value)) {
        return "nan";
    }
    return std::signbit(value) ? "-inf" : "inf";
}

} // namespace

std::string hexFloat(double value) {
    if (!std::isfinite(value)) {
        return nonFinite(value);
    }
    std::array<char, 40> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                      std::chars_format::hex);
    return (std::signbit(value) ? "-0x" : "0x") + std::string(buffer.data(), result.ptr);
}

std::string hexCode(std::uint64_t code, int bits) {
    std::array<char, 20> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), code, 16);
    const std::string digits(buffer.data(), result.ptr);
    const auto width = static_cast<std::size_t>((bits + 3) / 4);
    return "0x" + std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

} // namespace roundoff::format
