// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/decimal.h"

#include <array>
#include <cmath>

namespace roundoff::format {
namespace {

template <typename T>
T quantiseIn(const Decimal& f, T value, Rounding rounding, std::uint32_t random) {
    const double scale = powerOfTen(f.digits);
    const auto magnitude = std::fabs(static_cast<double>(value));
    const double scaled = magnitude * scale;
    if (!(scaled < 0x1p53)) {
        return value;
    }
    const auto member = [scale](double k) { return static_cast<double>(static_cast<T>(k / scale)); };

    // The largest k whose value does not exceed the magnitude; the rounded product can be off by one either way.
    double below = std::floor(scaled);
    if (member(below + 1.0) <= magnitude) {
        below += 1.0;
    } else if (member(below) > magnitude) {
        below -= 1.0;
    }
    double k = below;
    if (member(below) < magnitude) {
        const double fraction = std::fmin(std::fmax(scaled - below, 0.0), 1.0);
        const int versusHalf = fraction < 0.5 ? -1 : (fraction > 0.5 ? 1 : 0);
        const auto fraction32 = static_cast<std::uint32_t>(std::fmin(fraction * 0x1p32, 0xFFFFFFFFp0));
        const bool odd = std::fmod(below, 2.0) != 0.0;
        if (roundsUp(forMagnitude(rounding, std::signbit(value)), versusHalf, fraction32, odd, random)) {
            k += 1.0;
        }
    }
    return std::copysign(static_cast<T>(k / scale), value);
}

} // namespace

double powerOfTen(int digits) {
    static constexpr std::array<double, 16> kPowers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    return kPowers.at(static_cast<std::size_t>(digits));
}

double quantise(const Decimal& f, double value, Rounding rounding, std::uint32_t random) {
    return quantiseIn(f, value, rounding, random);
}

float quantise(const Decimal& f, float value, Rounding rounding, std::uint32_t random) {
    return quantiseIn(f, value, rounding, random);
}

} // namespace roundoff::format
