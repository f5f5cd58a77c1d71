// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/multiply_add_peak.h"

#include "core/kernels/matrix.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/multiply_add_peak.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <typename T>
double peak(std::size_t repetitions) {
    // Enough to hide the latency of an addition, and few enough to stay in registers.
    constexpr std::size_t kChains = 12;
    const hn::CappedTag<T, kRowAlignment / sizeof(T)> d;
    using V = hn::Vec<decltype(d)>;
    V sums[kChains];
    for (std::size_t i = 0; i < kChains; ++i) {
        sums[i] = hn::Set(d, static_cast<T>(i));
    }
    const V factor = hn::Set(d, static_cast<T>(0.5));
    for (std::size_t n = 0; n < repetitions; ++n) {
        for (V& sum : sums) {
            sum = hn::MulAdd(sum, factor, factor);
        }
    }
    V total = sums[0];
    for (std::size_t i = 1; i < kChains; ++i) {
        total = hn::Add(total, sums[i]);
    }
    const volatile T used = hn::GetLane(total);
    static_cast<void>(used);
    return 2.0 * static_cast<double>(repetitions * kChains * hn::Lanes(d));
}

double peakF32(std::size_t repetitions) {
    return peak<float>(repetitions);
}

double peakF64(std::size_t repetitions) {
    return peak<double>(repetitions);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace roundoff::kernels {
namespace {

HWY_EXPORT(peakF32);
HWY_EXPORT(peakF64);

} // namespace

template <>
double multiplyAddPeak<float>(std::size_t repetitions) {
    return HWY_DYNAMIC_DISPATCH(peakF32)(repetitions);
}

template <>
double multiplyAddPeak<double>(std::size_t repetitions) {
    return HWY_DYNAMIC_DISPATCH(peakF64)(repetitions);
}

} // namespace roundoff::kernels
#endif
