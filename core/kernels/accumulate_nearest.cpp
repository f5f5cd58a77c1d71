// SPDX-License-Identifier: GPL-3.0-or-later
// Accumulation to nearest-even in float lanes, where nothing overflows. Adding and subtracting `magic`, 1.5 times the
// power of two whose last bit is the spacing of the format around a number, makes the hardware round there.
//
// Products: fma(a, b, magic) rounds the exact product once, to the spacing, whatever the operands are. The spacing is
// chosen by the product rounded to float; where that lies in a higher binade than the exact one, the exact one is so
// near the power of two between them that both spacings round it there.
//
// Sums: of two numbers of p <= 11 bits, where 24 >= 2 p + 2, so rounding to float first changes nothing (Figueroa: When
// is double rounding innocuous? SIGNUM Newsletter 30(3), 1995). Below the smallest normal number they are exact.
//
// Signs of zeros: a zero product loses its sign, but the running sum begins at +0 and never becomes -0, since no sum
// underflows and those that cancel are +0; adding a zero of either sign leaves it alone.
#include "core/kernels/accumulate_product.h"

#include <bit>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/accumulate_nearest.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using detail::AccumulatedProduct;
using detail::OutputBlock;

using D = hn::CappedTag<float, kRowAlignment / sizeof(float)>;
using DI = hn::RebindToSigned<D>;
using V = hn::Vec<D>;
using VI = hn::Vec<DI>;

#if HWY_NATIVE_FMA

// The register block: rows times vectors of sums; each chain has a latency of some fifteen cycles to hide.
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_NEON
constexpr std::size_t kBlockRows = 4; // 32 registers
#else
constexpr std::size_t kBlockRows = 2; // 16 registers
#endif

struct Magic {
    VI exponentMask;
    VI minExponent;
    VI offset;
};

HWY_INLINE VI exponentOf(DI di, V value, const Magic& m) {
    return hn::Max(hn::And(hn::BitCast(di, value), m.exponentMask), m.minExponent);
}

// Returns whether all exponents stayed below the limit, if kChecked; else that is the caller's to know.
template <bool kChecked, std::size_t kRows, std::size_t kVectors>
HWY_INLINE bool accumulateBlock(const AccumulatedProduct& accumulated, std::int32_t limit, std::size_t row,
                                std::size_t col) {
    const D d;
    const DI di;
    const std::size_t lanes = hn::Lanes(d);
    const detail::Product<float>& p = accumulated.product;
    const std::size_t chunk = accumulated.chunk();
    const Magic magic{hn::Set(di, 0x7F800000),
                      hn::Set(di, static_cast<std::int32_t>(accumulated.narrow->magicMinExponent)),
                      hn::Set(di, static_cast<std::int32_t>(accumulated.narrow->magicOffset))};
    const float* HWY_RESTRICT a = p.a + row * p.aRowStride;
    const float* HWY_RESTRICT b = p.b + col;
    VI largest = hn::Zero(di);
    V totals[kRows][kVectors];
    V sums[kRows][kVectors];
    for (std::size_t r = 0; r < kRows; ++r) {
        for (std::size_t v = 0; v < kVectors; ++v) {
            totals[r][v] = hn::Zero(d);
            sums[r][v] = hn::Zero(d);
        }
    }
    for (std::size_t first = 0; first < p.depth; first += chunk) {
        const std::size_t end = HWY_MIN(first + chunk, p.depth);
        for (std::size_t k = first; k < end; ++k) {
            V bv[kVectors];
            for (std::size_t v = 0; v < kVectors; ++v) {
                bv[v] = hn::Load(d, b + v * lanes);
            }
            for (std::size_t r = 0; r < kRows; ++r) {
                const V av = hn::Set(d, a[r * p.aRowStride]);
                for (std::size_t v = 0; v < kVectors; ++v) {
                    const VI productExponent = exponentOf(di, hn::Mul(av, bv[v]), magic);
                    const V productMagic = hn::BitCast(d, hn::Add(productExponent, magic.offset));
                    const V product = hn::Sub(hn::MulAdd(av, bv[v], productMagic), productMagic);
                    const V sum = hn::Add(sums[r][v], product);
                    const VI sumExponent = exponentOf(di, sum, magic);
                    const V sumMagic = hn::BitCast(d, hn::Add(sumExponent, magic.offset));
                    sums[r][v] = hn::Sub(hn::Add(sum, sumMagic), sumMagic);
                    if constexpr (kChecked) {
                        largest = hn::Max(largest, hn::Max(productExponent, sumExponent));
                    }
                }
            }
            a += p.aDepthStride;
            b += p.bStride;
        }
        if (accumulated.isChunked()) {
            for (std::size_t r = 0; r < kRows; ++r) {
                for (std::size_t v = 0; v < kVectors; ++v) {
                    totals[r][v] = hn::Add(totals[r][v], sums[r][v]);
                    sums[r][v] = hn::Zero(d);
                }
            }
        }
    }
    for (std::size_t r = 0; r < kRows; ++r) {
        for (std::size_t v = 0; v < kVectors; ++v) {
            hn::Store(accumulated.isChunked() ? totals[r][v] : sums[r][v], d,
                      p.c + (row + r) * p.cStride + col + v * lanes);
        }
    }
    return !kChecked || hn::AllTrue(di, hn::Lt(largest, hn::Set(di, limit)));
}

