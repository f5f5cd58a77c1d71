// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/exact_quotient.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace roundoff::format {

std::int32_t roundedQuotient(double value, double step, std::int32_t limit, Rounding rounding, std::uint32_t random) {
    const double magnitude = std::fabs(value);
    std::int32_t quotient = limit;
    if (magnitude < step * limit) { // The product has at most 41 bits and is exact.
        // fmod is exact, and so is all that follows: the multiple of the step has at most 41 bits, too.
        const double rest = std::fmod(magnitude, step);
        quotient = static_cast<std::int32_t>((magnitude - rest) / step);
        if (rest != 0.0) {
            const int versusHalf = 2.0 * rest < step ? -1 : (2.0 * rest > step ? 1 : 0);
            // floor(rest / step * 2^32) by long division, 16 bits at a time.
            const double shifted = rest * 0x1p16;
            const double shiftedRest = std::fmod(shifted, step);
            const double low = shiftedRest * 0x1p16;
            const double high16 = (shifted - shiftedRest) / step;
            const double low16 = (low - std::fmod(low, step)) / step;
            const auto fraction32 = static_cast<std::uint32_t>(high16 * 0x1p16 + low16);
            if (roundsUp(forMagnitude(rounding, std::signbit(value)), versusHalf, fraction32, quotient % 2 != 0,
                         random)) {
                ++quotient;
            }
        }
    }
    return std::signbit(value) ? -quotient : quotient;
}

double singleQuotient(double dividend, std::int32_t divisor) {
    using Single = std::numeric_limits<float>;
    double quotient = dividend / divisor;
    if (!(quotient < double{Single::max()})) {
        return Single::max();
    }
    if (quotient < double{Single::min()}) {
        return Single::min();
    }
    // Rounding to odd: a quotient that is not exact gets an odd last bit, so that it is no tie of FP32's and lies on
    // the side of each tie where the exact one lies. 53 bits are more than 24 + 2.
    const double rest = std::fma(-quotient, divisor, dividend);
    if (rest != 0.0) {
        const double below = rest > 0.0 ? quotient : std::nextafter(quotient, 0.0);
        quotient = std::bit_cast<double>(std::bit_cast<std::uint64_t>(below) | 1U);
    }
    return static_cast<double>(static_cast<float>(quotient));
}

} // namespace roundoff::format
