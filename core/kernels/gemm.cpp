// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/gemm.h"

#include <cassert>
#include <span>

#include "core/kernels/gemm_product.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/gemm.cpp"
#include <hwy/foreach_target.h>
#include <hwy/cache_control.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <typename T>
using Tag = hn::CappedTag<T, kRowAlignment / sizeof(T)>;

// The register block: rows times vectors of accumulators, plus one register for each vector of B and one for A.
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_NEON
constexpr std::size_t kBlockRows = 8; // 32 registers: 8 x 2 + 2 + 1
#else
constexpr std::size_t kBlockRows = 6; // 16 registers: 6 x 2 + 2 + 1
#endif

using detail::Product;

// Rows of B ahead of the current one that are on their way from the second-level cache.
constexpr std::size_t kPrefetchRows = 8;

template <typename T, std::size_t kRows, std::size_t kVectors>
HWY_INLINE void computeBlock(const Product<T>& p, std::size_t row, std::size_t col) {
    const Tag<T> d;
    using V = hn::Vec<Tag<T>>;
    const std::size_t lanes = hn::Lanes(d);
    const T* HWY_RESTRICT a = p.a + row * p.aRowStride;
    const T* HWY_RESTRICT b = p.b + col;
    V sums[kRows][kVectors];
    for (std::size_t r = 0; r < kRows; ++r) {
        for (std::size_t v = 0; v < kVectors; ++v) {
            sums[r][v] = hn::Zero(d);
        }
    }
    for (std::size_t k = 0; k < p.depth; ++k) {
        V bv[kVectors];
        for (std::size_t v = 0; v < kVectors; ++v) {
            bv[v] = hn::Load(d, b + v * lanes);
            hwy::Prefetch(b + kPrefetchRows * p.bStride + v * lanes);
        }
        for (std::size_t r = 0; r < kRows; ++r) {
            const V av = hn::Set(d, a[r * p.aRowStride]);
            for (std::size_t v = 0; v < kVectors; ++v) {
                sums[r][v] = hn::MulAdd(av, bv[v], sums[r][v]);
            }
        }
        a += p.aDepthStride;
        b += p.bStride;
    }
    for (std::size_t v = 0; v < kVectors; ++v) {
        const std::size_t first = col + v * lanes;
        const auto inside = hn::FirstN(d, HWY_MIN(lanes, p.cols - first));
        for (std::size_t r = 0; r < kRows; ++r) {
            hn::Store(hn::IfThenElseZero(inside, sums[r][v]), d, p.c + (row + r) * p.cStride + first);
        }
    }
}

// All columns of kRows rows in blocks of kVectors vectors, then of half as many, down to one.
template <typename T, std::size_t kRows, std::size_t kVectors>
HWY_INLINE void computeColumns(const Product<T>& p, std::size_t row, std::size_t rowEnd, std::size_t col) {
    const std::size_t lanes = hn::Lanes(Tag<T>());
    const std::size_t width = kVectors * lanes;
    for (; col + width < p.cols + lanes; col += width) {
        for (std::size_t r = row; r < rowEnd; r += kRows) {
            computeBlock<T, kRows, kVectors>(p, r, col);
        }
    }
    if constexpr (kVectors > 1) {
        computeColumns<T, kRows, kVectors / 2>(p, row, rowEnd, col);
    }
}

// Few rows get wider blocks: there must be enough independent chains to hide the latency of an addition.
template <typename T>
HWY_INLINE void computeProduct(const Product<T>& p) {
    constexpr std::size_t kFourRows = kBlockRows == 8 ? 4 : 2;
    std::size_t row = p.rows / kBlockRows * kBlockRows;
    computeColumns<T, kBlockRows, 2>(p, 0, row, 0);
    if (p.rows - row >= 4) {
        computeColumns<T, 4, kFourRows>(p, row, row + 4, 0);
        row += 4;
    }
    if (p.rows - row >= 2) {
        computeColumns<T, 2, 4>(p, row, row + 2, 0);
        row += 2;
    }
    if (p.rows - row >= 1) {
        computeColumns<T, 1, 8>(p, row, row + 1, 0);
    }
    // Vectors that hold nothing but padding are not computed.
    const std::size_t lanes = hn::Lanes(Tag<T>());
    const std::size_t written = (p.cols + lanes - 1) / lanes * lanes;
    for (std::size_t r = 0; written < p.cStride && r < p.rows; ++r) {
        for (std::size_t c = written; c < p.cStride; ++c) {
            p.c[r * p.cStride + c] = T{0};
        }
    }
}

void productF32(const Product<float>& p) {
    computeProduct(p);
}

void productF64(const Product<double>& p) {
    computeProduct(p);
}