// All columns of the rows from `row` on that come in groups of kRows, in blocks of two vectors and then of one.
template <bool kChecked, std::size_t kRows>
HWY_NOINLINE std::size_t accumulateRows(const AccumulatedProduct& accumulated, std::int32_t limit, std::size_t row,
                                        std::vector<OutputBlock>& overflowing) {
    const detail::Product<float>& p = accumulated.product;
    const std::size_t lanes = hn::Lanes(D());
    const std::size_t end = row + (p.rows - row) / kRows * kRows;
    std::size_t col = 0;
    for (; col + lanes < p.cols; col += 2 * lanes) {
        for (std::size_t r = row; r < end; r += kRows) {
            if (!accumulateBlock<kChecked, kRows, 2>(accumulated, limit, r, col)) {
                overflowing.push_back({r, kRows, col, HWY_MIN(2 * lanes, p.cols - col)});
            }
        }
    }
    for (std::size_t r = row; col < p.cols && r < end; r += kRows) {
        if (!accumulateBlock<kChecked, kRows, 1>(accumulated, limit, r, col)) {
            overflowing.push_back({r, kRows, col, p.cols - col});
        }
    }
    return end;
}

template <bool kChecked>
HWY_INLINE void accumulateAll(const AccumulatedProduct& accumulated, std::int32_t limit,
                              std::vector<OutputBlock>& overflowing) {
    const std::size_t row = accumulateRows<kChecked, kBlockRows>(accumulated, limit, 0, overflowing);
    accumulateRows<kChecked, 1>(accumulated, limit, row, overflowing);
}

#endif

bool accumulateFloat(const AccumulatedProduct& accumulated, std::int32_t limit, bool isChecked,
                     std::vector<OutputBlock>& overflowing) {
#if HWY_NATIVE_FMA
    if (isChecked) {
        accumulateAll<true>(accumulated, limit, overflowing);
    } else {
        accumulateAll<false>(accumulated, limit, overflowing);
    }
    return true;
#else
    static_cast<void>(accumulated);
    static_cast<void>(limit);
    static_cast<void>(isChecked);
    static_cast<void>(overflowing);
    return false;
#endif
}

// The bits of the largest magnitude; those of infinity or more if not all are finite.
std::int32_t largestBits(MatrixView<const float> matrix) {
    const D d;
    const DI di;
    const std::size_t lanes = hn::Lanes(d);
    VI largest = hn::Zero(di);
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        for (std::size_t col = 0; col < matrix.cols; col += lanes) {
            const auto inside = hn::FirstN(d, HWY_MIN(lanes, matrix.cols - col));
            const V magnitude = hn::IfThenElseZero(inside, hn::Abs(hn::Load(d, matrix.row(row) + col)));
            largest = hn::Max(largest, hn::BitCast(di, magnitude));
        }
    }
    return hn::GetLane(hn::MaxOfLanes(di, largest));
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/format/binary_float.h"

namespace roundoff::kernels {
namespace {

HWY_EXPORT(accumulateFloat);
HWY_EXPORT(largestBits);

} // namespace

std::vector<detail::OutputBlock> detail::accumulateNearest(const AccumulatedProduct& accumulated,
                                                           double largestProduct) {
    // From the binade of the largest finite value on, rounding may overflow; from one that is `drop` below that of
    // infinity on, magic would.
    const BinaryConstants<float>& c = *accumulated.narrow;
    constexpr std::uint32_t kExponentMask = 0x7F800000;
    const std::uint32_t limit = std::min(c.maxFinite & kExponentMask,
                                         kExponentMask - (static_cast<std::uint32_t>(c.drop) << 23U));
    // Rounding to nearest errs by no more than the distance to any one value. Zero is a value: a rounded product is at
    // most twice the exact one. The running sum before is a value: a sum grows by at most twice the rounded product.
    const auto terms = static_cast<double>(std::min(accumulated.chunk(), accumulated.product.depth));
    const bool staysBelow = 4.0 * terms * largestProduct < static_cast<double>(std::bit_cast<float>(limit));
    std::vector<OutputBlock> overflowing;
    if (!HWY_DYNAMIC_DISPATCH(accumulateFloat)(accumulated, static_cast<std::int32_t>(limit), !staysBelow,
                                               overflowing)) {
        overflowing.push_back({0, accumulated.product.rows, 0, accumulated.product.cols});
    }
    return overflowing;
}

double detail::largestMagnitude(MatrixView<const float> matrix) {
    return static_cast<double>(std::bit_cast<float>(HWY_DYNAMIC_DISPATCH(largestBits)(matrix)));
}

} // namespace roundoff::kernels
#endif
