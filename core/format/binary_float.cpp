// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/binary_float.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace roundoff::format {
namespace {

constexpr int kDoubleTrailingBits = 52;
constexpr int kDoubleBias = 1023;
constexpr std::uint64_t kDoubleTrailingMask = (std::uint64_t{1} << kDoubleTrailingBits) - 1;
constexpr std::uint64_t kDoubleSign = std::uint64_t{1} << 63U;
constexpr std::uint64_t kDoubleQuiet = std::uint64_t{1} << (kDoubleTrailingBits - 1);
constexpr std::uint64_t kDoubleInfinity = std::uint64_t{0x7FF} << kDoubleTrailingBits;

constexpr std::uint64_t lowMask(int bits) {
    return bits >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
}

/// A finite magnitude as an integer times a power of two.
struct Exact {
    std::uint64_t integer;
    int exponent;
};

Exact exactMagnitude(double value) {
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(value) & ~kDoubleSign;
    const int field = static_cast<int>(bits >> kDoubleTrailingBits);
    const std::uint64_t trailing = bits & kDoubleTrailingMask;
    if (field == 0) {
        return {trailing, 1 - kDoubleBias - kDoubleTrailingBits};
    }
    return {trailing | (std::uint64_t{1} << kDoubleTrailingBits), field - kDoubleBias - kDoubleTrailingBits};
}

double nanOf(const BinaryFloat& f, double value) {
    if (f.nonFinite == NonFinite::None) {
        return maxFinite(f);
    }
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(value);
    if (f.nonFinite == NonFinite::NanOnly) {
        return std::bit_cast<double>((bits & kDoubleSign) | kDoubleInfinity | kDoubleQuiet);
    }
    const std::uint64_t kept = ~lowMask(kDoubleTrailingBits + 1 - f.significandBits);
    return std::bit_cast<double>((bits | kDoubleQuiet) & kept);
}

/// What an overflowing or infinite magnitude becomes.
double overflowed(const BinaryFloat& f, bool negative, Overflow overflow) {
    const double sign = negative ? -1.0 : 1.0;
    if (overflow == Overflow::ToInfinity && hasInfinity(f)) {
        return sign * std::numeric_limits<double>::infinity();
    }
    if (overflow == Overflow::ToNan && hasNan(f)) {
        return std::copysign(std::numeric_limits<double>::quiet_NaN(), sign);
    }
    return sign * maxFinite(f);
}

} // namespace

double maxFinite(const BinaryFloat& f) {
    const std::uint64_t largest = lowMask(f.significandBits) - (f.nonFinite == NonFinite::NanOnly ? 1 : 0);
    return std::ldexp(static_cast<double>(largest), maxExponent(f) - f.significandBits + 1);
}

double minNormal(const BinaryFloat& f) {
    return std::ldexp(1.0, minExponent(f));
}

double minPositive(const BinaryFloat& f) {
    return f.subnormals ? std::ldexp(1.0, minExponent(f) - f.significandBits + 1) : minNormal(f);
}

double epsilon(const BinaryFloat& f) {
    return std::ldexp(1.0, 1 - f.significandBits);
}

double decimalDigits(const BinaryFloat& f) {
    return f.significandBits * std::log10(2.0);
}

bool contains(const BinaryFloat& outer, const BinaryFloat& inner) {
    return outer.significandBits >= inner.significandBits && maxExponent(outer) >= maxExponent(inner) &&
           minPositive(outer) <= minPositive(inner) && maxFinite(outer) >= maxFinite(inner);
}

double decode(const BinaryFloat& f, std::uint64_t code) {
    const int trailingBits = f.significandBits - 1;
    const std::uint64_t trailing = code & lowMask(trailingBits);
    const std::uint64_t field = (code >> trailingBits) & lowMask(f.exponentBits);
    const bool negative = ((code >> (totalBits(f) - 1)) & 1U) != 0;
    const double sign = negative ? -1.0 : 1.0;
    const bool topExponent = field == lowMask(f.exponentBits);

    if (f.nonFinite == NonFinite::Ieee && topExponent) {
        if (trailing == 0) {
            return sign * std::numeric_limits<double>::infinity();
        }
        const std::uint64_t payload = trailing << (kDoubleTrailingBits - trailingBits);
        return std::bit_cast<double>((negative ? kDoubleSign : 0) | kDoubleInfinity | kDoubleQuiet | payload);
    }
    if (f.nonFinite == NonFinite::NanOnly && topExponent && trailing == lowMask(trailingBits)) {
        return std::copysign(std::numeric_limits<double>::quiet_NaN(), sign);
    }
    if (field == 0) {
        const double magnitude = std::ldexp(static_cast<double>(trailing), minExponent(f) - trailingBits);
        return sign * (f.subnormals ? magnitude : 0.0);
    }
    const auto significand = static_cast<double>(trailing | (std::uint64_t{1} << trailingBits));
    return sign * std::ldexp(significand, static_cast<int>(field) - f.bias - trailingBits);
}

