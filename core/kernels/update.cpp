// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/update.h"

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/update.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/for_each_vector-inl.h"
#include "core/kernels/quotient-inl.h"
#include "core/kernels/tiny_values-inl.h"

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

// f(i, d) for each vector that starts at i; the last elements that fill none come one at a time.
template <typename T, class F>
HWY_INLINE void forEachPlace(std::size_t count, F f) {
    const Tag<T> d;
    std::size_t i = 0;
    for (; i + hn::Lanes(d) <= count; i += hn::Lanes(d)) {
        f(i, d);
    }
    for (; i < count; ++i) {
        f(i, hn::CappedTag<T, 1>());
    }
}

// Directions below 2^kTiny move no weight of at least 2^kMoved: what they add to it is less than a quarter of a unit in
// its last place, whatever the rate in [0, 1] and Adam's divisor from 2^kLeastDivisor on.
template <typename T>
struct Magnitudes {
    static constexpr int kTiny = sizeof(T) == 4 ? -90 : -700;
    static constexpr int kMoved = sizeof(T) == 4 ? -30 : -300;
    static constexpr int kLeastDivisor = sizeof(T) == 4 ? -30 : -300;
};

// The direction with zeros in place of what does not move its weight, so that nothing subnormal is multiplied.
template <class D>
HWY_INLINE hn::Vec<D> withoutIdle(D d, hn::Vec<D> direction, hn::Vec<D> weights) {
    using T = hn::TFromD<D>;
    const hn::RebindToSigned<D> di;
    const auto tiny = tinyLanes(d, direction, Magnitudes<T>::kTiny);
    if (HWY_LIKELY(hn::AllFalse(di, tiny))) {
        return direction;
    }
    const auto least = hn::Set(d, std::ldexp(T{1}, Magnitudes<T>::kMoved));
    const auto idle = hn::And(hn::RebindMask(d, tiny), hn::Ge(hn::Abs(weights), least));
    return hn::IfThenZeroElse(idle, direction);
}

template <class D, typename T = hn::TFromD<D>>
HWY_INLINE hn::Vec<D> nextVelocity(D d, hn::Vec<D> gradient, T momentum, hn::Vec<D> velocity) {
    return hn::Add(decayed(d, hn::Set(d, momentum), velocity), gradient);
}

template <class D, typename T = hn::TFromD<D>>
HWY_INLINE hn::Vec<D> descended(D d, hn::Vec<D> direction, T rate, hn::Vec<D> weights) {
    const auto moving = rate <= T{1} ? withoutIdle(d, direction, weights) : direction;
    return hn::Sub(weights, hn::Mul(hn::Set(d, rate), moving));
}

template <typename T>
void accumulateMomentumT(const T* gradient, T momentum, T* velocity, std::size_t count) {
    forEachPlace<T>(count, [&](std::size_t i, auto d) HWY_ATTR {
        hn::StoreU(nextVelocity(d, hn::LoadU(d, gradient + i), momentum, hn::LoadU(d, velocity + i)), d, velocity + i);
    });
}

template <typename T>
void descendT(const T* direction, T rate, T* weights, std::size_t count) {
    forEachPlace<T>(count, [&](std::size_t i, auto d) HWY_ATTR {
        hn::StoreU(descended(d, hn::LoadU(d, direction + i), rate, hn::LoadU(d, weights + i)), d, weights + i);
    });
}

template <typename T>
void stepMomentumT(const T* gradient, T momentum, T rate, T* velocity, T* weights, std::size_t count) {
    forEachPlace<T>(count, [&](std::size_t i, auto d) HWY_ATTR {
        const auto v = nextVelocity(d, hn::LoadU(d, gradient + i), momentum, hn::LoadU(d, velocity + i));
        hn::StoreU(v, d, velocity + i);
        hn::StoreU(descended(d, v, rate, hn::LoadU(d, weights + i)), d, weights + i);
    });
}

template <class D, typename T = hn::TFromD<D>>
HWY_INLINE hn::Vec<D> nextMoment1(D d, hn::Vec<D> g, T beta1, hn::Vec<D> m) {
    return hn::Add(decayed(d, hn::Set(d, beta1), m), hn::Mul(hn::Set(d, T{1} - beta1), g));
}

