// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "core/format/format.h"

namespace roundoff::kernels::detail {

/// What the vector code needs to know of a binary float, in terms of the container's bits.
template <typename T>
struct BinaryConstants {
    using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;

    int drop = 0;            ///< Significand bits of the container that the format has not.
    Bits dropMask = 0;       ///< The lowest `drop` bits.
    Bits subnormalBelow = 0; ///< Magnitudes below this are subnormal in the format but normal in the container; 0: none
                             ///< are.
    Bits flushBelow = 0;     ///< Rounded magnitudes below this become zero.
    Bits maxFinite = 0;      ///< The format's largest finite value.
    Bits overflow = 0;       ///< What overflow and infinity become.
    Bits nanKeep = 0;        ///< A NaN's bits become (bits & nanKeep) | nanSet.
    Bits nanSet = 0;
    Bits magicMinExponent = 0; ///< The format's smallest normal value, whose exponent is the smallest that spacing
                               ///< follows.
    Bits magicOffset = 0;      ///< From the exponent of a magnitude to 1.5 times the power of two whose last bit is its
                               ///< spacing.
    Bits magicLimit = 0;       ///< Up to this magnitude nothing overflows on the way.
    Bits unitOffset = 0;       ///< From the exponent of a magnitude down to that of its spacing.
    Bits inverseUnitBase = 0;  ///< This less the exponent of a magnitude is one over its spacing.
    T subnormalMagic = 0;      ///< The power of two whose last bit is the format's subnormal spacing.
    T subnormalSpacing = 0;
    T fraction32Scale = 0; ///< 2^32 over the subnormal spacing.
};

/// The constants of a format that the container holds (see `format::fitsFloat`), under a policy.
template <typename T>
[[nodiscard]] BinaryConstants<T> makeConstants(const format::BinaryFloat& format,
                                               const format::Quantisation& quantisation);

/// What the vector code needs to know of fixed point. It computes in double, whatever the container.
struct FixedConstants {
    double least = 0.0; ///< The format's ends.
    double most = 0.0;
    double step = 0.0;    ///< Between neighbours, a power of two.
    double perUnit = 0.0; ///< Steps in 1.
    double magic = 0.0;   ///< 1.5 times the power of two whose last bit is the step.
};

[[nodiscard]] FixedConstants makeConstants(const format::FixedPoint& format);

/// The arguments of one call, in one type for all targets.
template <typename T>
struct BinarySpan {
    T* values;
    std::size_t count;
    const std::uint32_t* random; ///< One number an element, for stochastic rounding only.
    const BinaryConstants<T>* constants;
    format::Rounding rounding;
};

template <typename T>
struct FixedSpan {
    T* values;
    std::size_t count;
    const std::uint32_t* random;
    const FixedConstants* constants;
    format::Rounding rounding;
};

template <typename T>
struct DecimalSpan {
    T* values;
    std::size_t count;
    const std::uint32_t* random;
    double scale; ///< 10^digits
    format::Rounding rounding;
};

} // namespace roundoff::kernels::detail
