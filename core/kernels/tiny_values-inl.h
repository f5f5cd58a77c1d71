// SPDX-License-Identifier: GPL-3.0-or-later
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_TINY_VALUES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_TINY_VALUES_INL_H
#undef ROUNDOFF_TINY_VALUES_INL_H
#else
#define ROUNDOFF_TINY_VALUES_INL_H
#endif

#include <cstdint>
#include <limits>

#include <hwy/highway.h>

// x86 processors multiply and divide subnormal numbers in microcode, some hundred cycles a vector. An optimiser makes
// many of them: where a unit has died, its velocity decays to the smallest subnormal number and stays there, since
// 0.9 of it rounds to itself. What follows gives the same bits and never does that.

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

/// The bits of |x|, as signed integers, which order like the magnitudes.
template <class D>
HWY_INLINE hwy::HWY_NAMESPACE::Vec<hwy::HWY_NAMESPACE::RebindToSigned<D>> magnitudeBits(D /*d*/,
                                                                                        hwy::HWY_NAMESPACE::Vec<D> x) {
    namespace hn = hwy::HWY_NAMESPACE;
    const hn::RebindToSigned<D> di;
    return hn::BitCast(di, hn::Abs(x));
}

/// Lanes with 0 < |x| < 2^exponent.
template <class D>
HWY_INLINE hwy::HWY_NAMESPACE::Mask<hwy::HWY_NAMESPACE::RebindToSigned<D>> tinyLanes(D d, hwy::HWY_NAMESPACE::Vec<D> x,
                                                                                     int exponent) {
    namespace hn = hwy::HWY_NAMESPACE;
    using T = hn::TFromD<D>;
    const hn::RebindToSigned<D> di;
    using TI = hn::TFromD<hn::RebindToSigned<D>>;
    constexpr int kBias = std::numeric_limits<T>::max_exponent - 1;
    constexpr int kStoredBits = std::numeric_limits<T>::digits - 1;
    const auto bits = magnitudeBits(d, x);
    const auto limit = hn::Set(di, static_cast<TI>(exponent + kBias) << kStoredBits);
    return hn::And(hn::Lt(bits, limit), hn::Gt(bits, hn::Zero(di)));
}

/// factor * x, rounded to nearest even as the processor does it.
/// @param factor  in [0, 1]
template <class D>
HWY_INLINE hwy::HWY_NAMESPACE::Vec<D> decayed(D d, hwy::HWY_NAMESPACE::Vec<D> factor, hwy::HWY_NAMESPACE::Vec<D> x) {
    namespace hn = hwy::HWY_NAMESPACE;
#if HWY_NATIVE_FMA
    using T = hn::TFromD<D>;
    const hn::RebindToSigned<D> di;
    // Below this all numbers are multiples of the smallest one, and their bits are the multiple.
    constexpr int kGridEnd = std::numeric_limits<T>::min_exponent;
    const auto onGrid = tinyLanes(d, x, kGridEnd);
    if (HWY_LIKELY(hn::AllFalse(di, onGrid))) {
        return hn::Mul(factor, x);
    }
    const auto tiny = hn::RebindMask(d, onGrid);
    const auto multiple = hn::ConvertTo(d, magnitudeBits(d, hn::IfThenElseZero(tiny, x)));
    const auto product = hn::Mul(factor, multiple);
    // Rounding the rounded product is right but where it came to lie on a tie.
    const auto error = hn::MulSub(factor, multiple, product);
    const auto nearest = hn::Round(product);
    const auto past = hn::Sub(product, nearest);
    const auto half = hn::Set(d, static_cast<T>(0.5));
    const auto one = hn::Set(d, T{1});
    const auto above = hn::And(hn::Eq(past, half), hn::Gt(error, hn::Zero(d)));
    const auto below = hn::And(hn::Eq(past, hn::Neg(half)), hn::Lt(error, hn::Zero(d)));
    const auto rounded = hn::Sub(hn::Add(nearest, hn::IfThenElseZero(above, one)), hn::IfThenElseZero(below, one));
    const auto decayedTiny = hn::CopySign(hn::BitCast(d, hn::ConvertTo(di, rounded)), x);
    return hn::IfThenElse(tiny, decayedTiny, hn::Mul(factor, hn::IfThenZeroElse(tiny, x)));
#else
    static_cast<void>(d);
    return hn::Mul(factor, x);
#endif
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
