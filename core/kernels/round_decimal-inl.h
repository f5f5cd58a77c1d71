// SPDX-License-Identifier: GPL-3.0-or-later
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_ROUND_DECIMAL_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_ROUND_DECIMAL_INL_H
#undef ROUNDOFF_ROUND_DECIMAL_INL_H
#else
#define ROUNDOFF_ROUND_DECIMAL_INL_H
#endif

#include <hwy/highway.h>

#include "core/format/rounding.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

/// Decimals in double lanes, as `format::quantise` does it; an infinity stays one.
/// @param random  32 random bits in each lane, as an unsigned integer; only Rounding::Stochastic looks at them
/// @param scale  10^digits
/// @param member  brings k / scale to the container
template <format::Rounding kMode, class D, class F>
HWY_INLINE hwy::HWY_NAMESPACE::Vec<D>
roundDecimal(D d, hwy::HWY_NAMESPACE::Vec<D> value,
             hwy::HWY_NAMESPACE::Vec<hwy::HWY_NAMESPACE::RebindToUnsigned<D>> random, double scale, F member) {
    namespace hn = hwy::HWY_NAMESPACE;
    using format::Rounding;
    const hn::RebindToUnsigned<D> du;
    const auto one = hn::Set(d, 1.0);
    const auto magnitude = hn::Abs(value);
    const auto scaled = hn::Mul(magnitude, hn::Set(d, scale));
    auto below = hn::Floor(scaled);
    const auto next = hn::Add(below, one);
    below = hn::IfThenElse(hn::Le(member(next), magnitude), next,
                           hn::IfThenElse(hn::Gt(member(below), magnitude), hn::Sub(below, one), below));
    const auto between = hn::Lt(member(below), magnitude);
    const auto fraction = hn::Min(hn::Max(hn::Sub(scaled, below), hn::Zero(d)), one);
    const auto half = hn::Set(d, 0.5);
    const auto negative = hn::Lt(value, hn::Zero(d));
    auto up = between;
    if constexpr (kMode == Rounding::NearestEven) {
        const auto halved = hn::Mul(below, half);
        const auto odd = hn::Ne(hn::Floor(halved), halved);
        up = hn::Or(hn::Gt(fraction, half), hn::And(hn::Eq(fraction, half), odd));
    } else if constexpr (kMode == Rounding::NearestAway) {
        up = hn::Ge(fraction, half);
    } else if constexpr (kMode == Rounding::TowardZero) {
        up = hn::Lt(one, one);
    } else if constexpr (kMode == Rounding::Up) {
        up = hn::Not(negative);
    } else if constexpr (kMode == Rounding::Down) {
        up = negative;
    } else {
        const auto limit = hn::Floor(hn::Min(hn::Mul(fraction, hn::Set(d, 0x1p32)), hn::Set(d, 0xFFFFFFFFp0)));
        // A 32-bit integer placed into the significand of 2^52 becomes a double by subtracting 2^52.
        const auto bits = hn::Or(random, hn::BitCast(du, hn::Set(d, 0x1p52)));
        up = hn::Lt(hn::Sub(hn::BitCast(d, bits), hn::Set(d, 0x1p52)), limit);
    }
    const auto k = hn::IfThenElse(hn::And(between, up), hn::Add(below, one), below);
    const auto result = hn::CopySign(member(k), value);
    return hn::IfThenElse(hn::Lt(scaled, hn::Set(d, 0x1p53)), result, value);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
