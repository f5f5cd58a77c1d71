// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/accumulate.h"

#include <cassert>
#include <string>

#include "core/base/error.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/accumulate_product.h"
#include "core/kernels/transpose.h"

namespace roundoff::kernels {
namespace {

using detail::AccumulatedProduct;
using detail::Product;
using format::BinaryFloat;

BinaryFloat checkedFormat(const Accumulation& accumulation) {
    const format::Format& format = accumulation.quantisation.format;
    const auto* f = std::get_if<BinaryFloat>(&format);
    if (f == nullptr || f->significandBits > 11 || !format::contains(format::kFp32, *f)) {
        throw InputError("accumulator: " + format::formatName(format) +
                         " is no binary float of at most 11 significand bits within the range of FP32: choose one "
                         "such as FP16 or BF16, or leave it out");
    }
    if (const auto problem = format::overflowProblem(format, accumulation.quantisation.overflow)) {
        throw InputError("accumulator: " + *problem);
    }
    if (accumulation.chunk < 0) {
        throw InputError("accumulator: a chunk of " + std::to_string(accumulation.chunk) +
                         " is negative: give the number of products in a chunk, or 0 for a single chain");
    }
    return *f;
}

// Whether the sum of any two values has at most 53 bits from its first to its last.
bool sumsFitDouble(const BinaryFloat& f) {
    const int lastBit = format::minExponent(f) - f.significandBits + 1;
    return format::maxExponent(f) + 2 - lastBit <= 53;
}

// The part of a product that computes a block of its output.
AccumulatedProduct part(AccumulatedProduct accumulated, const detail::OutputBlock& block) {
    Product<float>& p = accumulated.product;
    p.a += block.row * p.aRowStride;
    p.b += block.col;
    p.c += block.row * p.cStride + block.col;
    p.rows = block.rows;
    p.cols = block.cols;
    return accumulated;
}

} // namespace

AccumulationCounts& AccumulationCounts::operator+=(const AccumulationCounts& other) {
    additions += other.additions;
    stagnated += other.stagnated;
    underflowed += other.underflowed;
    overflowed += other.overflowed;
    return *this;
}

template <typename T>
Accumulator<T>::Accumulator(const Accumulation& accumulation) : accumulation_(accumulation) {
    const BinaryFloat f = checkedFormat(accumulation);
    const format::Quantisation& q = accumulation.quantisation;
    narrow_ = detail::makeConstants<float>(f, q);
    wide_ = detail::makeConstants<double>(f, q);
    sumsAreExact_ = sumsFitDouble(f);
    nearestEven_ = q.rounding == format::Rounding::NearestEven && narrow_.flushBelow == 0;
}

template <typename T>
void Accumulator<T>::run(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c, const Product<T>& product,
                         const format::RandomStream& stream, AccumulationCounts* counts) const {
    const AccumulatedProduct accumulated{product, &accumulation_, &stream, &narrow_, &wide_, sumsAreExact_};
    if (nearestEven_ && counts == nullptr) {
        const double largestProduct = detail::largestMagnitude(a) * detail::largestMagnitude(b);
        for (const detail::OutputBlock& block : detail::accumulateNearest(accumulated, largestProduct)) {
            detail::accumulateWide(part(accumulated, block), nullptr);
        }
    } else {
        detail::accumulateWide(accumulated, counts);
    }
    clearPadding(c);
}

template <typename T>
void Accumulator<T>::multiply(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c,
                              const format::RandomStream& stream, AccumulationCounts* counts) const {
    assert(a.cols == b.rows && a.rows == c.rows && b.cols == c.cols);
    run(a, b, c, {a.data, a.stride, 1, b.data, b.stride, c.data, c.stride, c.rows, c.cols, a.cols}, stream, counts);
}

template <typename T>
void Accumulator<T>::multiplyTransposedA(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c,
                                         const format::RandomStream& stream, AccumulationCounts* counts) const {
    assert(a.rows == b.rows && a.cols == c.rows && b.cols == c.cols);
    run(a, b, c, {a.data, 1, a.stride, b.data, b.stride, c.data, c.stride, c.rows, c.cols, a.rows}, stream, counts);
}

template <typename T>
void Accumulator<T>::multiplyTransposedB(MatrixView<const T> a, MatrixView<const T> b, MatrixView<T> c,
                                         Matrix<T>& scratch, const format::RandomStream& stream,
                                         AccumulationCounts* counts) const {
    assert(a.cols == b.cols && a.rows == c.rows && b.rows == c.cols);
    const std::size_t stride = Matrix<T>::paddedCols(b.rows);
    if (scratch.storage().size() < b.cols * stride) {
        scratch = Matrix<T>(1, b.cols * stride);
    }
    const MatrixView<T> bTransposed{scratch.data(), b.cols, b.rows, stride};
    transpose(b, bTransposed);
    multiply(a, bTransposed, c, stream, counts);
}

template class Accumulator<float>;

void referenceProduct(const Accumulation& accumulation, MatrixView<const float> a, MatrixView<const float> b,
                      MatrixView<float> c, const format::RandomStream& stream, AccumulationCounts* counts) {
    assert(a.cols == b.rows && a.rows == c.rows && b.cols == c.cols);
    static_cast<void>(checkedFormat(accumulation));
    const Product<float> product{a.data, a.stride, 1, b.data, b.stride, c.data, c.stride, c.rows, c.cols, a.cols};
    detail::accumulateReference({product, &accumulation, &stream, nullptr, nullptr, false}, counts);
    clearPadding(c);
}

} // namespace roundoff::kernels
