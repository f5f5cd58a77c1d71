// SPDX-License-Identifier: GPL-3.0-or-later
// Rounding to multiples of a scale, and to binary floats times a power of two, in double lanes: every lane may have a
// scale of its own. Everything that decides is exact, so the results are those of core/format.
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_ROUND_SHARED_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_ROUND_SHARED_INL_H
#undef ROUNDOFF_ROUND_SHARED_INL_H
#else
#define ROUNDOFF_ROUND_SHARED_INL_H
#endif

#include <cstddef>
#include <cstdint>

#include <hwy/highway.h>

#include "core/format/rounding.h"
#include "core/kernels/for_each_vector-inl.h"
#include "core/kernels/piece_scales.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

using Wide = Tag<double>;
using WideVec = hwy::HWY_NAMESPACE::Vec<Wide>;
using WideMask = hwy::HWY_NAMESPACE::Mask<Wide>;
using WideBits = hwy::HWY_NAMESPACE::RebindToUnsigned<Wide>;

// Integers below 2^52 as doubles: placed into the significand of 2^52, from which 2^52 is subtracted.
HWY_INLINE WideVec fromInteger(Wide d, hwy::HWY_NAMESPACE::Vec<WideBits> integer) {
    namespace hn = hwy::HWY_NAMESPACE;
    const auto offset = hn::Set(d, 0x1p52);
    return hn::Sub(hn::BitCast(d, hn::Or(integer, hn::BitCast(WideBits(), offset))), offset);
}

// Whether random < floor(rest / step * 2^32), which is random + 1 <= rest * 2^32 / step, by exact comparison.
//
// random + 1 has 33 bits and the step 24, more than a product can hold; in halves of 17 and 16 bits it does. The
// difference of rest and the high half's product is exact if they are within a factor of 2; if not, it is so far from
// zero that the low half cannot change its sign.
HWY_INLINE WideMask isBelowFraction(Wide d, const std::uint32_t* random, WideVec rest, WideVec step) {
    namespace hn = hwy::HWY_NAMESPACE;
    const WideBits du;
    const hn::Rebind<std::uint32_t, WideBits> d32;
    const auto next = hn::Add(hn::PromoteTo(du, hn::LoadU(d32, random)), hn::Set(du, 1));
    const auto high = fromInteger(d, hn::ShiftRight<16>(next));
    const auto low = fromInteger(d, hn::And(next, hn::Set(du, 0xFFFF)));
    const auto left = hn::Sub(hn::Mul(rest, hn::Set(d, 0x1p32)), hn::Mul(hn::Mul(high, step), hn::Set(d, 0x1p16)));
    return hn::Ge(left, hn::Mul(low, step));
}

// Whether a magnitude goes up to the next multiple of the step.
// @param rest  what it exceeds a multiple by, below the step
// @param isOdd  makes the mask of the multiples that are odd; only NearestEven looks at them
template <format::Rounding kMode, class IsOdd>
HWY_INLINE WideMask goesUp(Wide d, WideVec value, WideVec rest, WideVec step, const std::uint32_t* random,
                           IsOdd isOdd) {
    namespace hn = hwy::HWY_NAMESPACE;
    using format::Rounding;
    const auto zero = hn::Zero(d);
    if constexpr (kMode == Rounding::NearestEven) {
        const auto twice = hn::Add(rest, rest);
        return hn::Or(hn::Gt(twice, step), hn::And(hn::Eq(twice, step), isOdd()));
    } else if constexpr (kMode == Rounding::NearestAway) {
        return hn::Ge(hn::Add(rest, rest), step);
    } else if constexpr (kMode == Rounding::Up) {
        return hn::And(hn::Gt(rest, zero), hn::Gt(value, zero));
    } else if constexpr (kMode == Rounding::Down) {
        return hn::And(hn::Gt(rest, zero), hn::Lt(value, zero));
    } else if constexpr (kMode == Rounding::Stochastic) {
        return isBelowFraction(d, random, rest, step);
    } else {
        return hn::Lt(zero, zero);
    }
}

/// Rounds to the multiples of a scale from the least to the most that there are. NaN becomes 0, infinities the ends.
template <format::Rounding kMode>
struct ToMultiples {
    using Scales = detail::MultipleScales;
    static constexpr bool kStochastic = kMode == format::Rounding::Stochastic;

    explicit ToMultiples(const detail::PieceFormat& /*f*/) {}

    struct Lanes {
        WideVec scale;
        WideVec inverse;
        WideVec least;
        WideVec most;
    };

    /// Of pieces `i` and those after it, a piece for each lane.
    static HWY_INLINE Lanes lanesOf(Wide d, const Scales& s, std::size_t i) {
        namespace hn = hwy::HWY_NAMESPACE;
        return {hn::LoadU(d, s.scale + i), hn::LoadU(d, s.inverse + i), hn::LoadU(d, s.least + i),
                hn::LoadU(d, s.most + i)};
    }
    /// Of piece `i` in all lanes.
    static HWY_INLINE Lanes allLanesOf(Wide d, const Scales& s, std::size_t i) {
        namespace hn = hwy::HWY_NAMESPACE;
        return {hn::Set(d, s.scale[i]), hn::Set(d, s.inverse[i]), hn::Set(d, s.least[i]), hn::Set(d, s.most[i])};
    }

