// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/format/tensor_format.h"

namespace roundoff::kernels::detail {

/// How many pieces, each of values that share a scale, are worked on together: so many columns of a matrix, or so many
/// pieces of a row. A multiple of the lanes of every vector.
inline constexpr std::size_t kPieces = 32;

/// What the kernels need to know of a format whose values share scales.
struct PieceFormat {
    PieceFormat() = default;
    explicit PieceFormat(const format::ScaledInteger& f);
    explicit PieceFormat(const format::Block& f);

    enum class Kind : std::uint8_t {
        Integers,    ///< Multiples of a scale that is the extremes' over the highest code.
        FixedBlocks, ///< Multiples of a power of two.
        FloatBlocks  ///< A binary float times a power of two.
    };

    Kind kind = Kind::Integers;
    format::Sharing sharing = format::Sharing::Tensor;
    std::size_t groupSize = 0; ///< Values in a group or block.
    bool affine = false;
    std::int32_t lowest = 0; ///< Codes of integers and of fixed point.
    std::int32_t highest = 0;
    int stepExponent = 0;    ///< Of fixed point: of its step.
    int largestExponent = 0; ///< Of a block's elements: see `format::largestExponent`.
    double minNormal = 0.0;  ///< Of a block's binary floats.
    double maxFinite = 0.0;
    int significandBits = 2;
    bool subnormals = true;
};

/// The extremes of the values of pieces.
struct Extremes {
    /// Of integers: the least finite value and 0.
    double low[kPieces] = {};
    /// Of integers: the largest finite value and 0. Of blocks: the largest magnitude, or NaN if not all are finite.
    double high[kPieces] = {};
};

/// Of pieces whose values become multiples of a scale.
struct MultipleScales {
    double scale[kPieces] = {};   ///< Positive, normal, with at most 24 significand bits.
    double inverse[kPieces] = {}; ///< 1 / scale, correctly rounded.
    double least[kPieces] = {};   ///< The multiples that there are, as integers.
    double most[kPieces] = {};
    bool isNan[kPieces] = {}; ///< Whether all values become NaN.
    bool anyNan = false;
};

/// Of pieces whose values become binary floats.
struct FloatScales {
    double minNormal[kPieces] = {}; ///< A power of two.
    double maxFinite[kPieces] = {};
    bool isNan[kPieces] = {}; ///< Whether all values become NaN.
    bool anyNan = false;
};

/// The scales of the first `count` pieces from their extremes: exactly those of `format::scalingOf` and
/// `format::scaleExponent`.
void setScales(const PieceFormat& f, const Extremes& extremes, std::size_t count, MultipleScales& scales);
void setScales(const PieceFormat& f, const Extremes& extremes, std::size_t count, FloatScales& scales);

} // namespace roundoff::kernels::detail
