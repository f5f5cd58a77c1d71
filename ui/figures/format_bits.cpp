// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/format_bits.h"

#include <cmath>

#include "core/format/binary_float.h"
#include "core/format/fixed_point.h"
#include "core/format/quantise.h"

namespace roundoff::ui {
namespace {

/// Decimals longer than this are shown with their own exponent.
constexpr std::size_t kLongestSignificand = 20;
constexpr std::uint32_t kMiddleOfRandomNumbers = 0x7FFFFFFFU;

std::string bitsOf(std::uint64_t code, int high, int count) {
    std::string text;
    for (int bit = high; bit > high - count; --bit) {
        text += ((code >> static_cast<unsigned>(bit)) & 1U) != 0 ? '1' : '0';
    }
    return text;
}

NumberClass classOf(double value) {
    return std::isnan(value)   ? NumberClass::Nan
           : std::isinf(value) ? NumberClass::Infinity
           : value == 0.0      ? NumberClass::Zero
                               : NumberClass::Normal;
}

void describe(FormatBits& bits, const format::BinaryFloat& f) {
    const std::uint64_t code = format::encode(f, bits.stored);
    const int trailing = f.significandBits - 1;
    const int top = format::totalBits(f) - 1;
    bits.code = code;
    bits.groups = {{BitField::Sign, bitsOf(code, top, 1)},
                   {BitField::Exponent, bitsOf(code, top - 1, f.exponentBits)},
                   {BitField::Significand, bitsOf(code, trailing - 1, trailing)}};
    bits.negative = bits.groups[0].bits == "1";
    const std::uint64_t fraction = code & ((std::uint64_t{1} << trailing) - 1);
    bits.exponentField = static_cast<int>((code >> trailing) & ((std::uint64_t{1} << f.exponentBits) - 1));
    bits.bias = f.bias;
    if (!std::isfinite(bits.stored)) {
        return;
    }
    const bool normal = bits.exponentField != 0;
    if (!normal && bits.stored != 0.0) {
        bits.kind = NumberClass::Subnormal;
    }
    const std::uint64_t integer = fraction | (normal ? std::uint64_t{1} << trailing : 0);
    bits.scaledExponent = (normal ? bits.exponentField : 1) - f.bias;
    bits.scaled = ExactDecimal::of(std::ldexp(static_cast<double>(integer), -trailing));
    bits.significand = std::to_string(integer);
    bits.exponent = bits.scaledExponent - trailing;
}

void describe(FormatBits& bits, const format::FixedPoint& f) {
    const std::uint64_t code = format::encode(f, bits.stored);
    bits.code = code;
    const int whole = f.bits - f.fractionBits;
    // The first bit counts negatively; with fraction bits only, it is the first of those.
    bits.groups.push_back({BitField::Sign, bitsOf(code, f.bits - 1, 1)});
    if (whole > 1) {
        bits.groups.push_back({BitField::Whole, bitsOf(code, f.bits - 2, whole - 1)});
    }
    const int fraction = whole > 0 ? f.fractionBits : f.fractionBits - 1;
    if (fraction > 0) {
        bits.groups.push_back({BitField::Fraction, bitsOf(code, fraction - 1, fraction)});
    }
    bits.negative = bits.stored < 0.0;
    bits.significand = std::to_string(std::llround(std::ldexp(std::fabs(bits.stored), f.fractionBits)));
    bits.exponent = -f.fractionBits;
}

void describe(FormatBits& bits, const format::Integer& f) {
    describe(bits, format::asFixedPoint(f));
}

void describe(FormatBits& bits, const format::Decimal& f) {
    bits.base = 10;
    bits.negative = std::signbit(bits.stored);
    if (!std::isfinite(bits.stored)) {
        return;
    }
    const ExactDecimal number = ExactDecimal::typed(bits.stored);
    bits.significand = number.digits;
    bits.exponent = number.isZero() ? -f.digits : number.exponent;
    const int zeros = bits.exponent + f.digits;
    if (zeros > 0 && number.digits.size() + static_cast<std::size_t>(zeros) <= kLongestSignificand) {
        bits.significand.append(static_cast<std::size_t>(zeros), '0');
        bits.exponent = -f.digits;
    }
}

void describe(FormatBits& bits, const format::Format& f) {
    std::visit([&bits](const auto& scalar) { describe(bits, scalar); }, f);
}

void describe(FormatBits& bits, const format::ScaledInteger& f) {
    const auto number = static_cast<std::int64_t>(std::llround(bits.stored / bits.shared->scale));
    const std::uint64_t mask = (std::uint64_t{1} << f.bits) - 1;
    const std::uint64_t code = static_cast<std::uint64_t>(number + bits.shared->zeroPoint) & mask;
    bits.code = code;
    if (f.scheme == format::IntegerScheme::Affine) {
        bits.groups = {{BitField::Code, bitsOf(code, f.bits - 1, f.bits)}};
    } else {
        bits.groups = {{BitField::Sign, bitsOf(code, f.bits - 1, 1)},
                       {BitField::Whole, bitsOf(code, f.bits - 2, f.bits - 1)}};
    }
    bits.negative = number < 0;
    bits.significand = std::to_string(std::abs(number));
}

void describe(FormatBits& bits, const format::Block& f) {
    if (!bits.shared) {
        return; // The code of an element means nothing then.
    }
    const double stored = bits.stored;
    bits.stored = std::ldexp(stored, -std::ilogb(bits.shared->scale));
    describe(bits, f.element);
    bits.stored = stored;
}

} // namespace

FormatBits takeApart(const FormatUse& use, double value) {
    FormatBits bits;
    bits.stored = storedValue(use, value, kMiddleOfRandomNumbers);
    bits.kind = classOf(bits.stored);
    if (hasSharedScale(use)) {
        bits.shared = sharedScaleOf(use, value);
    }
    std::visit([&bits](const auto& f) { describe(bits, f); }, use.format);
    return bits;
}

} // namespace roundoff::ui
