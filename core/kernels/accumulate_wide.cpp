// SPDX-License-Identifier: GPL-3.0-or-later
// Accumulation in double lanes: products of two floats are exact there, and sums are, or are rounded to odd.
#include <cmath>
#include <limits>

#include "core/kernels/accumulate_product.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/accumulate_wide.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/philox-inl.h"
#include "core/kernels/round_binary-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using detail::AccumulatedProduct;

#if HWY_TARGET == HWY_SCALAR

void accumulateDouble(const AccumulatedProduct& accumulated, AccumulationCounts* counts) {
    detail::accumulateReference(accumulated, counts); // Random numbers are made in vectors.
}

#else

using D = hn::CappedTag<double, kRowAlignment / sizeof(double)>;
using V = hn::Vec<D>;
using DU = hn::RebindToUnsigned<D>;
using VU = hn::Vec<DU>;

// A register block has two vectors of columns: as many as one vector of Philox blocks has pairs of numbers.
constexpr std::size_t kVectors = 2;
constexpr std::size_t kMaxLanes = kRowAlignment / sizeof(double);

// As detail::sumToOdd.
HWY_INLINE V vectorSumToOdd(D d, V a, V b) {
    const hn::RebindToSigned<D> di;
    const auto one = hn::Set(di, std::int64_t{1});
    const V sum = hn::Add(a, b);
    const V bPart = hn::Sub(sum, a);
    const V error = hn::Add(hn::Sub(a, hn::Sub(sum, bPart)), hn::Sub(b, bPart));
    const auto bits = hn::BitCast(di, sum);
    const auto isEven = hn::Eq(hn::And(bits, one), hn::Zero(di));
    const auto isInexact = hn::RebindMask(di, hn::Gt(hn::Abs(error), hn::Zero(d)));
    // 1 where the error has the sum's sign, else -1.
    const auto step = hn::Or(hn::ShiftRight<63>(hn::Xor(bits, hn::BitCast(di, error))), one);
    return hn::BitCast(d, hn::Add(bits, hn::IfThenElseZero(hn::And(isEven, isInexact), step)));
}

// The random numbers of a row of the block at one k: for the products and for the sums of its two vectors of columns.
struct RandomNumbers {
    VU product[kVectors];
    VU sum[kVectors];
};

HWY_INLINE RandomNumbers randomNumbers(DU du, const PhiloxStream& stream, std::uint64_t firstPair) {
    using D32 = hn::Repartition<std::uint32_t, DU>;
    const hn::Half<D32> dHalf;
    const D32 d32;
    // Adding to a constant: numbers counted up from a variable go lane by lane through memory.
    const auto pairs = philoxBlocks(du, hn::Add(hn::Iota(du, 0), hn::Set(du, firstPair)), stream);
    const auto first = hn::BitCast(d32, pairs.first);
    const auto second = hn::BitCast(d32, pairs.second);
    return {{hn::PromoteTo(du, hn::LowerHalf(dHalf, first)), hn::PromoteTo(du, hn::UpperHalf(dHalf, first))},
            {hn::PromoteTo(du, hn::LowerHalf(dHalf, second)), hn::PromoteTo(du, hn::UpperHalf(dHalf, second))}};
}

// How a vector of products is added to a vector of running sums. One of these two is made for each block and asked for
// every product; what it has seen meanwhile is asked at the end.

// Without a branch, where nothing is flushed, and right if nothing was near overflowing. A zero product may lose its
// sign, which does not matter: the running sum begins at +0 and never becomes -0, since sums do not underflow.
template <Rounding kMode, bool kCounts>
struct Straight {
    const AccumulatedProduct* accumulated;
    V largest = hn::Zero(D()); // The largest exponent so far.
    VU additions = hn::Zero(DU());
    VU stagnated = hn::Zero(DU());
    VU underflowed = hn::Zero(DU());

    HWY_INLINE V round(V value, VU random) {
        const D d;
        const detail::BinaryConstants<double>& c = *accumulated->wide;
        const V field = hn::BitCast(d, hn::Set(DU(), 0x7FF0000000000000ULL));
        const V smallest = hn::BitCast(d, hn::Set(DU(), c.magicMinExponent));
        const V exponent = hn::Max(hn::And(value, field), smallest);
        largest = hn::Max(largest, exponent);
        return roundScaled<kMode>(d, value, exponent, random, c);
    }

    HWY_INLINE V add(V sum, V a, V b, VU productRandom, VU sumRandom, hn::Mask<D> inside) {
        const D d;
        const V exact = hn::Mul(a, b);
        const V product = round(exact, productRandom);
        const V exactSum = accumulated->sumsAreExact ? hn::Add(sum, product) : vectorSumToOdd(d, sum, product);
        const V next = round(exactSum, sumRandom);
        if constexpr (kCounts) {
            // A mask is minus one in each lane.
            const auto count = [](VU counter, hn::Mask<D> mask) HWY_ATTR {
                return hn::Sub(counter, hn::VecFromMask(DU(), hn::RebindMask(DU(), mask)));
            };
            const auto adds = hn::And(hn::Ne(product, hn::Zero(d)), inside);
            const auto isProduct = hn::And(hn::Ne(exact, hn::Zero(d)), inside);
            additions = count(additions, adds);
            stagnated = count(stagnated, hn::And(adds, hn::Eq(next, sum)));
            underflowed = count(underflowed, hn::AndNot(adds, isProduct));
        }
        return next;
    }

