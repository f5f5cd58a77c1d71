// SPDX-License-Identifier: GPL-3.0-or-later
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_QUOTIENT_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_QUOTIENT_INL_H
#undef ROUNDOFF_QUOTIENT_INL_H
#else
#define ROUNDOFF_QUOTIENT_INL_H
#endif

#include <hwy/highway.h>

// Correctly rounded quotients without the division instruction, of which a core finishes one vector in ten cycles while
// it finishes two fused multiply-adds in one. Theorem (P. Markstein, Computation of elementary functions on the IBM
// RISC System/6000 processor, IBM J. Res. Dev. 34, 1990, theorem 8.2): let y be 1/b rounded to nearest and q within one
// unit in the last place of a/b; then fma(fma(-b, q, a), y, q) is a/b rounded to nearest, as long as nothing overflows
// and the remainder is exact, that is, not near the subnormal numbers.

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

/// One step towards a / b.
/// @param y  1/b
/// @param q  an approximation of a / b
template <class V>
HWY_INLINE V refinedQuotient(V a, V b, V y, V q) {
    namespace hn = hwy::HWY_NAMESPACE;
    return hn::MulAdd(hn::NegMulAdd(b, q, a), y, q);
}

/// a / b by multiplications.
/// @param y  1/b, rounded to nearest
template <class V>
HWY_INLINE V quotientBy(V a, V b, V y) {
    namespace hn = hwy::HWY_NAMESPACE;
    // The first is off by up to two units, the second by less than one.
    return refinedQuotient(a, b, y, refinedQuotient(a, b, y, hn::Mul(a, y)));
}

#if HWY_TARGET == HWY_AVX3

/// 1/b rounded to nearest, unless the significand of b is all ones (which `tst_update` tries for all 2^23).
/// @param b  of a magnitude in [2^-60, 2^60]
template <class D>
HWY_INLINE hwy::HWY_NAMESPACE::Vec<D> roundedReciprocal(D d, hwy::HWY_NAMESPACE::Vec<D> b) {
    namespace hn = hwy::HWY_NAMESPACE;
    const auto one = hn::Set(d, 1.0F);
    const auto coarse = hn::ApproximateReciprocal(b); // 14 bits
    const auto fine = hn::MulAdd(hn::NegMulAdd(b, coarse, one), coarse, coarse);
    return hn::MulAdd(hn::NegMulAdd(b, fine, one), fine, fine);
}
#endif

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