template <class D, typename T = hn::TFromD<D>>
HWY_INLINE hn::Vec<D> nextMoment2(D d, hn::Vec<D> g, T beta2, hn::Vec<D> m) {
    return hn::Add(decayed(d, hn::Set(d, beta2), m), hn::Mul(hn::Set(d, T{1} - beta2), hn::Mul(g, g)));
}

template <typename T>
void accumulateMomentsT(const T* gradient, T beta1, T beta2, T* moment1, T* moment2, std::size_t count) {
    forEachPlace<T>(count, [&](std::size_t i, auto d) HWY_ATTR {
        const auto g = hn::LoadU(d, gradient + i);
        hn::StoreU(nextMoment1(d, g, beta1, hn::LoadU(d, moment1 + i)), d, moment1 + i);
        hn::StoreU(nextMoment2(d, g, beta2, hn::LoadU(d, moment2 + i)), d, moment2 + i);
    });
}

// How a step of Adam divides by its correction and by its denominator.
template <typename T>
class AdamStep {
public:
    AdamStep(T rate, T correction, T epsilon, T keep)
        : rate_(rate), correction_(correction), epsilon_(epsilon), keep_(keep), inverse_(T{1} / correction),
          usual_(rate <= T{1} && correction <= T{1} && correction >= static_cast<T>(0x1p-20) && epsilon <= T{1} &&
                 epsilon >= std::ldexp(T{1}, Magnitudes<T>::kLeastDivisor)) {}

    template <class D>
    HWY_INLINE hn::Vec<D> operator()(D d, hn::Vec<D> moment1, hn::Vec<D> moment2, hn::Vec<D> weights) const {
        const auto kept = hn::Mul(weights, hn::Set(d, keep_));
        const auto root = hn::Sqrt(moment2);
        if (!usual_) {
            const auto denominator = hn::Add(hn::Div(root, hn::Set(d, correction_)), hn::Set(d, epsilon_));
            return hn::Sub(kept, hn::Mul(hn::Set(d, rate_), hn::Div(moment1, denominator)));
        }
        const auto denominator = hn::Add(corrected(d, root), hn::Set(d, epsilon_));
        const auto direction = withoutIdle(d, moment1, kept);
        return hn::Sub(kept, hn::Mul(hn::Set(d, rate_), divided(d, direction, denominator)));
    }

private:
    // root / correction. A root is 0, or far above the subnormal numbers; infinity and NaN are divided as usual.
    template <class D>
    HWY_INLINE hn::Vec<D> corrected(D d, hn::Vec<D> root) const {
        const auto divisor = hn::Set(d, correction_);
#if HWY_NATIVE_FMA
        const auto large = hn::Set(d, static_cast<T>(0x1p90));
        if (HWY_LIKELY(hn::AllTrue(d, hn::Lt(root, large)))) {
            return quotientBy(root, divisor, hn::Set(d, inverse_));
        }
#endif
        return hn::Div(root, divisor);
    }

    template <class D>
    HWY_INLINE hn::Vec<D> divided(D d, hn::Vec<D> a, hn::Vec<D> b) const {
#if HWY_TARGET == HWY_AVX3
        if constexpr (sizeof(T) == sizeof(float)) {
            const hn::RebindToSigned<D> di;
            const auto large = hn::Set(d, 0x1p60F);
            const auto ones = hn::Set(di, 0x7FFFFF);
            // Neither an infinity or a NaN, nor a remainder that is not exact, nor the one significand of a divisor
            // whose reciprocal comes out wrong.
            const auto unusual = hn::Or(hn::Not(hn::And(hn::Lt(hn::Abs(a), large), hn::Lt(b, large))),
                                        hn::RebindMask(d, hn::Or(tinyLanes(d, a, Magnitudes<T>::kTiny),
                                                                 hn::Eq(hn::And(hn::BitCast(di, b), ones), ones))));
            if (HWY_LIKELY(hn::AllFalse(d, unusual))) {
                return hn::CopySign(quotientBy(a, b, roundedReciprocal(d, b)), a); // Of a zero, too.
            }
        }
#else
        static_cast<void>(d);
#endif
        return hn::Div(a, b);
    }

    T rate_;
    T correction_;
    T epsilon_;
    T keep_;
    T inverse_; // of the correction, rounded to nearest
    bool usual_;
};

