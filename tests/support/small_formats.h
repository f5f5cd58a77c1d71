// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "core/format/rounding.h"

namespace roundoff::tests {

/// Formats of at most 8 bits and rounding to them, by their definitions and in rational numbers. Of the code under test
/// it uses the names of modes and nothing else.
/// Sources: IEEE 754-2019, sections 3.4, 4.3 and 7.4; OCP OFP8 1.0, table 1; OCP MX 1.0, section 5.3.
using Rational = boost::multiprecision::cpp_rational;

inline Rational powerOfTwo(int exponent) {
    const boost::multiprecision::cpp_int power = boost::multiprecision::cpp_int(1) << std::abs(exponent);
    return exponent < 0 ? Rational(1, power) : Rational(power, 1);
}

/// The exact value of a finite double.
inline Rational exactly(double value) {
    int exponent = 0;
    const auto significand = static_cast<std::int64_t>(std::ldexp(std::frexp(value, &exponent), 53));
    return Rational(significand) * powerOfTwo(exponent - 53);
}

/// The double that a number is.
/// @throws std::logic_error if it is none
inline double asDouble(const Rational& value) {
    const auto result = value.convert_to<double>();
    if (exactly(result) != value) {
        throw std::logic_error("the number is no double");
    }
    return result;
}

/// What a code stands for: a magnitude, infinity or NaN, and a sign.
struct Meaning {
    enum class Kind : std::uint8_t { Finite, Infinity, Nan };
    Kind kind = Kind::Finite;
    bool negative = false;
    Rational magnitude;
};

/// Which codes of a binary float with all exponent bits set are no numbers.
enum class Specials : std::uint8_t { InfinityAndNans, OneNan, None };

struct SmallFormat {
    std::string name;
    int bits = 0;
    std::vector<Meaning> codes;
    /// The magnitudes of either sign, ascending from 0, positive ones first, and one more that the format would have
    /// next if it went on. The rungs' numbers are even where the last digit of the value is even.
    std::array<std::vector<Rational>, 2> rungs;
    Rational smallestNormal; ///< 0 if nothing is subnormal.
    int trailingBits = 0;    ///< Of a binary float: bits of the significand that are stored.
    bool isFloat = false;    ///< Whether there are two zeros.
    bool hasInfinity = false;
    bool hasNan = false;
};

/// Code: sign, exponent field, significand field. Field 0: 0.s * 2^(1 - bias), else 1.s * 2^(field - bias).
inline SmallFormat smallFloat(std::string name, int exponentBits, int trailingBits, Specials specials) {
    SmallFormat f;
    f.name = std::move(name);
    f.bits = 1 + exponentBits + trailingBits;
    f.trailingBits = trailingBits;
    f.isFloat = true;
    f.hasInfinity = specials == Specials::InfinityAndNans;
    f.hasNan = specials != Specials::None;
    const int bias = (1 << (exponentBits - 1)) - 1;
    f.smallestNormal = powerOfTwo(1 - bias);
    const int topField = (1 << exponentBits) - 1;
    const int topTrailing = (1 << trailingBits) - 1;
    for (const bool negative : {false, true}) {
        std::vector<Rational>& rungs = f.rungs.at(negative ? 1 : 0);
        for (int field = 0; field <= topField; ++field) {
            for (int trailing = 0; trailing <= topTrailing; ++trailing) {
                const Rational fraction(trailing, 1 << trailingBits);
                const Rational magnitude = field == 0 ? Rational(fraction * powerOfTwo(1 - bias))
                                                      : Rational((1 + fraction) * powerOfTwo(field - bias));
                auto kind = Meaning::Kind::Finite;
                if (field == topField && specials == Specials::InfinityAndNans) {
                    kind = trailing == 0 ? Meaning::Kind::Infinity : Meaning::Kind::Nan;
                } else if (field == topField && trailing == topTrailing && specials == Specials::OneNan) {
                    kind = Meaning::Kind::Nan;
                }
                f.codes.push_back({kind, negative, magnitude});
                if (kind == Meaning::Kind::Finite) {
                    rungs.push_back(magnitude);
                }
            }
        }
        rungs.push_back(2 * rungs.back() - rungs.at(rungs.size() - 2)); // As far as the last two are apart.
    }
    return f;
}

/// Two's complement: the last bit is worth 2^-fractionBits, the first one -2^(bits - 1 - fractionBits).
inline SmallFormat smallFixed(std::string name, int bits, int fractionBits) {
    SmallFormat f;
    f.name = std::move(name);
    f.bits = bits;
    const int half = 1 << (bits - 1);
    for (int code = 0; code < 2 * half; ++code) {
        const int integer = code < half ? code : code - 2 * half;
        f.codes.push_back(
            {Meaning::Kind::Finite, integer < 0, Rational(std::abs(integer)) * powerOfTwo(-fractionBits)});
    }
    for (int k = 0; k <= half; ++k) {
        f.rungs[0].push_back(Rational(k) * powerOfTwo(-fractionBits));
    }
    f.rungs[1] = f.rungs[0];
    f.rungs[1].push_back(Rational(half + 1) * powerOfTwo(-fractionBits));
    return f;
}

/// Every IEEE-like binary float of at most 8 bits, OCP's formats, and every fixed point and integer of at most 8 bits.
inline std::vector<SmallFormat> smallFormats() {
    std::vector<SmallFormat> formats;
    for (int e = 2; e <= 6; ++e) {
        for (int m = 1; 1 + e + m <= 8; ++m) {
            formats.push_back(
                smallFloat("E" + std::to_string(e) + "M" + std::to_string(m), e, m, Specials::InfinityAndNans));
        }
    }
    formats.push_back(smallFloat("FP8-E5M2", 5, 2, Specials::InfinityAndNans));
    formats.push_back(smallFloat("FP8-E4M3", 4, 3, Specials::OneNan));
    formats.push_back(smallFloat("FP6-E3M2", 3, 2, Specials::None));
    formats.push_back(smallFloat("FP6-E2M3", 2, 3, Specials::None));
    formats.push_back(smallFloat("FP4-E2M1", 2, 1, Specials::None));
    for (int bits = 1; bits <= 8; ++bits) {
        for (int fractionBits = 0; fractionBits <= bits; ++fractionBits) {
            formats.push_back(
                smallFixed("FIXED" + std::to_string(bits) + "." + std::to_string(fractionBits), bits, fractionBits));
        }
        formats.push_back(smallFixed("INT" + std::to_string(bits), bits, 0));
    }
    return formats;
}

/// Where a finite number lies among the rungs of its sign.
struct Place {
    bool negative = false;
    std::size_t rung = 0;        ///< The largest one that is not above it; the last one for all that is further out.
    bool onRung = false;         ///< Whether it lies on it.
    int versusHalf = 0;          ///< Below, at or above the middle of this rung and the next.
    std::uint32_t threshold = 0; ///< floor(2^32 * its way to the next rung): stochastic rounding goes up below it.
};

inline Place placeOf(const SmallFormat& f, bool negative, const Rational& magnitude) {
    Place place;
    place.negative = negative;
    const std::vector<Rational>& rungs = f.rungs.at(place.negative ? 1 : 0);
    const auto above = std::upper_bound(rungs.begin(), rungs.end(), magnitude);
    place.rung = static_cast<std::size_t>(above - rungs.begin()) - 1;
    place.onRung = above == rungs.end() || magnitude == rungs[place.rung];
    if (!place.onRung) {
        const Rational way = (magnitude - rungs[place.rung]) / (*above - rungs[place.rung]);
        place.versusHalf = way.compare(Rational(1, 2));
        const Rational scaled = way * powerOfTwo(32);
        place.threshold = static_cast<std::uint32_t>(numerator(scaled) / denominator(scaled));
    }
    return place;
}

inline Place placeOf(const SmallFormat& f, double value) {
    return placeOf(f, std::signbit(value), abs(exactly(value)));
}

/// The number of the rung that a finite value goes to.
inline std::size_t roundedRung(const Place& place, format::Rounding rounding, std::uint32_t random) {
    using format::Rounding;
    const bool odd = place.rung % 2 != 0;
    bool up = false;
    switch (rounding) {
    case Rounding::NearestEven: up = place.versusHalf > 0 || (place.versusHalf == 0 && odd); break;
    case Rounding::NearestAway: up = place.versusHalf >= 0; break;
    case Rounding::TowardZero: up = false; break;
    case Rounding::Up: up = !place.negative; break;
    case Rounding::Down: up = place.negative; break;
    case Rounding::Stochastic: up = random < place.threshold; break;
    }
    return place.rung + (up && !place.onRung ? 1 : 0);
}

/// Modes that go toward zero for this sign, and so never reach what lies beyond the largest value.
inline bool staysInside(format::Rounding rounding, bool negative) {
    return rounding == format::Rounding::TowardZero ||
           rounding == (negative ? format::Rounding::Up : format::Rounding::Down);
}

/// What a finite or infinite value becomes.
/// @param place  of the value if it is finite
inline double rounded(const SmallFormat& f, double value, const Place& place, format::Rounding rounding,
                      format::Overflow overflow, format::Subnormals subnormals, std::uint32_t random) {
    const bool negative = std::signbit(value);
    const std::vector<Rational>& rungs = f.rungs.at(negative ? 1 : 0);
    const std::size_t beyond = rungs.size() - 1;
    std::size_t rung = beyond;
    if (std::isfinite(value)) {
        rung = roundedRung(place, rounding, random);
        if (rung == beyond && staysInside(rounding, negative)) {
            rung = beyond - 1;
        }
    }
    double magnitude = 0.0;
    if (rung < beyond) {
        const bool flushed = subnormals == format::Subnormals::Flush && rungs[rung] < f.smallestNormal;
        magnitude = flushed ? 0.0 : rungs[rung].convert_to<double>();
    } else if (overflow == format::Overflow::ToInfinity && f.hasInfinity) {
        magnitude = std::numeric_limits<double>::infinity();
    } else if (overflow == format::Overflow::ToNan && f.hasNan) {
        magnitude = std::numeric_limits<double>::quiet_NaN();
    } else {
        magnitude = rungs[beyond - 1].convert_to<double>();
    }
    if (magnitude == 0.0 && !f.isFloat) {
        return 0.0;
    }
    return negative ? -magnitude : magnitude;
}

/// Every value of a format, the middle and the quarters between it and the next, and what lies one step of the
/// container to either side of values and middles; the same beyond the largest, and twice the largest, the largest and
/// the smallest number there are; of both signs, zeros and infinities included. Numbers that are none of the container
/// are left out.
/// @tparam T  the container, float or double
template <typename T>
std::vector<T> pointsAround(const SmallFormat& f) {
    constexpr T kInfinity = std::numeric_limits<T>::infinity();
    std::vector<T> points;
    const auto add = [&points](double point) {
        if (double{static_cast<T>(point)} == point) {
            points.push_back(static_cast<T>(point));
        }
    };
    const auto addWithNeighbours = [&](double point) {
        add(point);
        add(double{std::nextafter(static_cast<T>(point), kInfinity)});
        add(double{std::nextafter(static_cast<T>(point), -kInfinity)});
    };
    for (const bool negative : {false, true}) {
        const std::vector<Rational>& rungs = f.rungs.at(negative ? 1 : 0);
        for (std::size_t i = 0; i < rungs.size(); ++i) {
            const Rational gap = i + 1 < rungs.size() ? rungs[i + 1] - rungs[i] : rungs[i] - rungs[i - 1];
            const double sign = negative ? -1.0 : 1.0;
            addWithNeighbours(sign * asDouble(rungs[i]));
            addWithNeighbours(sign * asDouble(rungs[i] + gap / 2));
            add(sign * asDouble(rungs[i] + gap / 4));
            add(sign * asDouble(rungs[i] + gap * 3 / 4));
        }
        const T sign = negative ? T{-1} : T{1};
        points.push_back(sign * static_cast<T>(asDouble(rungs[rungs.size() - 2] * 2)));
        points.push_back(sign * std::numeric_limits<T>::max());
        points.push_back(sign * std::numeric_limits<T>::min());
        points.push_back(sign * std::numeric_limits<T>::denorm_min());
        points.push_back(sign * kInfinity);
    }
    return points;
}

inline constexpr std::array kRoundings{format::Rounding::NearestEven, format::Rounding::NearestAway,
                                       format::Rounding::TowardZero,  format::Rounding::Up,
                                       format::Rounding::Down,        format::Rounding::Stochastic};
inline constexpr std::array kOverflows{format::Overflow::ToInfinity, format::Overflow::Saturate,
                                       format::Overflow::ToNan};
inline constexpr std::array kSubnormals{format::Subnormals::Keep, format::Subnormals::Flush};

/// The same bits, or both NaN: their payloads are a matter of their own.
inline bool sameNumber(double a, double b) {
    return std::isnan(a) ? std::isnan(b) : std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

} // namespace roundoff::tests
