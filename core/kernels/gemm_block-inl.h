// SPDX-License-Identifier: GPL-3.0-or-later
// The register block of the matrix products: the only code of theirs that adds up.
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_GEMM_BLOCK_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_GEMM_BLOCK_INL_H
#undef ROUNDOFF_GEMM_BLOCK_INL_H
#else
#define ROUNDOFF_GEMM_BLOCK_INL_H
#endif

#include <cstddef>

#include <hwy/cache_control.h>
#include <hwy/highway.h>

#include "core/kernels/matrix.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

template <typename T>
using BlockTag = hwy::HWY_NAMESPACE::CappedTag<T, kRowAlignment / sizeof(T)>;

/// Rows of A and B that one register block multiplies, and what it does with them besides.
template <typename T>
struct BlockOperands {
    const T* HWY_RESTRICT a; ///< A(m, k) = a[m * aRowStride + k * aDepthStride]
    std::size_t aRowStride;
    std::size_t aDepthStride;
    const T* HWY_RESTRICT b; ///< Rows of kVectors vectors, aligned.
    std::size_t bStride;
    T* HWY_RESTRICT packed; ///< Where kPack puts the rows of B, one after the other.
    T* HWY_RESTRICT c;
    std::size_t cStride;
    std::size_t cols; ///< Of C from here on; what the vectors hold beyond becomes zero.
    std::size_t depth;
    bool first; ///< Whether the chains begin here; else they go on from what is in C.
};

/// Rows of B ahead of the current one that are on their way from the second-level cache, where they do not lie
/// together.
inline constexpr std::size_t kBlockPrefetchRows = 16;

/// C = A B, or C += A B, for kRows rows and kVectors vectors of columns: one chain of multiply-adds for every number.
template <typename T, std::size_t kRows, std::size_t kVectors, bool kPack, bool kTogether>
HWY_INLINE void computeBlock(const BlockOperands<T>& o) {
    namespace hn = hwy::HWY_NAMESPACE;
    const BlockTag<T> d;
    using V = hn::Vec<BlockTag<T>>;
    const std::size_t lanes = hn::Lanes(d);
    const T* HWY_RESTRICT a = o.a;
    const T* HWY_RESTRICT b = o.b;
    T* HWY_RESTRICT packed = o.packed;
    T* HWY_RESTRICT c = o.c;
    V sums[kRows][kVectors];
    if (o.first) {
        for (std::size_t r = 0; r < kRows; ++r) {
            hwy::Prefetch(c + r * o.cStride); // By the time of the stores it is there.
            for (std::size_t v = 0; v < kVectors; ++v) {
                sums[r][v] = hn::Zero(d);
            }
        }
    } else {
        for (std::size_t r = 0; r < kRows; ++r) {
            for (std::size_t v = 0; v < kVectors; ++v) {
                sums[r][v] = hn::Load(d, c + r * o.cStride + v * lanes);
            }
        }
    }
    for (std::size_t k = 0; k < o.depth; ++k) {
        V bv[kVectors];
        for (std::size_t v = 0; v < kVectors; ++v) {
            bv[v] = hn::Load(d, b + v * lanes);
            if constexpr (kPack) {
                hn::Store(bv[v], d, packed + v * lanes);
            }
        }
        if constexpr (!kTogether) {
            hwy::Prefetch(b + kBlockPrefetchRows * o.bStride);
            if (kVectors * lanes * sizeof(T) > kRowAlignment) {
                hwy::Prefetch(b + kBlockPrefetchRows * o.bStride + (kVectors - 1) * lanes);
            }
        }
        for (std::size_t r = 0; r < kRows; ++r) {
            const V av = hn::Set(d, a[r * o.aRowStride]);
            for (std::size_t v = 0; v < kVectors; ++v) {
                sums[r][v] = hn::MulAdd(av, bv[v], sums[r][v]);
            }
        }
        a += o.aDepthStride;
        if constexpr (kTogether) {
            b += kVectors * lanes;
        } else {
            b += o.bStride;
        }
        if constexpr (kPack) {
            packed += kVectors * lanes;
        }
    }
    if (HWY_LIKELY(o.cols >= kVectors * lanes)) {
        for (std::size_t r = 0; r < kRows; ++r) {
            for (std::size_t v = 0; v < kVectors; ++v) {
                hn::Store(sums[r][v], d, c + r * o.cStride + v * lanes);
            }
        }
        return;
    }
    for (std::size_t v = 0; v < kVectors; ++v) {
        const auto inside = hn::FirstN(d, o.cols > v * lanes ? HWY_MIN(lanes, o.cols - v * lanes) : 0);
        for (std::size_t r = 0; r < kRows; ++r) {
            hn::Store(hn::IfThenElseZero(inside, sums[r][v]), d, c + r * o.cStride + v * lanes);
        }
    }
}

/// `rows` rows of a block, of which there are at most kMost.
template <typename T, std::size_t kMost, std::size_t kVectors, bool kPack, bool kTogether>
HWY_INLINE void computeRows(const BlockOperands<T>& o, std::size_t rows) {
    if constexpr (kMost > 0) {
        if (HWY_LIKELY(rows == kMost)) {
            computeBlock<T, kMost, kVectors, kPack, kTogether>(o);
        } else {
            computeRows<T, kMost - 1, kVectors, kPack, kTogether>(o, rows);
        }
    }
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
