// SPDX-License-Identifier: GPL-3.0-or-later
// The extremes of the values that share a scale, in lanes of the container.
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_PIECE_EXTREMES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_PIECE_EXTREMES_INL_H
#undef ROUNDOFF_PIECE_EXTREMES_INL_H
#else
#define ROUNDOFF_PIECE_EXTREMES_INL_H
#endif

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <hwy/highway.h>

#include "core/kernels/for_each_vector-inl.h"
#include "core/kernels/matrix.h"
#include "core/kernels/piece_scales.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

// Whether masked loads and stores touch no memory beyond the lanes that they are for.
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX2
#define ROUNDOFF_MASKED_MEMORY 1
#else
#define ROUNDOFF_MASKED_MEMORY 0
#endif

/// The first `valid` lanes of a vector; the others are zero.
template <class D, typename T>
HWY_INLINE hwy::HWY_NAMESPACE::Vec<D> loadFirst(D d, const T* from, std::size_t valid) {
    namespace hn = hwy::HWY_NAMESPACE;
#if ROUNDOFF_MASKED_MEMORY
    return hn::MaskedLoad(hn::FirstN(d, valid), d, from);
#else
    HWY_ALIGN T values[64 / sizeof(T)] = {};
    for (std::size_t i = 0; i < valid; ++i) {
        values[i] = from[i];
    }
    return hn::Load(d, values);
#endif
}

/// Stores no more than them.
template <class D, typename T>
HWY_INLINE void storeFirst(D d, hwy::HWY_NAMESPACE::Vec<D> v, T* to, std::size_t valid) {
    namespace hn = hwy::HWY_NAMESPACE;
#if ROUNDOFF_MASKED_MEMORY
    hn::BlendedStore(v, hn::FirstN(d, valid), d, to);
#else
    HWY_ALIGN T values[64 / sizeof(T)];
    hn::Store(v, d, values);
    for (std::size_t i = 0; i < valid; ++i) {
        to[i] = values[i];
    }
#endif
}

#undef ROUNDOFF_MASKED_MEMORY

/// Of integers: the least and the largest finite value and 0.
template <typename T>
class FiniteRange {
public:
    using D = Tag<T>;
    using V = hwy::HWY_NAMESPACE::Vec<D>;

    // Not implicit: GCC compiles implicit constructors without the target's instructions.
    HWY_INLINE FiniteRange() : low_(hwy::HWY_NAMESPACE::Zero(D())), high_(hwy::HWY_NAMESPACE::Zero(D())) {}

    HWY_INLINE void add(D d, V value) {
        namespace hn = hwy::HWY_NAMESPACE;
        const auto finite = hn::IfThenElseZero(hn::Lt(hn::Abs(value), hn::Inf(d)), value);
        low_ = hn::Min(low_, finite);
        high_ = hn::Max(high_, finite);
    }
    /// Of all lanes, for piece `i`.
    HWY_INLINE void reduce(D d, detail::Extremes& extremes, std::size_t i) const {
        namespace hn = hwy::HWY_NAMESPACE;
        extremes.low[i] = static_cast<double>(hn::GetLane(hn::MinOfLanes(d, low_)));
        extremes.high[i] = static_cast<double>(hn::GetLane(hn::MaxOfLanes(d, high_)));
    }
    /// Of each lane, for piece `i` and those after it.
    HWY_INLINE void store(D d, detail::Extremes& extremes, std::size_t i) const {
        namespace hn = hwy::HWY_NAMESPACE;
        HWY_ALIGN T low[64 / sizeof(T)];
        HWY_ALIGN T high[64 / sizeof(T)];
        hn::Store(low_, d, low);
        hn::Store(high_, d, high);
        for (std::size_t lane = 0; lane < hn::Lanes(d); ++lane) {
            extremes.low[i + lane] = static_cast<double>(low[lane]);
            extremes.high[i + lane] = static_cast<double>(high[lane]);
        }
    }

private:
    V low_;
    V high_;
};

