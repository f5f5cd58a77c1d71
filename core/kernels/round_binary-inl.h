// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors rounded to a binary float, bit for bit as `format::quantise` does it.
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_ROUND_BINARY_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_ROUND_BINARY_INL_H
#undef ROUNDOFF_ROUND_BINARY_INL_H
#else
#define ROUNDOFF_ROUND_BINARY_INL_H
#endif

#include <cstdint>
#include <type_traits>

#include <hwy/highway.h>

#include "core/format/rounding.h"
#include "core/kernels/quantise_constants.h"
#include "core/kernels/round_integer-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using format::Rounding;

// floor(fraction * 2^32) for a fraction in [0, 1), given as fraction * 2^32 in floating point.
template <class DU, class V>
HWY_INLINE hn::Vec<DU> fraction32FromScaled(DU du, V scaled) {
    using Bits = hn::TFromD<DU>;
    constexpr int kTrailing = sizeof(Bits) == 4 ? 23 : 52;
    // The biased exponent of a number whose last bit is 1: bias and trailing bits.
    constexpr Bits kPivot = (sizeof(Bits) == 4 ? 127U : 1023U) + (sizeof(Bits) == 4 ? 23U : 52U);
    const auto bits = hn::BitCast(du, scaled);
    const auto field = hn::ShiftRight<kTrailing>(bits);
    const auto significand = hn::Or(hn::And(bits, hn::Set(du, (Bits{1} << kTrailing) - 1)),
                                    hn::Set(du, Bits{1} << kTrailing));
    const auto pivot = hn::Set(du, kPivot);
    // Below 1 there is no integer part: the shift to the right is capped where nothing is left. From 2^32 on, where no
    // lane's result is used, the one to the left is capped too: not all targets may shift by more bits than there are.
    const auto most = hn::Set(du, Bits{kTrailing + 1});
    const auto left = hn::Min(hn::Sub(hn::Max(field, pivot), pivot), most);
    const auto right = hn::Min(hn::Sub(pivot, hn::Min(field, pivot)), most);
    return hn::Shr(hn::Shl(significand, left), right);
}

