// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/update.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/update.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/for_each_vector-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <typename T>
void addDecayT(const T* gradient, const T* weights, T decay, T* out, std::size_t count) {
    const Tag<T> d;
    const auto factor = hn::Set(d, decay);
    mapVectors(d, gradient, weights, out, count,
               [&](auto g, auto w) HWY_ATTR { return hn::Add(g, hn::Mul(factor, w)); });
}

template <typename T>
void accumulateMomentumT(const T* gradient, T momentum, T* velocity, std::size_t count) {
    const Tag<T> d;
    const auto factor = hn::Set(d, momentum);
    forEachVectorWith(d, velocity, gradient, count,
                      [&](auto v, auto g) HWY_ATTR { return hn::Add(hn::Mul(factor, v), g); });
}

template <typename T>
void descendT(const T* direction, T rate, T* weights, std::size_t count) {
    const Tag<T> d;
    const auto factor = hn::Set(d, rate);
    forEachVectorWith(d, weights, direction, count,
                      [&](auto w, auto v) HWY_ATTR { return hn::Sub(w, hn::Mul(factor, v)); });
}

template <typename T>
void accumulateMomentsT(const T* gradient, T beta1, T beta2, T* moment1, T* moment2, std::size_t count) {
    const Tag<T> d;
    const auto keep1 = hn::Set(d, beta1);
    const auto keep2 = hn::Set(d, beta2);
    const auto take1 = hn::Set(d, T{1} - beta1);
    const auto take2 = hn::Set(d, T{1} - beta2);
    forEachVectorWith(d, moment1, gradient, count,
                      [&](auto m, auto g) HWY_ATTR { return hn::Add(hn::Mul(keep1, m), hn::Mul(take1, g)); });
    forEachVectorWith(d, moment2, gradient, count, [&](auto m, auto g) HWY_ATTR {
        return hn::Add(hn::Mul(keep2, m), hn::Mul(take2, hn::Mul(g, g)));
    });
}

template <class D, typename T = hn::TFromD<D>>
HWY_INLINE void descendAdamVector(D d, const T* moment1, const T* moment2, T rate, T correction, T epsilon, T keep,
                                  T* w) {
    const auto denominator = hn::Add(hn::Div(hn::Sqrt(hn::LoadU(d, moment2)), hn::Set(d, correction)),
                                     hn::Set(d, epsilon));
    const auto step = hn::Mul(hn::Set(d, rate), hn::Div(hn::LoadU(d, moment1), denominator));
    hn::StoreU(hn::Sub(hn::Mul(hn::LoadU(d, w), hn::Set(d, keep)), step), d, w);
}

template <typename T>
void descendAdamT(const T* moment1, const T* moment2, T rate, T correction, T epsilon, T keep, T* weights,
                  std::size_t count) {
    const Tag<T> d;
    std::size_t i = 0;
    for (; i + hn::Lanes(d) <= count; i += hn::Lanes(d)) {
        descendAdamVector(d, moment1 + i, moment2 + i, rate, correction, epsilon, keep, weights + i);
    }
    for (; i < count; ++i) {
        descendAdamVector(hn::CappedTag<T, 1>(), moment1 + i, moment2 + i, rate, correction, epsilon, keep,
                          weights + i);
    }
}

// HWY_EXPORT takes plain functions: one of each for float and for double.
#define ROUNDOFF_BOTH(T, Suffix)                                                                                       \
    void addDecay##Suffix(const T* g, const T* w, T decay, T* out, std::size_t n) {                                    \
        addDecayT(g, w, decay, out, n);                                                                                \
    }                                                                                                                  \
    void accumulateMomentum##Suffix(const T* g, T m, T* v, std::size_t n) {                                            \
        accumulateMomentumT(g, m, v, n);                                                                               \
    }                                                                                                                  \
    void descend##Suffix(const T* v, T rate, T* w, std::size_t n) {                                                    \
        descendT(v, rate, w, n);                                                                                       \
    }                                                                                                                  \
    void accumulateMoments##Suffix(const T* g, T b1, T b2, T* m1, T* m2, std::size_t n) {                              \
        accumulateMomentsT(g, b1, b2, m1, m2, n);                                                                      \
    }                                                                                                                  \
    void descendAdam##Suffix(const T* m1, const T* m2, T rate, T c, T e, T keep, T* w, std::size_t n) {                \
        descendAdamT(m1, m2, rate, c, e, keep, w, n);                                                                  \
    }
ROUNDOFF_BOTH(float, F32)
ROUNDOFF_BOTH(double, F64)
#undef ROUNDOFF_BOTH

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/kernels/dispatch.h"

namespace roundoff::kernels {
namespace {

ROUNDOFF_EXPORT_BOTH(addDecay)
ROUNDOFF_EXPORT_BOTH(accumulateMomentum)
ROUNDOFF_EXPORT_BOTH(descend)
ROUNDOFF_EXPORT_BOTH(accumulateMoments)
ROUNDOFF_EXPORT_BOTH(descendAdam)

} // namespace

template <typename T>
void addDecay(std::span<const T> gradient, std::span<const T> weights, T decay, std::span<T> out) {
    ROUNDOFF_DISPATCH(T, addDecay)(gradient.data(), weights.data(), decay, out.data(), out.size());
}

template <typename T>
void accumulateMomentum(std::span<const T> gradient, T momentum, std::span<T> velocity) {
    ROUNDOFF_DISPATCH(T, accumulateMomentum)(gradient.data(), momentum, velocity.data(), velocity.size());
}

template <typename T>
void descend(std::span<const T> direction, T rate, std::span<T> weights) {
    ROUNDOFF_DISPATCH(T, descend)(direction.data(), rate, weights.data(), weights.size());
}

template <typename T>
void accumulateMoments(std::span<const T> gradient, T beta1, T beta2, std::span<T> moment1, std::span<T> moment2) {
    ROUNDOFF_DISPATCH(T, accumulateMoments)
    (gradient.data(), beta1, beta2, moment1.data(), moment2.data(), moment1.size());
}

template <typename T>
void descendAdam(std::span<const T> moment1, std::span<const T> moment2, T rate, T correction, T epsilon, T keep,
                 std::span<T> weights) {
    ROUNDOFF_DISPATCH(T, descendAdam)
    (moment1.data(), moment2.data(), rate, correction, epsilon, keep, weights.data(), weights.size());
}

#define ROUNDOFF_INSTANTIATE(T)                                                                                        \
    template void addDecay(std::span<const T>, std::span<const T>, T, std::span<T>);                                   \
    template void accumulateMomentum(std::span<const T>, T, std::span<T>);                                             \
    template void descend(std::span<const T>, T, std::span<T>);                                                        \
    template void accumulateMoments(std::span<const T>, T, T, std::span<T>, std::span<T>);                             \
    template void descendAdam(std::span<const T>, std::span<const T>, T, T, T, T, std::span<T>);
ROUNDOFF_INSTANTIATE(float)
ROUNDOFF_INSTANTIATE(double)
#undef ROUNDOFF_INSTANTIATE

} // namespace roundoff::kernels
#endif
