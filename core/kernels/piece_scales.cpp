// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/piece_scales.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "core/format/binary_float.h"

namespace roundoff::kernels::detail {
namespace {

constexpr int kTrailingBits = 52;
constexpr int kBias = 1023;

// 2^exponent, a normal number.
double powerOfTwo(int exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + kBias) << kTrailingBits);
}

// Two quotients here are rounded to double and then once more, which is right, for a quotient a / b becomes a tie of
// the second rounding only if it is one. Be m such a tie, 2^e <= m < 2^(e+1) and 2^j <= b < 2^(j+1). m has at most 25
// bits and b 24, so m * b is a number of double. If a is another one, it is at least a unit of m * b's last place away,
// 2^(e+j-52). (Half of it below a power of two; but then m and b are powers of two as well, and a / b is exact.) So
// a / b is more than 2^(e-53) away from m, which is half a unit of its last place, and does not round to m.

// format::singleQuotient
double singleQuotient(double dividend, std::int32_t divisor) {
    using Single = std::numeric_limits<float>;
    const double quotient = std::clamp<double>(dividend / divisor, Single::min(), Single::max());
    return static_cast<double>(static_cast<float>(quotient));
}

// format::roundedQuotient to nearest-even
double nearestMultiple(double value, double scale, std::int32_t limit) {
    constexpr double kMagic = 0x1.8p52; // Its last bit is worth 1: adding it rounds to an integer, ties to even.
    return std::min<double>((value / scale + kMagic) - kMagic, limit);
}

// What `format::scaleExponent` is. The exponent field of a zero or subnormal number is far below what counts.
int scaleExponent(const PieceFormat& f, double largest) {
    const int exponent = static_cast<int>(std::bit_cast<std::uint64_t>(largest) >> kTrailingBits) - kBias;
    return std::clamp(exponent - f.largestExponent, format::kMinScaleExponent, format::kMaxScaleExponent);
}

// Notes whether a block becomes NaN, and returns its largest magnitude or, if it does, zero.
template <typename Scales>
double largestOf(double high, std::size_t piece, Scales& scales) {
    const bool isNan = std::isnan(high);
    scales.isNan[piece] = isNan;
    scales.anyNan = scales.anyNan || isNan;
    return isNan ? 0.0 : high;
}

} // namespace

PieceFormat::PieceFormat(const format::ScaledInteger& f)
    : sharing(f.sharing), groupSize(static_cast<std::size_t>(f.groupSize)),
      affine(f.scheme == format::IntegerScheme::Affine), lowest(format::lowestCode(f)),
      highest(format::highestCode(f)) {}

PieceFormat::PieceFormat(const format::Block& f)
    : sharing(format::Sharing::Group), groupSize(static_cast<std::size_t>(f.size)),
      largestExponent(format::largestExponent(f.element)) {
    if (const auto* element = std::get_if<format::BinaryFloat>(&f.element)) {
        kind = Kind::FloatBlocks;
        minNormal = format::minNormal(*element);
        maxFinite = format::maxFinite(*element);
        significandBits = element->significandBits;
        subnormals = element->subnormals;
    } else {
        const auto& fixed = std::get<format::FixedPoint>(f.element);
        kind = Kind::FixedBlocks;
        stepExponent = -fixed.fractionBits;
        highest = (1 << (fixed.bits - 1)) - 1;
        lowest = -highest;
    }
}

void setScales(const PieceFormat& f, const Extremes& extremes, std::size_t count, MultipleScales& scales) {
    scales.anyNan = false;
    for (std::size_t i = 0; i < count; ++i) {
        const double low = extremes.low[i];
        const double high = extremes.high[i];
        double scale = 1.0;
        double zeroPoint = 0.0;
        if (f.kind == PieceFormat::Kind::FixedBlocks) {
            scale = powerOfTwo(scaleExponent(f, largestOf(high, i, scales)) + f.stepExponent);
        } else if (low != high && !f.affine) {
            scale = singleQuotient(std::max(-low, high), f.highest);
        } else if (low != high) {
            scale = singleQuotient(high - low, f.highest);
            zeroPoint = nearestMultiple(-low, scale, f.highest);
        }
        scales.scale[i] = scale;
        scales.inverse[i] = 1.0 / scale;
        scales.least[i] = f.lowest - zeroPoint;
        scales.most[i] = f.highest - zeroPoint;
    }
}

void setScales(const PieceFormat& f, const Extremes& extremes, std::size_t count, FloatScales& scales) {
    scales.anyNan = false;
    for (std::size_t i = 0; i < count; ++i) {
        const double scale = powerOfTwo(scaleExponent(f, largestOf(extremes.high[i], i, scales)));
        scales.minNormal[i] = f.minNormal * scale;
        scales.maxFinite[i] = f.maxFinite * scale;
    }
}

} // namespace roundoff::kernels::detail