/// Integer arithmetic on the bits, for every mode and policy.
/// @param random  32 random bits in each lane, as an unsigned integer; only Rounding::Stochastic looks at them
template <Rounding kMode, class D>
HWY_INLINE hn::Vec<D> roundBinary(D d, hn::Vec<D> value, hn::Vec<hn::RebindToUnsigned<D>> random,
                                  const detail::BinaryConstants<hn::TFromD<D>>& c) {
    using T = hn::TFromD<D>;
    using Bits = typename detail::BinaryConstants<T>::Bits;
    using SignedBits = std::make_signed_t<Bits>;
    const hn::RebindToUnsigned<D> du;
    const hn::RebindToSigned<D> di;
    using VU = hn::Vec<decltype(du)>;
    constexpr Bits kSign = Bits{1} << (8 * sizeof(T) - 1);
    constexpr Bits kInfinity = sizeof(T) == 4 ? Bits{0x7F800000} : static_cast<Bits>(0x7FF0000000000000ULL);
    // Magnitudes are below the sign bit, where signed comparison, which every CPU has, is right.
    const auto less = [&](VU x, VU y) { return hn::RebindMask(du, hn::Lt(hn::BitCast(di, x), hn::BitCast(di, y))); };

    const VU bits = hn::BitCast(du, value);
    const VU sign = hn::And(bits, hn::Set(du, kSign));
    const VU magnitude = hn::Xor(bits, sign);
    const VU dropMask = hn::Set(du, c.dropMask);
    const VU unit = hn::Set(du, static_cast<Bits>(c.dropMask + 1));
    const auto negative = hn::RebindMask(du, hn::Lt(hn::BitCast(di, bits), hn::Zero(di)));
    const auto away = kMode == Rounding::Up ? hn::Not(negative) : negative; // For Up and Down only.

    VU rounded = magnitude;
    if (c.drop > 0) {
        if constexpr (kMode == Rounding::NearestEven) {
            const VU odd = hn::And(hn::ShiftRightSame(magnitude, c.drop), hn::Set(du, Bits{1}));
            rounded = hn::Add(magnitude, hn::Add(hn::Set(du, static_cast<Bits>(c.dropMask >> 1U)), odd));
        } else if constexpr (kMode == Rounding::NearestAway) {
            rounded = hn::Add(magnitude, hn::Set(du, static_cast<Bits>((c.dropMask >> 1U) + 1)));
        } else if constexpr (kMode == Rounding::Up || kMode == Rounding::Down) {
            rounded = hn::Add(magnitude, hn::IfThenElseZero(away, dropMask));
        } else if constexpr (kMode == Rounding::Stochastic) {
            const VU rest = hn::And(magnitude, dropMask);
            const VU fraction32 = c.drop <= 32 ? hn::ShiftLeftSame(rest, 32 - c.drop)
                                               : hn::ShiftRightSame(rest, c.drop - 32);
            const auto up = hn::Lt(random, fraction32);
            rounded = hn::Add(magnitude, hn::IfThenElseZero(up, unit));
        }
        rounded = hn::AndNot(dropMask, rounded);
    }

    if (c.subnormalBelow != 0) {
        // Adding a power of two whose last bit is the spacing rounds to nearest-even; what that changed is exact.
        const auto v = hn::BitCast(d, magnitude);
        const auto magic = hn::Set(d, c.subnormalMagic);
        const auto nearest = hn::Sub(hn::Add(v, magic), magic);
        auto result = nearest;
        if constexpr (kMode != Rounding::NearestEven) {
            const auto spacing = hn::Set(d, c.subnormalSpacing);
            const auto below = hn::IfThenElse(hn::Gt(nearest, v), hn::Sub(nearest, spacing), nearest);
            const auto fraction = hn::Sub(v, below);
            const auto above = hn::Add(below, spacing);
            result = below;
            if constexpr (kMode == Rounding::NearestAway) {
                const auto half = hn::Set(d, static_cast<T>(c.subnormalSpacing / 2));
                result = hn::IfThenElse(hn::Ge(fraction, half), above, below);
            } else if constexpr (kMode == Rounding::Up || kMode == Rounding::Down) {
                const auto up = hn::And(hn::RebindMask(d, away), hn::Gt(fraction, hn::Zero(d)));
                result = hn::IfThenElse(up, above, below);
            } else if constexpr (kMode == Rounding::Stochastic) {
                const VU fraction32 = fraction32FromScaled(du, hn::Mul(fraction, hn::Set(d, c.fraction32Scale)));
                const auto up = hn::Lt(random, fraction32);
                result = hn::IfThenElse(hn::RebindMask(d, up), above, below);
            }
        }
        rounded = hn::IfThenElse(less(magnitude, hn::Set(du, c.subnormalBelow)), hn::BitCast(du, result), rounded);
    }
    if (c.flushBelow != 0) {
        rounded = hn::IfThenZeroElse(less(rounded, hn::Set(du, c.flushBelow)), rounded);
    }

    const VU maxFinite = hn::Set(du, c.maxFinite);
    const VU infinity = hn::Set(du, kInfinity);
    VU overflow = hn::Set(du, c.overflow);
    if constexpr (kMode == Rounding::TowardZero) {
        overflow = hn::IfThenElse(hn::Eq(magnitude, infinity), overflow, maxFinite);
    } else if constexpr (kMode == Rounding::Up || kMode == Rounding::Down) {
        overflow = hn::IfThenElse(hn::Or(hn::Eq(magnitude, infinity), away), overflow, maxFinite);
    }
    rounded = hn::IfThenElse(less(maxFinite, rounded), overflow, rounded);
    const VU nan = hn::Or(hn::And(bits, hn::Set(du, c.nanKeep)), hn::Set(du, c.nanSet));
    const auto isNan = less(infinity, magnitude);
    static_assert(sizeof(SignedBits) == sizeof(Bits));
    return hn::BitCast(d, hn::IfThenElse(isNan, nan, hn::Or(rounded, sign)));
}

