// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/gemm.h"

#include <cassert>

#include "core/kernels/gemm_product.h"
#include "core/kernels/transpose.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/gemm.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/gemm_block-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using detail::Product;

// The register block: rows times vectors of accumulators, plus one register for each vector of B and one for A.
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_NEON
constexpr std::size_t kBlockRows = 8; // 32 registers: 8 x 2 + 2 + 1, and 8 x 3 + 3 + 1 for three vectors at an edge
constexpr std::size_t kEdgeVectors = 3;
constexpr std::size_t kColumnRows = 16; // Of a block that is one vector wide.
#else
constexpr std::size_t kBlockRows = 6; // 16 registers: 6 x 2 + 2 + 1
constexpr std::size_t kEdgeVectors = 2;
constexpr std::size_t kColumnRows = 12;
#endif

// How wide the block of few rows is: there must be enough independent chains to hide the latency of an addition.
constexpr std::size_t vectorsFor(std::size_t rows) {
    if (rows == 1) {
        return 8;
    }
    if (rows <= 4) {
        return HWY_MIN(kBlockRows == 8 ? 16 / rows : 12 / rows, 4);
    }
    return 2;
}

// Rows of B that stay in the first-level cache, between which the chains rest in C.
constexpr std::size_t kDepth = 256;
// Of the columns of B that are gone through for each block of rows: as much as the first-level cache has.
constexpr std::size_t kGroupBytes = 32'768;
// From so many blocks of rows on, the first one puts the columns of B together for the others. Rows that are as far
// apart as those of a matrix with some power of two of columns would otherwise share a few places in the caches.
constexpr std::size_t kLeastBlocks = 3;

// Rows cut into blocks of nearly equal height: a last block of one row would wait for every addition.
class RowBlocks {
public:
    RowBlocks(std::size_t rows, std::size_t most)
        : count_((rows + most - 1) / most), height_(rows / count_), higher_(rows % count_) {}

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t rows(std::size_t block) const { return height_ + (block < higher_ ? 1 : 0); }
    [[nodiscard]] std::size_t first(std::size_t block) const { return block * height_ + HWY_MIN(block, higher_); }

private:
    std::size_t count_;
    std::size_t height_;
    std::size_t higher_; // So many have one row more.
};

template <typename T>
HWY_INLINE BlockOperands<T> operandsAt(const Product<T>& p, std::size_t row, std::size_t col, std::size_t k,
                                       std::size_t depth) {
    return {p.a + row * p.aRowStride + k * p.aDepthStride,
            p.aRowStride,
            p.aDepthStride,
            p.b + k * p.bStride + col,
            p.bStride,
            nullptr,
            p.c + row * p.cStride + col,
            p.cStride,
            p.cols - col,
            depth,
            k == 0};
}

// `panels` panels of kVectors vectors of columns, from `col` on: for each stretch of the depth, all rows.
template <typename T, std::size_t kMost, std::size_t kVectors>
HWY_NOINLINE void computePanels(const Product<T>& p, std::size_t col, std::size_t panels) {
    const std::size_t width = kVectors * hn::Lanes(BlockTag<T>());
    const RowBlocks blocks(p.rows, kMost);
    if (blocks.count() < kLeastBlocks) {
        for (std::size_t panel = 0; panel < panels; ++panel) {
            for (std::size_t i = 0; i < blocks.count(); ++i) {
                computeRows<T, kMost, kVectors, false, false>(
                    operandsAt(p, blocks.first(i), col + panel * width, 0, p.depth), blocks.rows(i));
            }
        }
        return;
    }
    HWY_ALIGN T packed[kGroupBytes / sizeof(T)];
    const RowBlocks stretches(p.depth, HWY_MIN(kDepth, kGroupBytes / sizeof(T) / width));
    for (std::size_t s = 0; s < stretches.count(); ++s) {
        const std::size_t k = stretches.first(s);
        const std::size_t depth = stretches.rows(s);
        const std::size_t size = depth * width;
        const std::size_t group = HWY_MAX(kGroupBytes / sizeof(T) / size, 1);
        for (std::size_t begin = 0; begin < panels; begin += group) {
            const std::size_t end = HWY_MIN(begin + group, panels);
            for (std::size_t i = 0; i < blocks.count(); ++i) {
                for (std::size_t panel = begin; panel < end; ++panel) {
                    BlockOperands<T> o = operandsAt(p, blocks.first(i), col + panel * width, k, depth);
                    o.packed = packed + (panel - begin) * size;
                    if (i == 0) {
                        computeRows<T, kMost, kVectors, true, false>(o, blocks.rows(i));
                    } else {
                        o.b = o.packed;
                        computeRows<T, kMost, kVectors, false, true>(o, blocks.rows(i));
                    }
                }
            }
        }
    }
}

// All columns of the kRows rows that there are, in blocks of kVectors vectors, then of half as many, down to one.
template <typename T, std::size_t kRows, std::size_t kVectors>
HWY_INLINE void computeFewRows(const Product<T>& p, std::size_t col) {
    const std::size_t lanes = hn::Lanes(BlockTag<T>());
    const std::size_t width = kVectors * lanes;
    for (; col + width < p.cols + lanes; col += width) {
        computeBlock<T, kRows, kVectors, false, false>(operandsAt(p, 0, col, 0, p.depth));
    }
    if constexpr (kVectors > 1) {
        computeFewRows<T, kRows, kVectors / 2>(p, col);
    }
}

