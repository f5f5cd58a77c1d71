// SPDX-License-Identifier: GPL-3.0-or-later
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_ROUND_FIXED_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_ROUND_FIXED_INL_H
#undef ROUNDOFF_ROUND_FIXED_INL_H
#else
#define ROUNDOFF_ROUND_FIXED_INL_H
#endif

#include <type_traits>

#include <hwy/highway.h>

#include "core/format/rounding.h"
#include "core/kernels/quantise_constants.h"
#include "core/kernels/round_integer-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

/// Fixed point in double lanes, bit for bit as `format::quantise` does it: NaN becomes 0, what lies outside the nearest
/// end, and there is one zero.
/// @param random  32 random bits in each lane, as an unsigned integer; only Rounding::Stochastic looks at them
template <format::Rounding kMode, class D>
HWY_INLINE hwy::HWY_NAMESPACE::Vec<D>
roundFixed(D d, hwy::HWY_NAMESPACE::Vec<D> value,
           hwy::HWY_NAMESPACE::Vec<hwy::HWY_NAMESPACE::RebindToUnsigned<D>> random, const detail::FixedConstants& c) {
    namespace hn = hwy::HWY_NAMESPACE;
    using format::Rounding;
    static_assert(std::is_same_v<hn::TFromD<D>, double>);
    // The ends are values of the format, and rounding keeps the order of numbers: saturating first changes nothing, and
    // leaves at most 2^31 steps. From here on all is exact but the rounding itself.
    const auto number = hn::IfThenElseZero(hn::Eq(value, value), value);
    const auto inside = hn::Min(hn::Max(number, hn::Set(d, c.least)), hn::Set(d, c.most));
    if constexpr (kMode == Rounding::NearestEven) {
        // The sum's last bit is one step: adding rounds to nearest-even. A difference of zero is +0.
        const auto magic = hn::Set(d, c.magic);
        return hn::Sub(hn::Add(inside, magic), magic);
    } else {
        const auto steps = hn::Mul(inside, hn::Set(d, c.perUnit));
        auto rounded = steps;
        if constexpr (kMode == Rounding::Stochastic) {
            // random < floor(fraction * 2^32) if and only if random + 1 <= fraction * 2^32. An integer that is placed
            // into the significand of 2^52 becomes a double by subtracting 2^52.
            const hn::RebindToUnsigned<D> du;
            const auto placed = hn::Or(random, hn::BitCast(du, hn::Set(d, 0x1p52)));
            const auto next = hn::Sub(hn::BitCast(d, placed), hn::Set(d, 0x1p52 - 1.0));
            const auto magnitude = hn::Abs(steps);
            const auto below = hn::Floor(magnitude);
            const auto up = hn::Le(next, hn::Mul(hn::Sub(magnitude, below), hn::Set(d, 0x1p32)));
            rounded = hn::CopySign(hn::Add(below, hn::IfThenElseZero(up, hn::Set(d, 1.0))), steps);
        } else {
            rounded = roundToInteger<kMode>(d, steps);
        }
        return hn::Add(hn::Mul(rounded, hn::Set(d, c.step)), hn::Zero(d)); // -0 + 0 is 0.
    }
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
