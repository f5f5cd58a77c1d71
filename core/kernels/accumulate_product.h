// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/kernels/accumulate.h"

namespace roundoff::kernels::detail {

/// One product and how it is accumulated, as the ways to compute it see it. None of them writes beyond the last vector
/// that holds an element; what else there is of padding is the caller's.
struct AccumulatedProduct {
    Product<float> product;
    const Accumulation* accumulation;
    const format::RandomStream* stream;
    const BinaryConstants<float>* narrow; ///< The format's and the policies', as the next two.
    const BinaryConstants<double>* wide;
    bool sumsAreExact; ///< Whether double holds every sum of two values of the format.

    /// Whether chunks' sums are added up in FP32.
    [[nodiscard]] bool isChunked() const { return accumulation->chunk > 0; }
    /// Products that are summed in the format, at least 1.
    [[nodiscard]] std::size_t chunk() const {
        return isChunked() ? static_cast<std::size_t>(accumulation->chunk) : std::max<std::size_t>(product.depth, 1);
    }

    /// Pairs of columns, which share a block of random numbers.
    [[nodiscard]] std::size_t columnPairs() const { return (product.cols + 1) / 2; }
};

/// Rows and columns of the output.
struct OutputBlock {
    std::size_t row;
    std::size_t rows;
    std::size_t col;
    std::size_t cols;
};

/// By plain loops.
void accumulateReference(const AccumulatedProduct& accumulated, AccumulationCounts* counts);

/// In double lanes: every format, mode and policy.
/// @param counts  may be null
void accumulateWide(const AccumulatedProduct& accumulated, AccumulationCounts* counts);

/// In float lanes: nearest-even with subnormals, without counting.
/// @return blocks that must be computed another way, because a product or a sum may have overflowed; what was written
///         there is of no use. All of the output if the instruction set has no fused multiply-add.
[[nodiscard]] std::vector<OutputBlock> accumulateNearest(const AccumulatedProduct& accumulated, double largestProduct);

/// An upper bound of the magnitudes: NaN or infinity if there is one among the elements.
[[nodiscard]] double largestMagnitude(MatrixView<const float> matrix);

/// The sum of two numbers of at most 11 significand bits within the range of FP32, or, where double does not hold it,
/// that of its two neighbours in double whose last bit is odd: rounding to odd loses nothing that rounding it further
/// to at most 51 bits could see (Boldo, Melquiond: Emulation of FMA and correctly rounded sums: proved algorithms using
/// rounding to odd, IEEE Transactions on Computers 57(4), 2008).
[[nodiscard]] double sumToOdd(double a, double b);

} // namespace roundoff::kernels::detail