template <typename T>
double peak(std::size_t repetitions) {
    // Enough to hide the latency of an addition, and few enough to stay in registers.
    constexpr std::size_t kChains = 12;
    const Tag<T> d;
    using V = hn::Vec<Tag<T>>;
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

double peakF64(std::size_t repetitions) {
    return peak<double>(repetitions);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace roundoff::kernels {
namespace {

HWY_EXPORT(productF32);
HWY_EXPORT(productF64);
HWY_EXPORT(transposeF32);
HWY_EXPORT(transposeF64);
HWY_EXPORT(peakF32);
HWY_EXPORT(peakF64);

template <typename T>
void run(const detail::Product<T>& product) {
    if (product.rows == 0 || product.cols == 0) {
        return;
    }
    if constexpr (sizeof(T) == 4) {
        HWY_DYNAMIC_DISPATCH(productF32)(product);
    } else {
        HWY_DYNAMIC_DISPATCH(productF64)(product);
    }
}

} // namespace

template <typename T>
void multiply(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c) {
    assert(a.cols == b.rows && a.rows == c.rows && b.cols == c.cols);
    run<T>({a.data, a.stride, 1, b.data, b.stride, c.data, c.stride, c.rows, c.cols, a.cols});
}

template <typename T>
void multiplyTransposedA(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c) {
    assert(a.rows == b.rows && a.cols == c.rows && b.cols == c.cols);
    run<T>({a.data, 1, a.stride, b.data, b.stride, c.data, c.stride, c.rows, c.cols, a.rows});
}

template <typename T>
void multiplyTransposedB(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, Matrix<T>& scratch) {
    assert(a.cols == b.cols && a.rows == c.rows && b.rows == c.cols);
    const auto room = [&scratch](std::size_t rows, std::size_t cols, std::size_t offset) {
        const std::size_t stride = Matrix<T>::paddedCols(cols);
        return MatrixView<T>{scratch.data() + offset, rows, cols, stride};
    };
    const auto need = [&scratch](std::size_t elements) {
        if (scratch.storage().size() < elements) {
            scratch = Matrix<T>(1, elements);
        }
    };
    // Either B is transposed, or A and C are: A B^T = (B A^T)^T, the same chains. What moves less is chosen.
    const std::size_t movedForB = b.rows * b.cols;
    const std::size_t movedForA = a.rows * (a.cols + c.cols);
    if (movedForB <= movedForA) {
        need(b.cols * Matrix<T>::paddedCols(b.rows));
        const auto bTransposed = room(b.cols, b.rows, 0);
        transpose(b, bTransposed);
        multiply<T>(a, bTransposed, c);
    } else {
        const std::size_t stride = Matrix<T>::paddedCols(a.rows);
        need((a.cols + c.cols) * stride);
        const auto aTransposed = room(a.cols, a.rows, 0);
        const auto cTransposed = room(c.cols, a.rows, a.cols * stride);
        transpose(a, aTransposed);
        multiply<T>(b, aTransposed, cTransposed);
        transpose<T>(cTransposed, c);
    }
}

template <typename T>
void transpose(MatrixView<const T> a, MatrixView<T> b) {
    assert(a.rows == b.cols && a.cols == b.rows);
    if constexpr (sizeof(T) == sizeof(float)) {
        HWY_DYNAMIC_DISPATCH(transposeF32)(a.data, a.stride, a.rows, a.cols, b.data, b.stride);
    } else {
        HWY_DYNAMIC_DISPATCH(transposeF64)(a.data, a.stride, a.rows, a.cols, b.data, b.stride);
    }
}

template <>
double multiplyAddPeak<float>(std::size_t repetitions) {
    return HWY_DYNAMIC_DISPATCH(peakF32)(repetitions);
}

template <>
double multiplyAddPeak<double>(std::size_t repetitions) {
    return HWY_DYNAMIC_DISPATCH(peakF64)(repetitions);
}

template void multiply(MatrixView<const float>, MatrixView<const float>, MatrixView<float>);
template void multiply(MatrixView<const double>, MatrixView<const double>, MatrixView<double>);
template void multiplyTransposedA(MatrixView<const float>, MatrixView<const float>, MatrixView<float>);
template void multiplyTransposedA(MatrixView<const double>, MatrixView<const double>, MatrixView<double>);
template void multiplyTransposedB(MatrixView<const float>, MatrixView<const float>, MatrixView<float>, Matrix<float>&);
template void multiplyTransposedB(MatrixView<const double>, MatrixView<const double>, MatrixView<double>,
                                  Matrix<double>&);
template void transpose(MatrixView<const float>, MatrixView<float>);
template void transpose(MatrixView<const double>, MatrixView<double>);

} // namespace roundoff::kernels
#endif
