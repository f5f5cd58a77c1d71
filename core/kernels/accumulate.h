// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/format/format.h"
#include "core/format/random_stream.h"
#include "core/kernels/gemm_product.h"
#include "core/kernels/matrix.h"
#include "core/kernels/quantise_constants.h"

namespace roundoff::kernels {

/// How many of a product's operations lost something; counted only on request. Of chunked accumulation, what is added
/// up within the chunks counts.
struct AccumulationCounts {
    std::uint64_t additions = 0;   ///< Sums of a finite running sum and a finite rounded product that is not zero.
    std::uint64_t stagnated = 0;   ///< Of these, those that left the running sum as it was.
    std::uint64_t underflowed = 0; ///< Products that are not zero, but are after rounding.
    std::uint64_t overflowed = 0;  ///< Products and sums of finite numbers that exceed the largest finite value,
                                   ///< whatever the policy makes of them.

    AccumulationCounts& operator+=(const AccumulationCounts& other);
    bool operator==(const AccumulationCounts&) const = default;
};

/// How a matrix product is accumulated.
struct Accumulation {
    /// Format, rounding and policies of every product and every sum.
    format::Quantisation quantisation;
    /// 0: one chain over the whole depth. Else every `chunk` products are summed from zero in the format, and the
    /// chunks' sums are added, in order and from zero, in FP32, rounded to nearest-even: chunk-based accumulation
    /// (Wang, Choi, Brand, Chen, Gopalakrishnan: Training deep neural networks with 8-bit floating point numbers,
    /// NeurIPS 2018, section 2.3), with a wider outer sum.
    int chunk = 0;

    bool operator==(const Accumulation&) const = default;
};

/// Matrix products whose accumulator is a binary float of at most 11 significand bits. Every output is one chain in
/// increasing k: sum = round(sum + round(a * b)), from +0. The operands are any numbers of the container; each product
/// and each sum is the exact one, rounded once in the mode of the accumulation. NaNs and infinities propagate as in
/// IEEE 754, and a NaN comes out as the positive quiet NaN without payload. A sum that cancels exactly is +0 in every
/// mode. The bits are those of `referenceProduct` on every instruction set and for any blocking. A cheap, immutable
/// value; safe to use from several threads.
///
/// Stochastic rounding: let pair = (row * depth + k) * ceil(cols / 2) + floor(col / 2), for row and col of C with
/// `cols` columns; the product takes number 4 * pair + col % 2 of the stream and the sum number 4 * pair + 2 + col % 2.
/// Numbers repeat from 2^32 pairs on.
/// @tparam T  float. There is none for double: a container is double only if some format is wider than FP32 or has more
///            than 11 bits, and products are then accumulated in FP64.
template <typename T>
class Accumulator {
public:
    /// @throws InputError if the format is no binary float of at most 11 significand bits within the range of FP32, if
    /// it
    ///         cannot overflow as is asked, or if the chunk is negative
    explicit Accumulator(const Accumulation& accumulation);

    [[nodiscard]] const Accumulation& accumulation() const { return accumulation_; }

    // Shapes, padding and overlap are as in gemm.h.

    /// C = A B, with A [M, K], B [K, N], C [M, N].
    /// @param counts  what was lost is added to these; counting takes several times as long
    void multiply(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, const format::RandomStream& stream,
                  AccumulationCounts* counts = nullptr) const;

    /// C = A^T B, with A [K, M], B [K, N], C [M, N].
    void multiplyTransposedA(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c,
                             const format::RandomStream& stream, AccumulationCounts* counts = nullptr) const;

    /// C = A B^T, with A [M, K], B [N, K], C [M, N].
    /// @param scratch  grown as needed and kept by the caller
    void multiplyTransposedB(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, Matrix<T>& scratch,
                             const format::RandomStream& stream, AccumulationCounts* counts = nullptr) const;

private:
    void run(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, const detail::Product<T>& product,
             const format::RandomStream& stream, AccumulationCounts* counts) const;

    Accumulation accumulation_;
    detail::BinaryConstants<float> narrow_;
    detail::BinaryConstants<double> wide_;
    bool sumsAreExact_ = false; ///< Whether double holds every sum of two values of the format.
    bool nearestEven_ = false;  ///< Whether the way in float lanes may be taken.
};

/// What `Accumulator::multiply` computes, by plain loops over `format::quantise`: slow and obviously right.
/// @throws InputError as the constructor of Accumulator does
void referenceProduct(const Accumulation& accumulation, MatrixView<const float> a, MatrixView<const float> b,
                      MatrixView<float> c, const format::RandomStream& stream, AccumulationCounts* counts = nullptr);

} // namespace roundoff::kernels