    HWY_INLINE WideVec operator()(Wide d, WideVec value, const Lanes& lanes, const std::uint32_t* random) const {
        namespace hn = hwy::HWY_NAMESPACE;
        if constexpr (kMode == format::Rounding::NearestEven) {
            // The quotient is off by at most 2^-52 of itself, which is at most 2^-35 where it does not saturate: the
            // nearest integer is right unless a tie is that close. A NaN or an infinity fails the test as well.
            const auto quotient = hn::Mul(value, lanes.inverse);
            const auto nearest = hn::Round(quotient);
            const auto clear = hn::Le(hn::Abs(hn::Sub(quotient, nearest)), hn::Set(d, 0.5 - 0x1p-33));
            if (HWY_LIKELY(hn::AllTrue(d, clear))) {
                return valuesOf(d, nearest, lanes);
            }
        }
        const auto number = hn::IfThenElseZero(hn::Eq(value, value), value);
        const auto magnitude = hn::Abs(number);
        const auto one = hn::Set(d, 1.0);
        // No code is above 2^16. The estimate is off by at most one, and products of multiples and scales are exact, as
        // is what is left of the magnitude: it is less than the multiple, or the multiple is 0.
        const auto quotient = hn::Min(hn::Mul(magnitude, lanes.inverse), hn::Set(d, 0x1p17));
        auto below = hn::Floor(quotient);
        const auto next = hn::Add(below, one);
        below = hn::IfThenElse(
            hn::Le(hn::Mul(next, lanes.scale), magnitude), next,
            hn::IfThenElse(hn::Gt(hn::Mul(below, lanes.scale), magnitude), hn::Sub(below, one), below));
        const auto rest = hn::Sub(magnitude, hn::Mul(below, lanes.scale));
        const auto up = goesUp<kMode>(d, number, rest, lanes.scale, random, [&]() HWY_ATTR {
            const auto halved = hn::Mul(below, hn::Set(d, 0.5));
            return hn::Ne(hn::Floor(halved), halved);
        });
        return valuesOf(d, hn::CopySign(hn::IfThenElse(up, hn::Add(below, one), below), number), lanes);
    }

private:
    static HWY_INLINE WideVec valuesOf(Wide d, WideVec multiple, const Lanes& lanes) {
        namespace hn = hwy::HWY_NAMESPACE;
        const auto code = hn::Min(hn::Max(multiple, lanes.least), lanes.most);
        return hn::Add(hn::Mul(code, lanes.scale), hn::Zero(d)); // -0 + 0 is 0: integers have one zero.
    }
};

/// Rounds finite values to a binary float times powers of two; what exceeds the largest value saturates.
template <format::Rounding kMode>
struct ToFloats {
    using Scales = detail::FloatScales;
    static constexpr bool kStochastic = kMode == format::Rounding::Stochastic;

    explicit ToFloats(const detail::PieceFormat& f) : significandBits_(f.significandBits), subnormals_(f.subnormals) {}

    struct Lanes {
        WideVec minNormal;
        WideVec maxFinite;
    };

    static HWY_INLINE Lanes lanesOf(Wide d, const Scales& s, std::size_t i) {
        namespace hn = hwy::HWY_NAMESPACE;
        return {hn::LoadU(d, s.minNormal + i), hn::LoadU(d, s.maxFinite + i)};
    }
    static HWY_INLINE Lanes allLanesOf(Wide d, const Scales& s, std::size_t i) {
        namespace hn = hwy::HWY_NAMESPACE;
        return {hn::Set(d, s.minNormal[i]), hn::Set(d, s.maxFinite[i])};
    }

    HWY_INLINE WideVec operator()(Wide d, WideVec value, const Lanes& lanes, const std::uint32_t* random) const {
        namespace hn = hwy::HWY_NAMESPACE;
        // Whatever the mode, what lies above the largest value comes to it.
        const auto magnitude = hn::Min(hn::Abs(value), lanes.maxFinite);
        const auto exponentBits = hn::BitCast(d, hn::Set(WideBits(), 0x7FF0000000000000ULL));
        const auto power = hn::Max(hn::And(magnitude, exponentBits), lanes.minNormal);
        // Adding 1.5 times the power of two whose last bit is the spacing rounds to nearest-even.
        const auto magic = hn::Mul(power, hn::Set(d, magicOf(significandBits_)));
        const auto nearest = hn::Sub(hn::Add(magnitude, magic), magic);
        auto result = nearest;
        if constexpr (kMode != format::Rounding::NearestEven) {
            const auto step = hn::Mul(power, hn::Set(d, stepOf(significandBits_)));
            const auto below = hn::IfThenElse(hn::Gt(nearest, magnitude), hn::Sub(nearest, step), nearest);
            const auto up = goesUp<kMode>(d, value, hn::Sub(magnitude, below), step, random,
                                          [&]() HWY_ATTR { return hn::Ne(below, below); });
            result = hn::IfThenElse(up, hn::Add(below, step), below);
        }
        if (!subnormals_) {
            result = hn::IfThenZeroElse(hn::Lt(result, lanes.minNormal), result);
        }
        return hn::CopySign(result, value);
    }

private:
    // The spacing of numbers with so many bits around 1, and 1.5 * 2^52 of it.
    static HWY_INLINE double stepOf(int bits) { return 2.0 / static_cast<double>(std::uint64_t{1} << bits); }
    static HWY_INLINE double magicOf(int bits) { return stepOf(bits) * 0x1.8p52; }

    int significandBits_;
    bool subnormals_;
};

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