template <typename T>
HWY_INLINE void computeManyRows(const Product<T>& p) {
    const std::size_t lanes = hn::Lanes(BlockTag<T>());
    const std::size_t vectors = (p.cols + lanes - 1) / lanes;
    const std::size_t atEdge = vectors % 2 == 1 && vectors >= kEdgeVectors && kEdgeVectors == 3 ? 3 : vectors % 2;
    const std::size_t panels = (vectors - atEdge) / 2;
    if (panels > 0) {
        computePanels<T, kBlockRows, 2>(p, 0, panels);
    }
    const std::size_t col = panels * 2 * lanes;
    if (atEdge == 1) {
        computePanels<T, kColumnRows, 1>(p, col, 1);
    } else if (atEdge == 3) {
        computePanels<T, kBlockRows, kEdgeVectors>(p, col, 1);
    }
}

template <typename T>
HWY_INLINE void computeProduct(const Product<T>& p) {
    if (p.depth == 0) {
        for (std::size_t r = 0; r < p.rows; ++r) {
            for (std::size_t c = 0; c < p.cols; ++c) {
                p.c[r * p.cStride + c] = T{0};
            }
        }
    } else {
        switch (p.rows) {
        case 1: computeFewRows<T, 1, vectorsFor(1)>(p, 0); break;
        case 2: computeFewRows<T, 2, vectorsFor(2)>(p, 0); break;
        case 3: computeFewRows<T, 3, vectorsFor(3)>(p, 0); break;
        case 4: computeFewRows<T, 4, vectorsFor(4)>(p, 0); break;
        default: computeManyRows(p); break;
        }
    }
    // Vectors that hold nothing but padding are not computed.
    const std::size_t lanes = hn::Lanes(BlockTag<T>());
    const std::size_t written = (p.cols + lanes - 1) / lanes * lanes;
    for (std::size_t r = 0; written < p.cleared && r < p.rows; ++r) {
        for (std::size_t c = written; c < p.cleared; ++c) {
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

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/kernels/dispatch.h"

namespace roundoff::kernels {
namespace {

ROUNDOFF_EXPORT_BOTH(product)

// Multiply-adds from which on another thread is worth waking: some ten microseconds of one core.
constexpr std::size_t kLeastShared = 500'000;
// Threads take whole panels of every target, and whole blocks of rows.
constexpr std::size_t kColumnGrain = 64;
constexpr std::size_t kRowGrain = 48;

template <typename T>
void run(detail::Product<T> product, ThreadTeam* team) {
    if (product.rows == 0 || product.cols == 0) {
        return;
    }
    product.cleared = product.cStride;
    const auto compute = [](const detail::Product<T>& part) { ROUNDOFF_DISPATCH(T, product)(part); };
    if (team == nullptr || product.rows * product.cols * product.depth < kLeastShared) {
        compute(product);
        return;
    }
    // The smaller operand is the one that every thread reads.
    if (product.rows <= product.cols) {
        divide(team, product.cols, kColumnGrain, [&](std::size_t first, std::size_t last) {
            detail::Product<T> part = product;
            part.b += first;
            part.c += first;
            part.cols = last - first;
            part.cleared = last == product.cols ? product.cStride - first : part.cols;
            compute(part);
        });
    } else {
        divide(team, product.rows, kRowGrain, [&](std::size_t first, std::size_t last) {
            detail::Product<T> part = product;
            part.a += first * product.aRowStride;
            part.c += first * product.cStride;
            part.rows = last - first;
            compute(part);
        });
    }
}

} // namespace

template <typename T>
void multiply(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, ThreadTeam* team) {
    assert(a.cols == b.rows && a.rows == c.rows && b.cols == c.cols);
    run<T>({a.data, a.stride, 1, b.data, b.stride, c.data, c.stride, c.rows, c.cols, a.cols}, team);
}

template <typename T>
void multiplyTransposedA(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, ThreadTeam* team) {
    assert(a.rows == b.rows && a.cols == c.rows && b.cols == c.cols);
    run<T>({a.data, 1, a.stride, b.data, b.stride, c.data, c.stride, c.rows, c.cols, a.rows}, team);
}

template <typename T>
void multiplyTransposedB(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, Matrix<T>& scratch,
                         ThreadTeam* team) {
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
        transpose<T>(b, bTransposed, team);
        multiply<T>(a, bTransposed, c, team);
    } else {
        const std::size_t stride = Matrix<T>::paddedCols(a.rows);
        need((a.cols + c.cols) * stride);
        const auto aTransposed = room(a.cols, a.rows, 0);
        const auto cTransposed = room(c.cols, a.rows, a.cols * stride);
        transpose<T>(a, aTransposed, team);
        multiply<T>(b, aTransposed, cTransposed, team);
        transpose<T>(cTransposed, c, team);
    }
}

template void multiply(MatrixView<const float>, MatrixView<const float>, MatrixView<float>, ThreadTeam*);
template void multiply(MatrixView<const double>, MatrixView<const double>, MatrixView<double>, ThreadTeam*);
template void multiplyTransposedA(MatrixView<const float>, MatrixView<const float>, MatrixView<float>, ThreadTeam*);
template void multiplyTransposedA(MatrixView<const double>, MatrixView<const double>, MatrixView<double>, ThreadTeam*);
template void multiplyTransposedB(MatrixView<const float>, MatrixView<const float>, MatrixView<float>, Matrix<float>&,
                                  ThreadTeam*);
template void multiplyTransposedB(MatrixView<const double>, MatrixView<const double>, MatrixView<double>,
                                  Matrix<double>&, ThreadTeam*);

} // namespace roundoff::kernels
#endif
