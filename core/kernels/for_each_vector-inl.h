// SPDX-License-Identifier: GPL-3.0-or-later
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_FOR_EACH_VECTOR_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_FOR_EACH_VECTOR_INL_H
#undef ROUNDOFF_FOR_EACH_VECTOR_INL_H
#else
#define ROUNDOFF_FOR_EACH_VECTOR_INL_H
#endif

#include <cstddef>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

/// Vectors of at most 64 bytes: rows are padded to that.
template <typename T>
using Tag = hwy::HWY_NAMESPACE::CappedTag<T, 64 / sizeof(T)>;

/// out = f(a, b) by whole vectors; the last, shorter piece goes through copies padded with zeros. `out` may be `a` or
/// `b`.
template <class D, class F, typename T>
HWY_INLINE void mapVectors(D d, const T* a, const T* b, T* out, std::size_t count, F f) {
    namespace hn = hwy::HWY_NAMESPACE;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        hn::StoreU(f(hn::LoadU(d, a + i), hn::LoadU(d, b + i)), d, out + i);
    }
    if (i < count) {
        HWY_ALIGN T lastA[64 / sizeof(T)] = {};
        HWY_ALIGN T lastB[64 / sizeof(T)] = {};
        for (std::size_t k = i; k < count; ++k) {
            lastA[k - i] = a[k];
            lastB[k - i] = b[k];
        }
        hn::Store(f(hn::Load(d, lastA), hn::Load(d, lastB)), d, lastA);
        for (std::size_t k = i; k < count; ++k) {
            out[k] = lastA[k - i];
        }
    }
}

/// values = f(values, index of the vector's first element), as mapVectors does it.
template <class D, class F, typename T>
HWY_INLINE void forEachVector(D d, T* values, std::size_t count, F f) {
    namespace hn = hwy::HWY_NAMESPACE;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        hn::StoreU(f(hn::LoadU(d, values + i), i), d, values + i);
    }
    if (i < count) {
        HWY_ALIGN T last[64 / sizeof(T)] = {};
        for (std::size_t k = i; k < count; ++k) {
            last[k - i] = values[k];
        }
        hn::Store(f(hn::Load(d, last), i), d, last);
        for (std::size_t k = i; k < count; ++k) {
            values[k] = last[k - i];
        }
    }
}

/// values = f(values, other)
template <class D, class F, typename T>
HWY_INLINE void forEachVectorWith(D d, T* values, const T* other, std::size_t count, F f) {
    mapVectors(d, values, other, values, count, f);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
