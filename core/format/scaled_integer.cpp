// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/scaled_integer.h"

#include <algorithm>
#include <cmath>

#include "core/format/exact_quotient.h"
#include "core/format/tensor_rows.h"

namespace roundoff::format {
namespace {

// The rows and the length of the pieces that share a scale.
struct Pieces {
    Rows rows;
    std::size_t size;
};

Pieces piecesOf(const ScaledInteger& f, std::span<const std::size_t> shape) {
    const Rows rows = rowsOf(shape);
    const std::size_t all = rows.count * rows.length;
    switch (f.sharing) {
    case Sharing::Channel: return {rows, std::max<std::size_t>(rows.length, 1)};
    case Sharing::Group: return {rows, static_cast<std::size_t>(f.groupSize)};
    case Sharing::Tensor: break;
    }
    return {{1, all}, std::max<std::size_t>(all, 1)};
}

} // namespace

std::int32_t lowestCode(const ScaledInteger& f) {
    return f.scheme == IntegerScheme::Symmetric ? -highestCode(f) : 0;
}

std::int32_t highestCode(const ScaledInteger& f) {
    return (1 << (f.scheme == IntegerScheme::Symmetric ? f.bits - 1 : f.bits)) - 1;
}

IntegerScaling scalingOf(const ScaledInteger& f, std::span<const double> values) {
    double low = 0.0;
    double high = 0.0;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (low == high) { // Both are 0.
        return {};
    }
    const std::int32_t highest = highestCode(f);
    if (f.scheme == IntegerScheme::Symmetric) {
        return {singleQuotient(std::max(-low, high), highest), 0};
    }
    const double scale = singleQuotient(high - low, highest);
    return {scale, roundedQuotient(-low, scale, highest, Rounding::NearestEven, 0)};
}

std::int32_t encode(const ScaledInteger& f, const IntegerScaling& scaling, double value, Rounding rounding,
                    std::uint32_t random) {
    if (std::isnan(value)) {
        return scaling.zeroPoint;
    }
    if (std::isinf(value)) {
        return value < 0.0 ? lowestCode(f) : highestCode(f);
    }
    const std::int32_t multiple = roundedQuotient(value, scaling.scale, highestCode(f) + 1, rounding, random);
    return std::clamp(multiple + scaling.zeroPoint, lowestCode(f), highestCode(f));
}

double decode(const IntegerScaling& scaling, std::int32_t code) {
    return (code - scaling.zeroPoint) * scaling.scale; // 24 and at most 17 bits: exact.
}

void quantiseTensor(const ScaledInteger& f, std::span<double> values, std::span<const std::size_t> shape,
                    Rounding rounding, const RandomStream& random) {
    const Pieces pieces = piecesOf(f, shape);
    forEachPiece(pieces.rows, pieces.size, [&](std::size_t first, std::size_t length) {
        const IntegerScaling scaling = scalingOf(f, values.subspan(first, length));
        for (std::size_t i = first; i < first + length; ++i) {
            const std::uint32_t bits = rounding == Rounding::Stochastic ? random.at(i) : 0;
            values[i] = decode(scaling, encode(f, scaling, values[i], rounding, bits));
        }
    });
}

std::size_t storedBits(const ScaledInteger& f, std::span<const std::size_t> shape) {
    const Pieces pieces = piecesOf(f, shape);
    const int shared = kScaleBits + (f.scheme == IntegerScheme::Affine ? f.bits : 0);
    return pieces.rows.count * pieces.rows.length * static_cast<std::size_t>(f.bits) +
           pieceCount(pieces.rows, pieces.size) * static_cast<std::size_t>(shared);
}

} // namespace roundoff::format