    // Below the binade of the largest finite value nothing overflows by rounding.
    [[nodiscard]] bool isRight() const {
        const D d;
        const std::uint64_t limit = accumulated->wide->maxFinite & 0x7FF0000000000000ULL;
        return hn::AllTrue(d, hn::Lt(largest, hn::BitCast(d, hn::Set(DU(), limit))));
    }

    [[nodiscard]] AccumulationCounts counts() const {
        const auto total = [](VU counter) HWY_ATTR { return hn::GetLane(hn::SumOfLanes(DU(), counter)); };
        return {total(additions), total(stagnated), total(underflowed), 0};
    }
};

// For every policy.
template <Rounding kMode>
struct General {
    const AccumulatedProduct* accumulated;
    AccumulationCounts seen;

    HWY_INLINE V add(V sum, V a, V b, VU productRandom, VU sumRandom, hn::Mask<D> inside) {
        const D d;
        const detail::BinaryConstants<double>& c = *accumulated->wide;
        const V exact = hn::Mul(a, b);
        const V product = roundBinary<kMode>(d, exact, productRandom, c);
        const V exactSum = vectorSumToOdd(d, sum, product);
        const V next = roundBinary<kMode>(d, exactSum, sumRandom, c);

        const V zero = hn::Zero(d);
        const V largest = hn::BitCast(d, hn::Set(DU(), c.maxFinite));
        const auto exceeds = [&](V v) HWY_ATTR { return hn::And(hn::IsFinite(v), hn::Gt(hn::Abs(v), largest)); };
        const auto count = [&](hn::Mask<D> mask) HWY_ATTR { return hn::CountTrue(d, hn::And(mask, inside)); };
        const auto adds = hn::And(hn::IsFinite(exactSum), hn::Ne(product, zero));
        seen.underflowed += count(hn::And(hn::Ne(exact, zero), hn::Eq(product, zero)));
        seen.overflowed += count(exceeds(exact)) + count(exceeds(exactSum));
        seen.additions += count(adds);
        seen.stagnated += count(hn::And(adds, hn::Eq(next, sum)));
        return next;
    }
};

// The sums of one chunk onto those of the chunks before it, in FP32; without chunks they are all there is.
HWY_INLINE void addToTotals(const double* HWY_RESTRICT sums, float* HWY_RESTRICT totals, std::size_t count,
                            bool isChunked) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto sum = static_cast<float>(sums[i]);
        totals[i] = isChunked ? totals[i] + sum : sum;
    }
}

// Every NaN comes out as the positive quiet one without payload.
HWY_INLINE void storeTotals(const float* HWY_RESTRICT totals, float* HWY_RESTRICT out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = std::isnan(totals[i]) ? std::numeric_limits<float>::quiet_NaN() : totals[i];
    }
}

template <Rounding kMode, std::size_t kRows, class Adder>
HWY_INLINE void accumulateBlock(const AccumulatedProduct& accumulated, const PhiloxStream& stream, std::size_t row,
                                std::size_t col, Adder& adder) {
    const D d;
    const DU du;
    const hn::Rebind<float, D> df;
    const std::size_t lanes = hn::Lanes(d);
    const detail::Product<float>& p = accumulated.product;
    const std::size_t chunk = accumulated.chunk();
    const float* HWY_RESTRICT a = p.a + row * p.aRowStride;
    const float* HWY_RESTRICT b = p.b + col;
    const std::size_t cols = HWY_MIN(kVectors * lanes, p.cols - col);
    hn::Mask<D> inside[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) {
        inside[v] = hn::FirstN(d, cols - HWY_MIN(cols, v * lanes));
    }
    float totals[kRows][kVectors * kMaxLanes] = {};
    HWY_ALIGN double sumOf[kVectors * kMaxLanes] = {};
    for (std::size_t first = 0; first < p.depth; first += chunk) {
        V sums[kRows][kVectors];
        for (std::size_t r = 0; r < kRows; ++r) {
            for (std::size_t v = 0; v < kVectors; ++v) {
                sums[r][v] = hn::Zero(d);
            }
        }
        const std::size_t end = HWY_MIN(first + chunk, p.depth);
        for (std::size_t k = first; k < end; ++k) {
            V bv[kVectors];
            for (std::size_t v = 0; v < kVectors; ++v) {
                bv[v] = hn::PromoteTo(d, hn::LoadU(df, b + k * p.bStride + v * lanes));
            }
            for (std::size_t r = 0; r < kRows; ++r) {
                const V av = hn::Set(d, static_cast<double>(a[r * p.aRowStride + k * p.aDepthStride]));
                RandomNumbers random{{hn::Zero(du), hn::Zero(du)}, {hn::Zero(du), hn::Zero(du)}};
                if constexpr (kMode == Rounding::Stochastic) {
                    const std::uint64_t pair = ((row + r) * p.depth + k) * accumulated.columnPairs() + col / 2;
                    random = randomNumbers(du, stream, pair);
                }
                for (std::size_t v = 0; v < kVectors; ++v) {
                    sums[r][v] = adder.add(sums[r][v], av, bv[v], random.product[v], random.sum[v], inside[v]);
                }
            }
        }
        for (std::size_t r = 0; r < kRows; ++r) {
            for (std::size_t v = 0; v < kVectors; ++v) {
                hn::Store(sums[r][v], d, sumOf + v * lanes);
            }
            addToTotals(sumOf, totals[r], cols, accumulated.isChunked());
        }
    }
    for (std::size_t r = 0; r < kRows; ++r) {
        storeTotals(totals[r], p.c + (row + r) * p.cStride + col, cols);
    }
}