std::uint64_t encode(const BinaryFloat& f, double value) {
    const int trailingBits = f.significandBits - 1;
    const std::uint64_t sign = std::uint64_t{std::signbit(value)} << (totalBits(f) - 1);
    const std::uint64_t topField = lowMask(f.exponentBits) << trailingBits;

    if (std::isnan(value)) {
        if (f.nonFinite == NonFinite::None) {
            throw std::invalid_argument("the format has no NaN");
        }
        if (f.nonFinite == NonFinite::NanOnly) {
            return sign | topField | lowMask(trailingBits);
        }
        const std::uint64_t payload = std::bit_cast<std::uint64_t>(value) & kDoubleTrailingMask;
        const std::uint64_t quiet = std::uint64_t{1} << (trailingBits - 1);
        return sign | topField | quiet | (payload >> (kDoubleTrailingBits - trailingBits));
    }
    if (std::isinf(value)) {
        if (!hasInfinity(f)) {
            throw std::invalid_argument("the format has no infinity");
        }
        return sign | topField;
    }
    if (value == 0.0) {
        return sign;
    }
    const int exponent = std::max(std::ilogb(value), minExponent(f));
    const double scaled = std::ldexp(std::fabs(value), trailingBits - exponent);
    const auto significand = static_cast<std::uint64_t>(scaled);
    const bool normal = (significand >> trailingBits) != 0;
    if (static_cast<double>(significand) != scaled || std::fabs(value) > maxFinite(f) || (!normal && !f.subnormals)) {
        throw std::invalid_argument("the value is none of the format's");
    }
    const std::uint64_t field = normal ? static_cast<std::uint64_t>(exponent + f.bias) : 0;
    return sign | (field << trailingBits) | (significand & lowMask(trailingBits));
}

double quantise(const BinaryFloat& f, double value, Rounding rounding, Overflow overflow, Subnormals subnormals,
                std::uint32_t random) {
    const bool negative = std::signbit(value);
    if (std::isnan(value)) {
        return nanOf(f, value);
    }
    if (std::isinf(value)) {
        return overflowed(f, negative, overflow);
    }
    if (value == 0.0) {
        return value;
    }

    // |value| = integer * 2^exponent lies between kept * quantum and (kept + 1) * quantum, where the quantum is the
    // spacing of the format's values around it, with an exponent that is bounded below but not above.
    const Exact exact = exactMagnitude(value);
    const int leading = exact.exponent + static_cast<int>(std::bit_width(exact.integer)) - 1;
    const int quantumExponent = std::max(leading, minExponent(f)) - f.significandBits + 1;
    const int dropped = quantumExponent - exact.exponent;
    double magnitude = std::fabs(value);
    if (dropped > 0) {
        std::uint64_t kept = dropped >= 64 ? 0 : exact.integer >> dropped;
        const std::uint64_t rest = dropped >= 64 ? exact.integer : exact.integer & lowMask(dropped);
        if (rest != 0) {
            // From 54 dropped bits on, the integer is below half a quantum.
            const std::uint64_t half = dropped > 54 ? ~std::uint64_t{0} : std::uint64_t{1} << (dropped - 1);
            const int versusHalf = rest < half ? -1 : (rest > half ? 1 : 0);
            const std::uint64_t fraction32 = dropped <= 32 ? rest << (32 - dropped)
                                                           : (dropped - 32 >= 64 ? 0 : rest >> (dropped - 32));
            if (roundsUp(forMagnitude(rounding, negative), versusHalf, static_cast<std::uint32_t>(fraction32),
                         (kept & 1U) != 0, random)) {
                ++kept;
            }
        }
        magnitude = std::ldexp(static_cast<double>(kept), quantumExponent);
    }

    if (magnitude > maxFinite(f)) {
        const bool stopsAtLargest = forMagnitude(rounding, negative) == Rounding::TowardZero;
        return stopsAtLargest ? std::copysign(maxFinite(f), value) : overflowed(f, negative, overflow);
    }
    const bool flush = subnormals == Subnormals::Flush || !f.subnormals;
    if (flush && magnitude < minNormal(f)) {
        magnitude = 0.0;
    }
    return std::copysign(magnitude, value);
}

} // namespace roundoff::format
