// SPDX-License-Identifier: GPL-3.0-or-later
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_ROUND_INTEGER_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_ROUND_INTEGER_INL_H
#undef ROUNDOFF_ROUND_INTEGER_INL_H
#else
#define ROUNDOFF_ROUND_INTEGER_INL_H
#endif

#include <hwy/highway.h>

#include "core/format/rounding.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

/// Rounds to integers, in every mode that needs no random numbers. A result of zero has either sign, but +0 stays +0.
template <format::Rounding kMode, class D>
HWY_INLINE hwy::HWY_NAMESPACE::Vec<D> roundToInteger(D d, hwy::HWY_NAMESPACE::Vec<D> value) {
    namespace hn = hwy::HWY_NAMESPACE;
    using format::Rounding;
    static_assert(kMode != Rounding::Stochastic);
    if constexpr (kMode == Rounding::NearestEven) {
        return hn::Round(value);
    } else if constexpr (kMode == Rounding::TowardZero) {
        return hn::Trunc(value);
    } else if constexpr (kMode == Rounding::Up) {
        const auto above = hn::Ceil(value);
        return HWY_TARGET == HWY_EMU128 ? hn::CopySign(above, value) : above; // Highway's own makes -0 of +0 there.
    } else if constexpr (kMode == Rounding::Down) {
        return hn::Floor(value);
    } else {
        // Adding one half before truncating could round; what truncating leaves cannot.
        const auto below = hn::Trunc(value);
        const auto goesOn = hn::Ge(hn::Abs(hn::Sub(value, below)), hn::Set(d, 0.5));
        return hn::Add(below, hn::IfThenElseZero(goesOn, hn::CopySign(hn::Set(d, 1.0), value)));
    }
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
