// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/fixed_point.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace roundoff::format {

double maxFinite(const FixedPoint& f) {
    return std::ldexp(std::ldexp(1.0, f.bits - 1) - 1.0, -f.fractionBits);
}

double lowest(const FixedPoint& f) {
    return -std::ldexp(1.0, f.bits - 1 - f.fractionBits);
}

double step(const FixedPoint& f) {
    return std::ldexp(1.0, -f.fractionBits);
}

std::uint64_t encode(const FixedPoint& f, double value) {
    const double scaled = std::ldexp(value, f.fractionBits);
    if (!(value >= lowest(f) && value <= maxFinite(f)) || scaled != std::floor(scaled)) {
        throw std::invalid_argument("the value is none of the format's");
    }
    const std::uint64_t mask = (std::uint64_t{1} << f.bits) - 1;
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(scaled)) & mask;
}

double decode(const FixedPoint& f, std::uint64_t code) {
    const std::uint64_t modulus = std::uint64_t{1} << f.bits;
    const auto unsignedCode = static_cast<double>(code & (modulus - 1));
    const bool negative = ((code >> (f.bits - 1)) & 1U) != 0;
    return std::ldexp(negative ? unsignedCode - static_cast<double>(modulus) : unsignedCode, -f.fractionBits);
}

double quantise(const FixedPoint& f, double value, Rounding rounding, std::uint32_t random) {
    if (std::isnan(value)) {
        return 0.0;
    }
    const double scaled = std::ldexp(std::fabs(value), f.fractionBits);
    double k = scaled;
    if (scaled < 0x1p53) {
        k = std::floor(scaled);
        const double fraction = scaled - k; // Exact: both are multiples of the same power of two.
        if (fraction != 0.0) {
            const int versusHalf = fraction < 0.5 ? -1 : (fraction > 0.5 ? 1 : 0);
            const auto fraction32 = static_cast<std::uint32_t>(fraction * 0x1p32);
            if (roundsUp(forMagnitude(rounding, std::signbit(value)), versusHalf, fraction32, std::fmod(k, 2.0) != 0.0,
                         random)) {
                k += 1.0;
            }
        }
    }
    const double result = std::copysign(std::ldexp(k, -f.fractionBits), value);
    return std::clamp(result, lowest(f), maxFinite(f)) + 0.0; // -0 + 0 is 0.
}

} // namespace roundoff::format
