// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/diagnosis_numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace roundoff::experiment::diagnosis_text {
namespace {

// 1e-08 and 3.39e+38 as people write them: 1e-8 and 3.39e38.
std::string withPlainExponent(std::string_view text) {
    const std::size_t e = text.find('e');
    if (e == std::string_view::npos) {
        return std::string(text);
    }
    std::string result(text.substr(0, e + 1));
    std::size_t digit = e + 1;
    if (text[digit] == '-') {
        result += '-';
    }
    ++digit; // to_chars always writes a sign
    while (digit + 1 < text.size() && text[digit] == '0') {
        ++digit;
    }
    return result + std::string(text.substr(digit));
}

template <typename... Options>
std::string text(double value, Options... options) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, options...);
    return end.ec == std::errc() ? withPlainExponent({buffer.data(), end.ptr}) : std::string("?");
}

} // namespace

std::string percentText(double share) {
    const double percent = 100.0 * share;
    if (share <= 0.0) {
        return "0 %";
    }
    if (share >= 1.0) {
        return "100 %";
    }
    if (percent < 10.0) {
        return text(percent, std::chars_format::general, 2) + " %";
    }
    // As many digits as it takes to differ from all of them.
    for (int digits = 0; digits < 3; ++digits) {
        std::string shown = text(percent, std::chars_format::fixed, digits);
        if (!shown.starts_with("100")) {
            return shown + " %";
        }
    }
    return "99.99 %";
}

std::string settingText(double value) {
    constexpr std::size_t kMostCharacters = 7;
    std::string all = text(value);
    return all.size() <= kMostCharacters ? all : measuredText(value);
}

std::string measuredText(double value) {
    return text(value, std::chars_format::general, 3);
}

std::string powerText(double value) {
    constexpr int kSmallest = -4;
    constexpr int kLargest = 16;
    int exponent = 0;
    const bool isPower = std::frexp(value, &exponent) == 0.5;
    --exponent; // frexp's significand is in [0.5, 1)
    return isPower && (exponent < kSmallest || exponent > kLargest) ? "2^" + std::to_string(exponent)
                                                                    : settingText(value);
}

} // namespace roundoff::experiment::diagnosis_text
