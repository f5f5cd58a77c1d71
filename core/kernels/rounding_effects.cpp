// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/rounding_effects.h"

#include <cassert>

#include "core/kernels/matrix.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/rounding_effects.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/dispatch.h"
#include "core/kernels/for_each_vector-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// Calls `add` with vectors of all inputs; the last, shorter ones are filled with zeros, which count as zeros before.
template <typename T, std::size_t kInputs, class F>
HWY_INLINE std::size_t forEachInput(const T* const (&inputs)[kInputs], std::size_t count, F add) {
    const Tag<T> d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    hn::Vec<Tag<T>> v[kInputs];
    for (; i + lanes <= count; i += lanes) {
        for (std::size_t k = 0; k < kInputs; ++k) {
            v[k] = hn::LoadU(d, inputs[k] + i);
        }
        add(v);
    }
    if (i == count) {
        return 0;
    }
    HWY_ALIGN T last[kInputs][kRowAlignment / sizeof(T)] = {};
    for (std::size_t k = 0; k < kInputs; ++k) {
        for (std::size_t j = i; j < count; ++j) {
            last[k][j - i] = inputs[k][j];
        }
        v[k] = hn::Load(d, last[k]);
    }
    add(v);
    return lanes - (count - i);
}

template <typename T>
HWY_INLINE RoundingEffects roundingEffects(const T* before, const T* after, std::size_t count,
                                           const FormatRange<T>& range) {
    const Tag<T> d;
    const auto zero = hn::Zero(d);
    const auto minNormal = hn::Set(d, range.minNormal);
    const auto maxFinite = hn::Set(d, range.maxFinite);
    RoundingEffects effects;
    const T* const inputs[2] = {before, after};
    const std::size_t filled = forEachInput<T>(inputs, count, [&](const auto& v) HWY_ATTR {
        const auto b = hn::Abs(v[0]);
        const auto a = hn::Abs(v[1]);
        const auto wasZero = hn::Eq(b, zero);
        const auto isZero = hn::Eq(a, zero);
        const auto isFinite = hn::IsFinite(v[1]);
        effects.zero += hn::CountTrue(d, wasZero);
        effects.underflowed += hn::CountTrue(d, hn::AndNot(wasZero, isZero));
        effects.subnormal += hn::CountTrue(d, hn::AndNot(isZero, hn::Lt(a, minNormal)));
        effects.nonFinite += hn::CountTrue(d, hn::Not(isFinite));
        effects.overflowed += hn::CountTrue(d, hn::AndNot(isFinite, hn::IsFinite(v[0])));
        effects.saturated += hn::CountTrue(d, hn::And(isFinite, hn::And(hn::Gt(b, maxFinite), hn::Ne(v[0], v[1]))));
        effects.nanReplaced += hn::CountTrue(d, hn::AndNot(hn::IsNaN(v[1]), hn::IsNaN(v[0])));
    });
    effects.zero -= filled;
    return effects;
}

template <typename T>
HWY_INLINE UpdateEffects updateEffects(const T* direction, const T* before, const T* after, std::size_t count) {
    const Tag<T> d;
    UpdateEffects effects;
    const T* const inputs[3] = {direction, before, after};
    forEachInput<T>(inputs, count, [&](const auto& v) HWY_ATTR {
        const auto moves = hn::Ne(v[0], hn::Zero(d));
        effects.updates += hn::CountTrue(d, moves);
        effects.swallowed += hn::CountTrue(d, hn::And(moves, hn::Eq(v[1], v[2])));
    });
    return effects;
}

RoundingEffects effectsF32(const float* before, const float* after, std::size_t count,
                           const FormatRange<float>& range) {
    return roundingEffects(before, after, count, range);
}

RoundingEffects effectsF64(const double* before, const double* after, std::size_t count,
                           const FormatRange<double>& range) {
    return roundingEffects(before, after, count, range);
}

UpdateEffects updatesF32(const float* direction, const float* before, const float* after, std::size_t count) {
    return updateEffects(direction, before, after, count);
}

UpdateEffects updatesF64(const double* direction, const double* before, const double* after, std::size_t count) {
    return updateEffects(direction, before, after, count);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace roundoff::kernels {
namespace {

ROUNDOFF_EXPORT_BOTH(effects)
ROUNDOFF_EXPORT_BOTH(updates)

} // namespace

template <typename T>
RoundingEffects countRoundingEffects(std::span<const T> before, std::span<const T> after, const FormatRange<T>& range) {
    assert(before.size() == after.size());
    return ROUNDOFF_DISPATCH(T, effects)(before.data(), after.data(), before.size(), range);
}

template <typename T>
UpdateEffects countUpdateEffects(std::span<const T> direction, std::span<const T> before, std::span<const T> after) {
    assert(direction.size() == before.size() && before.size() == after.size());
    return ROUNDOFF_DISPATCH(T, updates)(direction.data(), before.data(), after.data(), before.size());
}

template RoundingEffects countRoundingEffects(std::span<const float>, std::span<const float>,
                                              const FormatRange<float>&);
template RoundingEffects countRoundingEffects(std::span<const double>, std::span<const double>,
                                              const FormatRange<double>&);
template UpdateEffects countUpdateEffects(std::span<const float>, std::span<const float>, std::span<const float>);
template UpdateEffects countUpdateEffects(std::span<const double>, std::span<const double>, std::span<const double>);

} // namespace roundoff::kernels
#endif