/// Nearest-even without a look at the significand: adding and subtracting 1.5 times the power of two whose last bit is
/// the spacing of the format around the value makes the hardware round there. Vectors that hold something outside the
/// safe range take the general way. Not for formats or policies that flush subnormals.
template <class D>
HWY_INLINE hn::Vec<D> roundMagic(D d, hn::Vec<D> value, const detail::BinaryConstants<hn::TFromD<D>>& c) {
    using T = hn::TFromD<D>;
    const hn::RebindToSigned<D> di;
    using SignedBits = hn::TFromD<decltype(di)>;
    constexpr int kTrailing = sizeof(T) == 4 ? 23 : 52;
    constexpr auto kExponentMask = static_cast<SignedBits>(sizeof(T) == 4 ? 0x7F800000ULL : 0x7FF0000000000000ULL);
    static_assert(kTrailing > 0);
    const auto magnitude = hn::BitCast(di, hn::Abs(value));
    if (HWY_UNLIKELY(!hn::AllFalse(di, hn::Gt(magnitude, hn::Set(di, static_cast<SignedBits>(c.magicLimit)))))) {
        return roundBinary<Rounding::NearestEven>(d, value, hn::Zero(hn::RebindToUnsigned<D>()), c);
    }
    const auto exponent = hn::Max(hn::And(magnitude, hn::Set(di, kExponentMask)),
                                  hn::Set(di, static_cast<SignedBits>(c.magicMinExponent)));
    const auto magic = hn::BitCast(d, hn::Add(exponent, hn::Set(di, static_cast<SignedBits>(c.magicOffset))));
    return hn::CopySign(hn::Sub(hn::Add(value, magic), magic), value);
}

/// Every mode in double lanes, without a branch: scaled to make the spacing of the format around the value 1, the
/// hardware rounds to integers, subnormals of the format not excepted. Every scaling is by a power of two and exact.
/// For values that are zero or at least 2^-350, and no larger than the format's largest finite value; not for formats
/// or policies that flush subnormals.
/// @param exponent  the power of two at or below the magnitude, at least the format's smallest normal value
/// @param random  as for roundBinary
template <Rounding kMode, class D>
HWY_INLINE hn::Vec<D> roundScaled(D d, hn::Vec<D> value, hn::Vec<D> exponent, hn::Vec<hn::RebindToUnsigned<D>> random,
                                  const detail::BinaryConstants<double>& c) {
    static_assert(std::is_same_v<hn::TFromD<D>, double>);
    const hn::RebindToUnsigned<D> du;
    // Stochastic rounding looks at the digits up to 2^-32 of the spacing.
    constexpr std::uint64_t kFiner = kMode == Rounding::Stochastic ? std::uint64_t{32} << 52U : 0;
    const auto unit = hn::BitCast(d, hn::Sub(hn::BitCast(du, exponent), hn::Set(du, c.unitOffset + kFiner)));
    const auto inverse = hn::BitCast(d, hn::Sub(hn::Set(du, c.inverseUnitBase + kFiner), hn::BitCast(du, exponent)));
    if constexpr (kMode == Rounding::Stochastic) {
        // random < floor(fraction * 2^32) if and only if the fraction carries when 2^32 - 1 - random is added to it.
        // Both are added to an integer below 2^44 that lies in the significand of a double of 2^52.
        const auto digits = hn::Floor(hn::Mul(hn::Abs(value), inverse));
        const auto bits = hn::BitCast(du, hn::Add(digits, hn::Set(d, 0x1p52 + 0xFFFFFFFFp0)));
        const auto carried = hn::AndNot(hn::Set(du, 0xFFFFFFFFULL), hn::Sub(bits, random));
        const auto integer = hn::Sub(hn::BitCast(d, carried), hn::Set(d, 0x1p52));
        return hn::CopySign(hn::Mul(integer, unit), value);
    } else {
        return hn::Mul(roundToInteger<kMode>(d, hn::Mul(value, inverse)), unit);
    }
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