/// Of blocks: the largest magnitude, or NaN if not all are finite.
template <typename T>
class LargestMagnitude {
public:
    using D = Tag<T>;
    using DI = hwy::HWY_NAMESPACE::RebindToSigned<D>;
    using V = hwy::HWY_NAMESPACE::Vec<D>;

    HWY_INLINE LargestMagnitude() : largest_(hwy::HWY_NAMESPACE::Zero(DI())) {}

    HWY_INLINE void add(D /*d*/, V value) {
        namespace hn = hwy::HWY_NAMESPACE;
        // Magnitudes are ordered like their bits, and infinities and NaNs come after all others.
        largest_ = hn::Max(largest_, hn::BitCast(DI(), hn::Abs(value)));
    }
    HWY_INLINE void reduce(D d, detail::Extremes& extremes, std::size_t i) const {
        namespace hn = hwy::HWY_NAMESPACE;
        const auto largest = hn::BitCast(d, largest_);
        const bool finite = hn::AllTrue(d, hn::Lt(largest, hn::Inf(d)));
        extremes.high[i] = finite ? static_cast<double>(hn::GetLane(hn::MaxOfLanes(d, largest))) : kNan;
    }
    HWY_INLINE void store(D d, detail::Extremes& extremes, std::size_t i) const {
        namespace hn = hwy::HWY_NAMESPACE;
        HWY_ALIGN T largest[64 / sizeof(T)];
        hn::Store(hn::BitCast(d, largest_), d, largest);
        for (std::size_t lane = 0; lane < hn::Lanes(d); ++lane) {
            extremes.high[i + lane] = std::isfinite(largest[lane]) ? static_cast<double>(largest[lane]) : kNan;
        }
    }

private:
    static constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    hwy::HWY_NAMESPACE::Vec<DI> largest_;
};

template <class Range, typename T>
HWY_INLINE void addSpan(Range& range, const T* values, std::size_t count) {
    namespace hn = hwy::HWY_NAMESPACE;
    const Tag<T> d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        range.add(d, hn::LoadU(d, values + i));
    }
    if (i < count) {
        range.add(d, loadFirst(d, values + i, count - i));
    }
}

/// The first of the extremes, of a whole matrix.
template <class Range, typename T>
void extremesOfAll(const MatrixView<T>& values, detail::Extremes& extremes) {
    Range range;
    for (std::size_t r = 0; r < values.rows; ++r) {
        addSpan(range, values.row(r), values.cols);
    }
    range.reduce(Tag<T>(), extremes, 0);
}

/// Of each piece of `size` values; the last may be shorter. Returns how many there are.
template <class Range, typename T>
std::size_t extremesInRow(const T* values, std::size_t count, std::size_t size, detail::Extremes& extremes) {
    std::size_t pieces = 0;
    for (std::size_t i = 0; i < count; i += size) {
        Range range;
        addSpan(range, values + i, std::min(size, count - i));
        range.reduce(Tag<T>(), extremes, pieces++);
    }
    return pieces;
}

/// Of the piece in each of some columns: rows `row` to `row + rows` of the matrix.
template <class Range, typename T>
void extremesOfColumns(const MatrixView<T>& values, std::size_t row, std::size_t rows, std::size_t column,
                       std::size_t columns, detail::Extremes& extremes) {
    namespace hn = hwy::HWY_NAMESPACE;
    const Tag<T> d;
    for (std::size_t c = 0; c < columns; c += hn::Lanes(d)) {
        Range range;
        const T* first = values.row(row) + column + c;
        const std::size_t valid = std::min(hn::Lanes(d), columns - c);
        for (std::size_t r = 0; r < rows; ++r) {
            const T* from = first + r * values.stride;
            range.add(d, valid == hn::Lanes(d) ? hn::LoadU(d, from) : loadFirst(d, from, valid));
        }
        range.store(d, extremes, c);
    }
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