template <typename T>
void descendAdamT(const T* moment1, const T* moment2, T rate, T correction, T epsilon, T keep, T* weights,
                  std::size_t count) {
    const AdamStep<T> step(rate, correction, epsilon, keep);
    forEachPlace<T>(count, [&](std::size_t i, auto d) HWY_ATTR {
        hn::StoreU(step(d, hn::LoadU(d, moment1 + i), hn::LoadU(d, moment2 + i), hn::LoadU(d, weights + i)), d,
                   weights + i);
    });
}

template <typename T>
void stepAdamT(const T* gradient, T beta1, T beta2, T rate, T correction, T epsilon, T keep, T* moment1, T* moment2,
               T* weights, std::size_t count) {
    const AdamStep<T> step(rate, correction, epsilon, keep);
    forEachPlace<T>(count, [&](std::size_t i, auto d) HWY_ATTR {
        const auto g = hn::LoadU(d, gradient + i);
        const auto m1 = nextMoment1(d, g, beta1, hn::LoadU(d, moment1 + i));
        const auto m2 = nextMoment2(d, g, beta2, hn::LoadU(d, moment2 + i));
        hn::StoreU(m1, d, moment1 + i);
        hn::StoreU(m2, d, moment2 + i);
        hn::StoreU(step(d, m1, m2, hn::LoadU(d, weights + i)), d, weights + i);
    });
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
    }                                                                                                                  \
    void stepMomentum##Suffix(const T* g, T m, T rate, T* v, T* w, std::size_t n) {                                    \
        stepMomentumT(g, m, rate, v, w, n);                                                                            \
    }                                                                                                                  \
    void stepAdam##Suffix(const T* g, T b1, T b2, T rate, T c, T e, T keep, T* m1, T* m2, T* w, std::size_t n) {       \
        stepAdamT(g, b1, b2, rate, c, e, keep, m1, m2, w, n);                                                          \
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
ROUNDOFF_EXPORT_BOTH(stepMomentum)
ROUNDOFF_EXPORT_BOTH(stepAdam)

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
void accumulateMoments(std::span<const T> gradient, const AdamFactors<T>& f, std::span<T> moment1,
                       std::span<T> moment2) {
    ROUNDOFF_DISPATCH(T, accumulateMoments)
    (gradient.data(), f.beta1, f.beta2, moment1.data(), moment2.data(), moment1.size());
}

template <typename T>
void descendAdam(std::span<const T> moment1, std::span<const T> moment2, const AdamFactors<T>& f,
                 std::span<T> weights) {
    ROUNDOFF_DISPATCH(T, descendAdam)
    (moment1.data(), moment2.data(), f.rate, f.correction, f.epsilon, f.keep, weights.data(), weights.size());
}

template <typename T>
void stepMomentum(std::span<const T> gradient, T momentum, T rate, std::span<T> velocity, std::span<T> weights) {
    ROUNDOFF_DISPATCH(T, stepMomentum)
    (gradient.data(), momentum, rate, velocity.data(), weights.data(), weights.size());
}

template <typename T>
void stepAdam(std::span<const T> gradient, const AdamFactors<T>& f, std::span<T> moment1, std::span<T> moment2,
              std::span<T> weights) {
    ROUNDOFF_DISPATCH(T, stepAdam)
    (gradient.data(), f.beta1, f.beta2, f.rate, f.correction, f.epsilon, f.keep, moment1.data(), moment2.data(),
     weights.data(), weights.size());
}

#define ROUNDOFF_INSTANTIATE(T)                                                                                        \
    template void addDecay(std::span<const T>, std::span<const T>, T, std::span<T>);                                   \
    template void accumulateMomentum(std::span<const T>, T, std::span<T>);                                             \
    template void descend(std::span<const T>, T, std::span<T>);                                                        \
    template void accumulateMoments(std::span<const T>, const AdamFactors<T>&, std::span<T>, std::span<T>);            \
    template void descendAdam(std::span<const T>, std::span<const T>, const AdamFactors<T>&, std::span<T>);            \
    template void stepMomentum(std::span<const T>, T, T, std::span<T>, std::span<T>);                                  \
    template void stepAdam(std::span<const T>, const AdamFactors<T>&, std::span<T>, std::span<T>, std::span<T>);
ROUNDOFF_INSTANTIATE(float)
ROUNDOFF_INSTANTIATE(double)
#undef ROUNDOFF_INSTANTIATE

} // namespace roundoff::kernels
#endif
