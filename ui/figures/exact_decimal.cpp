// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/exact_decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <vector>

namespace roundoff::ui {
namespace {

constexpr std::uint64_t kLimb = 1'000'000'000; // Nine digits.
constexpr int kLimbDigits = 9;
/// A number below 0.001 is shown with a power of ten if digits are left out.
constexpr int kFewestZeros = -3;

/// A natural number in limbs of nine decimal digits, the lowest first.
using Natural = std::vector<std::uint32_t>;

void multiply(Natural& number, std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (std::uint32_t& limb : number) {
        carry += std::uint64_t{limb} * factor;
        limb = static_cast<std::uint32_t>(carry % kLimb);
        carry /= kLimb;
    }
    if (carry != 0) {
        number.push_back(static_cast<std::uint32_t>(carry));
    }
}

std::string digitsOf(const Natural& number) {
    std::string text;
    for (auto limb = number.rbegin(); limb != number.rend(); ++limb) {
        const std::string part = std::to_string(*limb);
        text += std::string(static_cast<std::size_t>(kLimbDigits) - part.size(), '0') + part;
    }
    return text;
}

ExactDecimal normalised(bool negative, std::string digits, int exponent) {
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.empty()) {
        return {negative, "0", 0};
    }
    while (digits.back() == '0') {
        digits.pop_back();
        ++exponent;
    }
    return {negative, digits, exponent};
}

/// a - b for digits of equal length, the larger first.
std::string difference(const std::string& a, const std::string& b) {
    std::string result(a.size(), '0');
    int borrow = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
        const int digit = a[i] - b[i] - borrow;
        borrow = digit < 0 ? 1 : 0;
        result[i] = static_cast<char>('0' + digit + 10 * borrow);
    }
    return result;
}

std::string sum(const std::string& a, const std::string& b) {
    std::string result(a.size(), '0');
    int carry = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
        const int digit = (a[i] - '0') + (b[i] - '0') + carry;
        carry = digit / 10;
        result[i] = static_cast<char>('0' + digit % 10);
    }
    return carry != 0 ? "1" + result : result;
}

} // namespace

ExactDecimal ExactDecimal::of(double value) {
    int binary = 0;
    const double fraction = std::frexp(std::fabs(value), &binary); // In [0.5, 1).
    auto integer = static_cast<std::uint64_t>(std::ldexp(fraction, 53));
    binary -= 53;
    Natural number;
    for (; integer != 0; integer /= kLimb) {
        number.push_back(static_cast<std::uint32_t>(integer % kLimb));
    }
    for (int i = 0; i < binary; ++i) {
        multiply(number, 2);
    }
    for (int i = binary; i < 0; ++i) {
        multiply(number, 5); // n * 2^-k is n * 5^k * 10^-k.
    }
    return normalised(std::signbit(value), digitsOf(number), std::min(binary, 0));
}

ExactDecimal ExactDecimal::typed(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                   std::chars_format::scientific);
    const std::string text(buffer.data(), end.ptr); // d.ddde+xx
    const std::size_t e = text.find('e');
    std::string digits = text.substr(0, e);
    int exponent = std::stoi(text.substr(e + 1));
    if (const std::size_t point = digits.find('.'); point != std::string::npos) {
        exponent -= static_cast<int>(digits.size() - point - 1);
        digits.erase(point, 1);
    }
    return normalised(std::signbit(value), digits, exponent);
}

ExactDecimal operator-(const ExactDecimal& a, const ExactDecimal& b) {
    const int exponent = std::min(a.exponent, b.exponent);
    std::string first = a.digits + std::string(static_cast<std::size_t>(a.exponent - exponent), '0');
    std::string second = b.digits + std::string(static_cast<std::size_t>(b.exponent - exponent), '0');
    const std::size_t length = std::max(first.size(), second.size());
    first.insert(0, length - first.size(), '0');
    second.insert(0, length - second.size(), '0');
    if (a.negative != b.negative) {
        return normalised(a.negative, sum(first, second), exponent);
    }
    const bool swapped = first < second;
    ExactDecimal result = normalised(a.negative != swapped,
                                     swapped ? difference(second, first) : difference(first, second), exponent);
    result.negative = result.negative && !result.isZero();
    return result;
}

DecimalText decimalText(const ExactDecimal& number, std::size_t maxDigits) {
    const std::string sign = number.negative ? "\u2212" : "";
    const auto count = static_cast<int>(number.digits.size());
    const int point = count + number.exponent; // Digits before the point.
    const int plainDigits = std::max(point, 1) + std::max(-number.exponent, 0);
    if (plainDigits <= static_cast<int>(maxDigits) || number.isZero()) {
        std::string digits = number.digits + std::string(static_cast<std::size_t>(std::max(number.exponent, 0)), '0');
        if (point <= 0) {
            digits.insert(0, static_cast<std::size_t>(1 - point), '0');
        }
        if (number.exponent < 0) {
            digits.insert(digits.size() - static_cast<std::size_t>(-number.exponent), ".");
        }
        return {sign + digits, 0, true};
    }
    std::string digits = number.digits.substr(0, maxDigits);
    const bool whole = digits.size() == number.digits.size();
    // Digits that are left out of a number near 1 need no power of ten.
    const bool plain = point > kFewestZeros && point <= static_cast<int>(digits.size());
    if (plain && point <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - point), '0');
    }
    const std::size_t before = plain ? static_cast<std::size_t>(std::max(point, 1)) : 1;
    if (digits.size() > before) {
        digits.insert(before, ".");
    }
    return {sign + digits + (whole ? "" : "\u2026"), plain ? 0 : point - 1, whole};
}

} // namespace roundoff::ui
