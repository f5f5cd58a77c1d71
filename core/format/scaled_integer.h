// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/format/random_stream.h"
#include "core/format/rounding.h"

namespace roundoff::format {

/// Where the codes of a scaled integer lie.
enum class IntegerScheme : std::uint8_t {
    Symmetric, ///< -(2^(bits-1) - 1) to 2^(bits-1) - 1, zero at code 0: the lowest code of two's complement is unused.
    Affine     ///< 0 to 2^bits - 1, zero at the zero point, which is a code itself.
};

/// Which values of a tensor share a scale (and a zero point).
enum class Sharing : std::uint8_t {
    Tensor,  ///< All of them.
    Channel, ///< Each index of the first dimension for itself, the output channel of a weight [outputs, inputs].
    Group    ///< So many values side by side along the remaining dimensions, the inputs; the last may be fewer.
};

/// Integers with a scale that is computed from the values: a code k means (k - zeroPoint) * scale.
///
/// A tensor of one dimension, such as a bias, is one channel. Scales are numbers of FP32.
struct ScaledInteger {
    int bits = 8; ///< Width of a code: 2 to 16 if symmetric (one bit would leave only zero), 1 to 16 if affine.
    IntegerScheme scheme = IntegerScheme::Symmetric;
    Sharing sharing = Sharing::Tensor;
    int groupSize = 0; ///< Values in a group, 1 to 65536; 0 unless groups share.

    bool operator==(const ScaledInteger&) const = default;
};

inline constexpr int kScaleBits = 32; ///< What a scale takes to store.

[[nodiscard]] std::int32_t lowestCode(const ScaledInteger& f);
[[nodiscard]] std::int32_t highestCode(const ScaledInteger& f);

/// What values that are quantised together share.
struct IntegerScaling {
    double scale = 1.0; ///< A positive normal number of FP32.
    std::int32_t zeroPoint = 0;

    bool operator==(const IntegerScaling&) const = default;
};

/// The scaling of values that share one.
///
/// Symmetric: scale = max |x| / (2^(bits-1) - 1). Affine, as ONNX's DynamicQuantizeLinear (opset 11) has it: with
/// low = min(x, 0) and high = max(x, 0), so that zero has a code, scale = (high - low) / (2^bits - 1) and
/// zeroPoint = -low / scale, rounded to nearest, ties to even, and clamped to the codes. Scales are rounded to FP32,
/// nearest-even, from the exact quotient (of the difference in double), and kept within its normal numbers.
///
/// Infinities and NaNs do not count. Values that are all zero, or none of them finite, have scale 1 and zero point 0.
[[nodiscard]] IntegerScaling scalingOf(const ScaledInteger& f, std::span<const double> values);

/// The code of a value: value / scale rounded to an integer, plus the zero point, clamped to the codes. Rounding is of
/// the value and not of the code: up is toward plus infinity, and the even one of nearest-even is an even multiple of
/// the scale. The exact quotient decides; programs that divide in FP32 see a tie now and then that is none, and have
/// the neighbouring code there. NaN becomes the code of 0, infinities the ends.
[[nodiscard]] std::int32_t encode(const ScaledInteger& f, const IntegerScaling& scaling, double value,
                                  Rounding rounding, std::uint32_t random);

/// The value of a code, exactly; there is one zero.
[[nodiscard]] double decode(const IntegerScaling& scaling, std::int32_t code);

/// Replaces the values of a tensor by those of their codes.
/// @param values  of the tensor, row-major
/// @param random  number i is for value i
void quantiseTensor(const ScaledInteger& f, std::span<double> values, std::span<const std::size_t> shape,
                    Rounding rounding, const RandomStream& random);

/// Bits that a tensor takes: its codes, and for each scale 32 bits and, if affine, a zero point as wide as a code.
[[nodiscard]] std::size_t storedBits(const ScaledInteger& f, std::span<const std::size_t> shape);

} // namespace roundoff::format