// Returns whether that was right.
template <Rounding kMode>
HWY_NOINLINE bool straightBlock(const AccumulatedProduct& accumulated, const PhiloxStream& stream, std::size_t row,
                                std::size_t rows, std::size_t col) {
    Straight<kMode, false> adder{&accumulated};
    if (rows == 2) {
        accumulateBlock<kMode, 2>(accumulated, stream, row, col, adder);
    } else {
        accumulateBlock<kMode, 1>(accumulated, stream, row, col, adder);
    }
    return adder.isRight();
}

template <Rounding kMode>
HWY_NOINLINE bool straightRow(const AccumulatedProduct& accumulated, const PhiloxStream& stream, std::size_t row,
                              std::size_t col, AccumulationCounts& counts) {
    Straight<kMode, true> adder{&accumulated};
    accumulateBlock<kMode, 1>(accumulated, stream, row, col, adder);
    if (adder.isRight()) {
        counts += adder.counts();
    }
    return adder.isRight();
}

template <Rounding kMode>
HWY_NOINLINE void generalRow(const AccumulatedProduct& accumulated, const PhiloxStream& stream, std::size_t row,
                             std::size_t col, AccumulationCounts& counts) {
    General<kMode> adder{&accumulated, {}};
    accumulateBlock<kMode, 1>(accumulated, stream, row, col, adder);
    counts += adder.seen;
}

template <Rounding kMode>
HWY_INLINE void accumulateBlocks(const AccumulatedProduct& accumulated, AccumulationCounts* counts) {
    const detail::Product<float>& p = accumulated.product;
    const PhiloxStream stream = philoxStream(*accumulated.stream);
    const bool flushes = accumulated.wide->flushBelow != 0;
    AccumulationCounts seen;
    for (std::size_t col = 0; col < p.cols; col += kVectors * hn::Lanes(D())) {
        for (std::size_t row = 0; row < p.rows; row += 2) {
            const std::size_t rows = HWY_MIN(p.rows - row, 2);
            if (!flushes && counts == nullptr && straightBlock<kMode>(accumulated, stream, row, rows, col)) {
                continue;
            }
            for (std::size_t r = row; r < row + rows; ++r) {
                const bool mayBeStraight = !flushes && counts != nullptr;
                if (!mayBeStraight || !straightRow<kMode>(accumulated, stream, r, col, seen)) {
                    generalRow<kMode>(accumulated, stream, r, col, seen);
                }
            }
        }
    }
    if (counts != nullptr) {
        *counts += seen;
    }
}

void accumulateDouble(const AccumulatedProduct& accumulated, AccumulationCounts* counts) {
    switch (accumulated.accumulation->quantisation.rounding) {
    case Rounding::NearestEven: return accumulateBlocks<Rounding::NearestEven>(accumulated, counts);
    case Rounding::NearestAway: return accumulateBlocks<Rounding::NearestAway>(accumulated, counts);
    case Rounding::TowardZero: return accumulateBlocks<Rounding::TowardZero>(accumulated, counts);
    case Rounding::Up: return accumulateBlocks<Rounding::Up>(accumulated, counts);
    case Rounding::Down: return accumulateBlocks<Rounding::Down>(accumulated, counts);
    case Rounding::Stochastic: return accumulateBlocks<Rounding::Stochastic>(accumulated, counts);
    }
}

#endif

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace roundoff::kernels {
namespace {

HWY_EXPORT(accumulateDouble);

} // namespace

void detail::accumulateWide(const AccumulatedProduct& accumulated, AccumulationCounts* counts) {
    HWY_DYNAMIC_DISPATCH(accumulateDouble)(accumulated, counts);
}

} // namespace roundoff::kernels
#endif
