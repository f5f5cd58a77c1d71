// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/format/binary_float.h"
#include "core/format/format.h"
#include "core/format/random_stream.h"

namespace roundoff::format {

/// A block format: values side by side along a row share a power of two as their scale and are elements of a narrow
/// format times it. The MX formats of the OCP Microscaling Formats (MX) Specification, version 1.0, are its instances
/// with blocks of 32.
///
/// The scale is an E8M0 number: 2^-127 to 2^127, or NaN, in 8 bits. Blocks do not go on in the next row (see `Rows`);
/// the last one of a row may be shorter.
struct Block {
    Format element = kFp8E4M3; ///< A binary float or fixed point that `isBlockElement` accepts.
    int size = 32;             ///< Values in a block, 1 to 65536.

    bool operator==(const Block&) const = default;
};

inline constexpr int kMxBlockSize = 32;
inline constexpr int kBlockScaleBits = 8;
inline constexpr int kMinScaleExponent = -127;
inline constexpr int kMaxScaleExponent = 127;

/// The element of MXINT8: two's complement with an implicit scale of 2^-6.
inline constexpr FixedPoint kMxInt8{8, 6};

/// Whether a format can be an element: binary floats of at most 8 exponent bits and 16 bits in all, fixed point of 2 to
/// 16 bits.
[[nodiscard]] bool isBlockElement(const Format& format);

/// The exponent of the largest power of two among the values of an element format (emax of the specification): 8 for
/// FP8-E4M3, 15 for FP8-E5M2, 4 for FP6-E3M2, 2 for FP6-E2M3 and FP4-E2M1, 0 for the INT8 of MXINT8.
[[nodiscard]] int largestExponent(const Format& element);

/// The exponent of a block's scale: floor(log2(max |v|)) - `largestExponent` (specification, section 6.3), clamped to
/// E8M0's range; -127 for a block of zeros. Nothing stands for the NaN scale.
///
/// A block that holds a NaN or an infinity has the scale NaN: not every element format has a code for them, and this
/// way all formats treat them alike.
[[nodiscard]] std::optional<int> scaleExponent(const Block& f, std::span<const double> block);

/// value / 2^exponent rounded to the element format, times 2^exponent, decided by the exact quotient. What exceeds the
/// largest element saturates, in every rounding mode. Subnormal elements are kept. Zero keeps its sign in floats.
/// Fixed point is symmetric: the lowest code of two's complement, -2 in MXINT8, is unused, as the specification allows.
/// @param value  finite
/// @param exponent  -127 to 127
[[nodiscard]] double quantiseElement(const Block& f, int exponent, double value, Rounding rounding,
                                     std::uint32_t random);

/// Replaces the values of a tensor by those of the format; where a block's scale is NaN all its values become NaN
/// (specification, section 5.1).
/// @param values  of the tensor, row-major
/// @param random  number i is for value i
void quantiseTensor(const Block& f, std::span<double> values, std::span<const std::size_t> shape, Rounding rounding,
                    const RandomStream& random);

/// Bits that a tensor takes: its elements and 8 bits a block.
[[nodiscard]] std::size_t storedBits(const Block& f, std::span<const std::size_t> shape);

} // namespace roundoff::format
