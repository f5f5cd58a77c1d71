// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/transpose.h"

#include <cassert>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/transpose.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR
template <typename T>
constexpr std::size_t kTile = 1;

template <typename T>
void transposeTile(const T* a, std::size_t /*aStride*/, T* b, std::size_t /*bStride*/) {
    *b = *a;
}
#else
template <typename T>
constexpr std::size_t kTile = 16 / sizeof(T);

// Four rows of vectors of four numbers become columns; of doubles, two of two.
template <typename T>
HWY_INLINE void transposeTile(const T* HWY_RESTRICT a, std::size_t aStride, T* HWY_RESTRICT b, std::size_t bStride) {
    if constexpr (sizeof(T) == sizeof(float)) {
        const hn::CappedTag<float, 4> d;
        const hn::RepartitionToWide<hn::CappedTag<float, 4>> wide;
        const auto r0 = hn::LoadU(d, a);
        const auto r1 = hn::LoadU(d, a + aStride);
        const auto r2 = hn::LoadU(d, a + 2 * aStride);
        const auto r3 = hn::LoadU(d, a + 3 * aStride);
        const auto low01 = hn::BitCast(wide, hn::InterleaveLower(d, r0, r1));
        const auto low23 = hn::BitCast(wide, hn::InterleaveLower(d, r2, r3));
        const auto high01 = hn::BitCast(wide, hn::InterleaveUpper(d, r0, r1));
        const auto high23 = hn::BitCast(wide, hn::InterleaveUpper(d, r2, r3));
        hn::StoreU(hn::BitCast(d, hn::InterleaveLower(wide, low01, low23)), d, b);
        hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(wide, low01, low23)), d, b + bStride);
        hn::StoreU(hn::BitCast(d, hn::InterleaveLower(wide, high01, high23)), d, b + 2 * bStride);
        hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(wide, high01, high23)), d, b + 3 * bStride);
    } else {
        const hn::CappedTag<double, 2> d;
        const auto r0 = hn::LoadU(d, a);
        const auto r1 = hn::LoadU(d, a + aStride);
        hn::StoreU(hn::InterleaveLower(d, r0, r1), d, b);
        hn::StoreU(hn::InterleaveUpper(d, r0, r1), d, b + bStride);
    }
}
#endif

// B = A^T, with A [rows, cols]: whole tiles, then what is left of the last rows and columns. Both operands are read and
// written in squares that stay in the first-level cache.
template <typename T>
void transposeT(const T* a, std::size_t aStride, std::size_t rows, std::size_t cols, T* b, std::size_t bStride) {
    constexpr std::size_t kSquare = 16;
    constexpr std::size_t kStep = kTile<T>;
    for (std::size_t row = 0; row < rows; row += kSquare) {
        const std::size_t rowEnd = HWY_MIN(row + kSquare, rows);
        for (std::size_t col = 0; col < cols; col += kSquare) {
            const std::size_t colEnd = HWY_MIN(col + kSquare, cols);
            std::size_t r = row;
            for (; r + kStep <= rowEnd; r += kStep) {
                std::size_t c = col;
                for (; c + kStep <= colEnd; c += kStep) {
                    transposeTile(a + r * aStride + c, aStride, b + c * bStride + r, bStride);
                }
                for (; c < colEnd; ++c) {
                    for (std::size_t i = r; i < r + kStep; ++i) {
                        b[c * bStride + i] = a[i * aStride + c];
                    }
                }
            }
            for (; r < rowEnd; ++r) {
                for (std::size_t c = col; c < colEnd; ++c) {
                    b[c * bStride + r] = a[r * aStride + c];
                }
            }
        }
    }
    for (std::size_t c = 0; rows < bStride && c < cols; ++c) {
        for (std::size_t r = rows; r < bStride; ++r) {
            b[c * bStride + r] = T{0};
        }
    }
}

void transposeF32(const float* a, std::size_t aStride, std::size_t rows, std::size_t cols, float* b,
                  std::size_t bStride) {
    transposeT(a, aStride, rows, cols, b, bStride);
}

void transposeF64(const double* a, std::size_t aStride, std::size_t rows, std::size_t cols, double* b,
                  std::size_t bStride) {
    transposeT(a, aStride, rows, cols, b, bStride);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace roundoff::kernels {
namespace {

HWY_EXPORT(transposeF32);
HWY_EXPORT(transposeF64);

// Numbers moved from which on another thread is worth waking, and the rows of B that it takes at least: cache lines of
// A.
constexpr std::size_t kLeastMoved = 16'384;
constexpr std::size_t kGrain = 16;

} // namespace

template <typename T>
void transpose(MatrixView<const T> a, MatrixView<T> b, ThreadTeam* team) {
    assert(a.rows == b.cols && a.cols == b.rows);
    ThreadTeam* const helped = a.rows * a.cols < kLeastMoved ? nullptr : team;
    divide(helped, b.rows, kGrain, [&](std::size_t first, std::size_t last) {
        const T* from = a.data + first;
        T* const to = b.row(first);
        if constexpr (sizeof(T) == sizeof(float)) {
            HWY_DYNAMIC_DISPATCH(transposeF32)(from, a.stride, a.rows, last - first, to, b.stride);
        } else {
            HWY_DYNAMIC_DISPATCH(transposeF64)(from, a.stride, a.rows, last - first, to, b.stride);
        }
    });
}

template void transpose(MatrixView<const float>, MatrixView<float>, ThreadTeam*);
template void transpose(MatrixView<const double>, MatrixView<double>, ThreadTeam*);

} // namespace roundoff::kernels
#endif
