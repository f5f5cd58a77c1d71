// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/format/binary_float.h"
#include "core/format/tensor_format.h"

namespace roundoff::format {
namespace {

struct NamedFormat {
    std::string_view name;
    BinaryFloat format;
};

constexpr std::array<NamedFormat, 10> kNamed{{{"FP64", kFp64},
                                              {"FP32", kFp32},
                                              {"TF32", kTf32},
                                              {"BF16", kBf16},
                                              {"FP16", kFp16},
                                              {"FP8-E5M2", kFp8E5M2},
                                              {"FP8-E4M3", kFp8E4M3},
                                              {"FP6-E3M2", kFp6E3M2},
                                              {"FP6-E2M3", kFp6E2M3},
                                              {"FP4-E2M1", kFp4E2M1}}};

constexpr std::array<std::pair<std::string_view, Rounding>, 6> kRoundings{{{"nearest-even", Rounding::NearestEven},
                                                                           {"nearest-away", Rounding::NearestAway},
                                                                           {"toward-zero", Rounding::TowardZero},
                                                                           {"up", Rounding::Up},
                                                                           {"down", Rounding::Down},
                                                                           {"stochastic", Rounding::Stochastic}}};
constexpr std::array<std::pair<std::string_view, Overflow>, 3> kOverflows{
    {{"infinity", Overflow::ToInfinity}, {"saturate", Overflow::Saturate}, {"nan", Overflow::ToNan}}};
constexpr std::array<std::pair<std::string_view, Subnormals>, 2> kSubnormals{
    {{"keep", Subnormals::Keep}, {"flush", Subnormals::Flush}}};

template <typename Table, typename Value>
std::string_view nameIn(const Table& table, Value value) {
    return std::find_if(table.begin(), table.end(), [value](const auto& row) { return row.second == value; })->first;
}

template <typename Table>
auto parseIn(const Table& table, std::string_view what, std::string_view name) {
    std::string known;
    for (const auto& [rowName, value] : table) {
        if (rowName == name) {
            return value;
        }
        known += known.empty() ? "" : ", ";
        known += rowName;
    }
    throw InputError("'" + std::string(name) + "' is no " + std::string(what) + ": choose one of " + known);
}

/// Takes a number without sign or leading zeros off the front of `text`.
std::optional<int> takeNumber(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || text.front() == '-' || (text.front() == '0' && length > 1)) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return number;
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

bool within(std::optional<int> number, int low, int high) {
    return number && *number >= low && *number <= high;
}

std::optional<Format> parsePattern(std::string_view text) {
    if (takePrefix(text, "INT")) {
        const auto bits = takeNumber(text);
        return text.empty() && within(bits, 1, 32) ? std::optional<Format>(Integer{*bits}) : std::nullopt;
    }
    if (takePrefix(text, "DEC")) {
        const auto digits = takeNumber(text);
        return text.empty() && within(digits, 0, 15) ? std::optional<Format>(Decimal{*digits}) : std::nullopt;
    }
    if (takePrefix(text, "FIXED")) {
        const auto bits = takeNumber(text);
        const auto fraction = takePrefix(text, ".") ? takeNumber(text) : std::nullopt;
        if (text.empty() && within(bits, 1, 32) && within(fraction, 0, *bits)) {
            return FixedPoint{*bits, *fraction};
        }
        return std::nullopt;
    }
    if (takePrefix(text, "E")) {
        const auto exponent = takeNumber(text);
        const auto trailing = takePrefix(text, "M") ? takeNumber(text) : std::nullopt;
        if (text.empty() && within(exponent, 2, 11) && within(trailing, 1, 52)) {
            return ieeeLike(*exponent, *trailing);
        }
    }
    return std::nullopt;
}

std::string nameOf(const BinaryFloat& f) {
    for (const auto& named : kNamed) {
        if (named.format == f) {
            return std::string(named.name);
        }
    }
    return "E" + std::to_string(f.exponentBits) + "M" + std::to_string(f.significandBits - 1);
}

std::string nameOf(const FixedPoint& f) {
    return "FIXED" + std::to_string(f.bits) + "." + std::to_string(f.fractionBits);
}

std::string nameOf(const Integer& f) {
    return "INT" + std::to_string(f.bits);
}

std::string nameOf(const Decimal& f) {
    return "DEC" + std::to_string(f.digits);
}

} // namespace

std::optional<Format> findFormat(std::string_view name) {
    std::string upper(name);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    for (const auto& named : kNamed) {
        if (named.name == upper) {
            return named.format;
        }
    }
    return upper.empty() ? std::nullopt : parsePattern(upper);
}

Format parseFormat(std::string_view name) {
    if (const auto format = findFormat(name)) {
        return *format;
    }
    if (const auto problem = scalarUseProblem(name)) {
        throw InputError(*problem);
    }
    std::string known;
    for (const auto& named : kNamed) {
        known += std::string(named.name) + " ";
    }
    throw InputError("'" + std::string(name) + "' is no number format: choose one of " + known +
                     "E<2..11>M<1..52> INT<1..32> FIXED<bits>.<fraction bits> DEC<0..15>");
}

std::string formatName(const Format& format) {
    return std::visit([](const auto& f) { return nameOf(f); }, format);
}

std::vector<std::string> namedFormats() {
    std::vector<std::string> names;
    names.reserve(kNamed.size());
    for (const auto& named : kNamed) {
        names.emplace_back(named.name);
    }
    return names;
}

std::string_view name(Rounding rounding) {
    return nameIn(kRoundings, rounding);
}

std::string_view name(Overflow overflow) {
    return nameIn(kOverflows, overflow);
}

std::string_view name(Subnormals subnormals) {
    return nameIn(kSubnormals, subnormals);
}

Rounding parseRounding(std::string_view name) {
    return parseIn(kRoundings, "rounding mode", name);
}

Overflow parseOverflow(std::string_view name) {
    return parseIn(kOverflows, "overflow policy", name);
}

Subnormals parseSubnormals(std::string_view name) {
    return parseIn(kSubnormals, "subnormal policy", name);
}

} // namespace roundoff::format
