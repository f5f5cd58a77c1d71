// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/format/binary_float.h"
#include "core/format/quantise.h"
#include "core/kernels/accumulate_product.h"

namespace roundoff::kernels {
namespace detail {

double sumToOdd(double a, double b) {
    const double sum = a + b;
    // Knuth: The Art of Computer Programming, volume 2, section 4.2.2, theorem B: a + b = sum + error.
    const double bPart = sum - a;
    const double error = (a - (sum - bPart)) + (b - bPart);
    const auto bits = std::bit_cast<std::uint64_t>(sum);
    if (!(std::fabs(error) > 0.0) || bits % 2 == 1) {
        return sum; // Also if it is infinite or NaN: then so is the error, or there is none.
    }
    return std::bit_cast<double>(std::signbit(error) == std::signbit(sum) ? bits + 1 : bits - 1);
}

void accumulateReference(const AccumulatedProduct& accumulated, AccumulationCounts* counts) {
    const Product<float>& p = accumulated.product;
    const format::Quantisation& q = accumulated.accumulation->quantisation;
    const double largest = format::maxFinite(std::get<format::BinaryFloat>(q.format));
    const bool stochastic = q.rounding == format::Rounding::Stochastic;
    AccumulationCounts seen;
    const auto countIf = [](std::uint64_t& count, bool condition) { count += condition ? 1 : 0; };
    for (std::size_t row = 0; row < p.rows; ++row) {
        for (std::size_t col = 0; col < p.cols; ++col) {
            float total = 0.0F;
            double sum = 0.0;
            for (std::size_t k = 0; k < p.depth; ++k) {
                const std::uint64_t pair = (row * p.depth + k) * accumulated.columnPairs() + col / 2;
                const std::uint64_t number = 4 * pair + col % 2;
                const auto random = [&](std::uint64_t index) { return stochastic ? accumulated.stream->at(index) : 0; };
                // 24 + 24 bits are exact in double, and so are the exponents' sums.
                const double exact = static_cast<double>(p.a[row * p.aRowStride + k * p.aDepthStride]) *
                                     static_cast<double>(p.b[k * p.bStride + col]);
                const double product = format::quantise(q, exact, random(number));
                const double before = sum;
                const double exactSum = sumToOdd(before, product);
                sum = format::quantise(q, exactSum, random(number + 2));

                countIf(seen.underflowed, exact != 0.0 && product == 0.0);
                countIf(seen.overflowed, std::isfinite(exact) && std::fabs(exact) > largest);
                countIf(seen.overflowed, std::isfinite(exactSum) && std::fabs(exactSum) > largest);
                const bool adds = std::isfinite(exactSum) && product != 0.0;
                countIf(seen.additions, adds);
                countIf(seen.stagnated, adds && sum == before);

                if (accumulated.isChunked() && ((k + 1) % accumulated.chunk() == 0 || k + 1 == p.depth)) {
                    total += static_cast<float>(sum);
                    sum = 0.0;
                }
            }
            const float result = accumulated.isChunked() ? total : static_cast<float>(sum);
            p.c[row * p.cStride + col] = std::isnan(result) ? std::numeric_limits<float>::quiet_NaN() : result;
        }
    }
    if (counts != nullptr) {
        *counts += seen;
    }
}

} // namespace detail
} // namespace roundoff::kernels
