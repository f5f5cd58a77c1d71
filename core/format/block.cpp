// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/block.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/format/exact_quotient.h"
#include "core/format/quantise.h"
#include "core/format/tensor_rows.h"

namespace roundoff::format {

bool isBlockElement(const Format& format) {
    if (const auto* f = std::get_if<BinaryFloat>(&format)) {
        return f->exponentBits <= 8 && totalBits(*f) <= 16;
    }
    const auto* f = std::get_if<FixedPoint>(&format);
    return f != nullptr && f->bits >= 2 && f->bits <= 16;
}

int largestExponent(const Format& element) {
    if (const auto* f = std::get_if<BinaryFloat>(&element)) {
        return maxExponent(*f);
    }
    const auto& f = std::get<FixedPoint>(element);
    return f.bits - 2 - f.fractionBits;
}

std::optional<int> scaleExponent(const Block& f, std::span<const double> block) {
    double largest = 0.0;
    for (const double value : block) {
        if (!std::isfinite(value)) {
            return std::nullopt;
        }
        largest = std::max(largest, std::fabs(value));
    }
    if (largest == 0.0) {
        return kMinScaleExponent;
    }
    return std::clamp(std::ilogb(largest) - largestExponent(f.element), kMinScaleExponent, kMaxScaleExponent);
}

double quantiseElement(const Block& f, int exponent, double value, Rounding rounding, std::uint32_t random) {
    if (const auto* element = std::get_if<BinaryFloat>(&f.element)) {
        // The elements times the scale are the values of the format whose bias is smaller by the exponent. Nothing has
        // to be divided, and so nothing underflows.
        BinaryFloat scaled = *element;
        scaled.bias -= exponent;
        return quantise(scaled, value, rounding, Overflow::Saturate, Subnormals::Keep, random);
    }
    const auto& element = std::get<FixedPoint>(f.element);
    const double step = std::ldexp(1.0, exponent - element.fractionBits);
    const std::int32_t largest = (1 << (element.bits - 1)) - 1;
    return roundedQuotient(value, step, largest, rounding, random) * step;
}

void quantiseTensor(const Block& f, std::span<double> values, std::span<const std::size_t> shape, Rounding rounding,
                    const RandomStream& random) {
    forEachPiece(rowsOf(shape), static_cast<std::size_t>(f.size), [&](std::size_t first, std::size_t length) {
        const std::span<double> block = values.subspan(first, length);
        const std::optional<int> exponent = scaleExponent(f, block);
        if (!exponent) {
            std::fill(block.begin(), block.end(), std::numeric_limits<double>::quiet_NaN());
            return;
        }
        for (std::size_t i = first; i < first + length; ++i) {
            const std::uint32_t bits = rounding == Rounding::Stochastic ? random.at(i) : 0;
            values[i] = quantiseElement(f, *exponent, values[i], rounding, bits);
        }
    });
}

std::size_t storedBits(const Block& f, std::span<const std::size_t> shape) {
    const Rows rows = rowsOf(shape);
    return rows.count * rows.length * static_cast<std::size_t>(codeBits(f.element).value_or(0)) +
           pieceCount(rows, static_cast<std::size_t>(f.size)) * kBlockScaleBits;
}

} // namespace roundoff::format
