// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/reduce.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/reduce.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/for_each_vector-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kPartialSums = 16;

HWY_INLINE hn::Vec<Tag<double>> loadWide(Tag<double> d, const double* x) {
    return hn::LoadU(d, x);
}

HWY_INLINE hn::Vec<Tag<double>> loadWide(Tag<double> d, const float* x) {
    return hn::PromoteTo(d, hn::LoadU(hn::Rebind<float, Tag<double>>(), x));
}

template <typename T>
double sumOfSquaresT(const T* x, std::size_t count) {
    const Tag<double> d;
    constexpr std::size_t kMaxVectors = kPartialSums;
    const std::size_t lanes = hn::Lanes(d);
    const std::size_t vectors = kPartialSums / lanes;
    hn::Vec<Tag<double>> sums[kMaxVectors];
    for (std::size_t v = 0; v < vectors; ++v) {
        sums[v] = hn::Zero(d);
    }
    std::size_t i = 0;
    for (; i + kPartialSums <= count; i += kPartialSums) {
        for (std::size_t v = 0; v < vectors; ++v) {
            const auto value = loadWide(d, x + i + v * lanes);
            sums[v] = hn::Add(sums[v], hn::Mul(value, value));
        }
    }
    HWY_ALIGN double partial[kPartialSums];
    for (std::size_t v = 0; v < vectors; ++v) {
        hn::Store(sums[v], d, partial + v * lanes);
    }
    for (std::size_t k = 0; i + k < count; ++k) {
        const auto value = static_cast<double>(x[i + k]);
        partial[k] += value * value;
    }
    for (std::size_t width = kPartialSums / 2; width > 0; width /= 2) {
        for (std::size_t k = 0; k < width; ++k) {
            partial[k] += partial[k + width];
        }
    }
    return partial[0];
}

template <typename T>
bool allFiniteT(const T* x, std::size_t count) {
    const Tag<T> d;
    // x - x is 0 for a finite x and NaN for any other; zeros of either sign add up to zero.
    auto sum = hn::Zero(d);
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        const auto v = hn::LoadU(d, x + i);
        sum = hn::Add(sum, hn::Sub(v, v));
    }
    T rest = T{0};
    for (; i < count; ++i) {
        rest += x[i] - x[i];
    }
    return hn::AllTrue(d, hn::Eq(sum, hn::Zero(d))) && rest == T{0};
}

template <typename T>
std::size_t clampT(T* x, std::size_t count, T limit) {
    const Tag<T> d;
    const auto high = hn::Set(d, limit);
    const auto low = hn::Set(d, -limit);
    std::size_t changed = 0;
    forEachVector(d, x, count, [&](auto v, std::size_t) HWY_ATTR {
        const auto above = hn::Gt(v, high);
        const auto below = hn::Lt(v, low);
        changed += hn::CountTrue(d, hn::Or(above, below));
        return hn::IfThenElse(above, high, hn::IfThenElse(below, low, v));
    });
    return changed;
}

double sumOfSquaresF32(const float* x, std::size_t n) {
    return sumOfSquaresT(x, n);
}

double sumOfSquaresF64(const double* x, std::size_t n) {
    return sumOfSquaresT(x, n);
}

bool allFiniteF32(const float* x, std::size_t n) {
    return allFiniteT(x, n);
}

bool allFiniteF64(const double* x, std::size_t n) {
    return allFiniteT(x, n);
}

std::size_t clampF32(float* x, std::size_t n, float limit) {
    return clampT(x, n, limit);
}

std::size_t clampF64(double* x, std::size_t n, double limit) {
    return clampT(x, n, limit);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/kernels/dispatch.h"

namespace roundoff::kernels {
namespace {

ROUNDOFF_EXPORT_BOTH(sumOfSquares)
ROUNDOFF_EXPORT_BOTH(allFinite)
ROUNDOFF_EXPORT_BOTH(clamp)

} // namespace

template <typename T>
double sumOfSquares(std::span<const T> x) {
    return ROUNDOFF_DISPATCH(T, sumOfSquares)(x.data(), x.size());
}

template <typename T>
bool allFinite(std::span<const T> x) {
    return ROUNDOFF_DISPATCH(T, allFinite)(x.data(), x.size());
}

template <typename T>
std::size_t clamp(std::span<T> x, T limit) {
    return ROUNDOFF_DISPATCH(T, clamp)(x.data(), x.size(), limit);
}

template double sumOfSquares(std::span<const float>);
template double sumOfSquares(std::span<const double>);
template bool allFinite(std::span<const float>);
template bool allFinite(std::span<const double>);
template std::size_t clamp(std::span<float>, float);
template std::size_t clamp(std::span<double>, double);

} // namespace roundoff::kernels
#endif
