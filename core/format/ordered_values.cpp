// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/ordered_values.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/format/binary_float.h"
#include "core/format/decimal.h"
#include "core/format/fixed_point.h"

namespace roundoff::format {
namespace {

template <typename Reached>
std::int64_t firstThat(const OrderedValues& values, Reached reached) {
    std::int64_t before = values.least() - 1;
    std::int64_t at = values.greatest() + 1;
    while (before + 1 < at) {
        const std::int64_t middle = std::midpoint(before, at); // Their sum and difference may overflow.
        (reached(values[middle]) ? at : before) = middle;
    }
    return at;
}

} // namespace

OrderedValues::OrderedValues(const Format& format) {
    setFormat(format);
}

OrderedValues::OrderedValues(const TensorFormat& format, const SharedScale& shared) {
    if (const Format* scalar = scalarFormat(format)) {
        setFormat(*scalar);
    } else if (const auto* integer = std::get_if<ScaledInteger>(&format)) {
        setFormat(*integer, shared);
    } else {
        setFormat(std::get<Block>(format), shared);
    }
}

void OrderedValues::setFloats(const BinaryFloat& format) {
    const std::int64_t skipped = format.subnormals ? 0 : (std::int64_t{1} << (format.significandBits - 1)) - 1;
    kind_ = Floats{format, skipped};
    greatest_ = static_cast<std::int64_t>(encode(format, maxFinite(format))) - skipped;
    least_ = -greatest_;
}

void OrderedValues::setTwosComplement(int bits, double step) {
    kind_ = Multiples{step, bits, 0};
    greatest_ = (std::int64_t{1} << (bits - 1)) - 1;
    least_ = -greatest_ - 1;
}

void OrderedValues::setFormat(const Format& format) {
    if (const auto* binary = std::get_if<BinaryFloat>(&format)) {
        setFloats(*binary);
    } else if (const auto* fixed = std::get_if<FixedPoint>(&format)) {
        setTwosComplement(fixed->bits, step(*fixed));
    } else if (const auto* integer = std::get_if<Integer>(&format)) {
        setTwosComplement(integer->bits, 1.0);
    } else {
        // Beyond 2^53 significands are not exact, and values have no decimals.
        kind_ = Decimals{powerOfTen(std::get<Decimal>(format).digits)};
        greatest_ = std::int64_t{1} << 53;
        least_ = -greatest_;
    }
}

void OrderedValues::setFormat(const ScaledInteger& format, const SharedScale& shared) {
    kind_ = Multiples{shared.scale, format.bits, shared.zeroPoint};
    least_ = std::int64_t{lowestCode(format)} - shared.zeroPoint;
    greatest_ = std::int64_t{highestCode(format)} - shared.zeroPoint;
}

void OrderedValues::setFormat(const Block& format, const SharedScale& shared) {
    if (const auto* f = std::get_if<BinaryFloat>(&format.element)) {
        BinaryFloat scaled = *f;
        scaled.bias -= std::ilogb(shared.scale);
        setFloats(scaled);
        return;
    }
    const auto& f = std::get<FixedPoint>(format.element);
    setTwosComplement(f.bits, step(f) * shared.scale);
    ++least_; // The lowest code is unused.
}

double OrderedValues::operator[](std::int64_t number) const {
    if (const auto* floats = std::get_if<Floats>(&kind_)) {
        const std::int64_t position = std::abs(number);
        const auto code = static_cast<std::uint64_t>(position == 0 ? 0 : position + floats->skipped);
        const double magnitude = decode(floats->format, code);
        return number < 0 ? -magnitude : magnitude;
    }
    if (const auto* multiples = std::get_if<Multiples>(&kind_)) {
        return static_cast<double>(number) * multiples->step; // At most 32 bits and 1, or 17 and 24: exact.
    }
    return static_cast<double>(number) / std::get<Decimals>(kind_).divisor;
}

std::int64_t OrderedValues::firstAbove(double x) const {
    return firstThat(*this, [x](double value) { return value > x; });
}

std::int64_t OrderedValues::firstNotBelow(double x) const {
    return firstThat(*this, [x](double value) { return value >= x; });
}

std::uint64_t OrderedValues::count(double low, double high) const {
    const std::int64_t first = firstNotBelow(low);
    const std::int64_t end = firstAbove(high);
    return end > first ? static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(first) : 0;
}

std::int64_t OrderedValues::nearest(double x) const {
    const std::int64_t above = std::clamp(firstNotBelow(x), least_, greatest_);
    const std::int64_t below = std::max(above - 1, least_);
    return x - (*this)[below] <= (*this)[above] - x ? below : above;
}

std::optional<std::uint64_t> OrderedValues::code(std::int64_t number) const {
    if (const auto* floats = std::get_if<Floats>(&kind_)) {
        const std::int64_t position = std::abs(number);
        const auto magnitude = static_cast<std::uint64_t>(position == 0 ? 0 : position + floats->skipped);
        const std::uint64_t sign = std::uint64_t{number < 0 ? 1U : 0U} << (totalBits(floats->format) - 1);
        return sign | magnitude;
    }
    if (const auto* multiples = std::get_if<Multiples>(&kind_)) {
        const std::uint64_t mask = (std::uint64_t{1} << multiples->bits) - 1;
        return static_cast<std::uint64_t>(number + multiples->zeroPoint) & mask;
    }
    return std::nullopt;
}

std::optional<int> OrderedValues::codeBits() const {
    if (const auto* floats = std::get_if<Floats>(&kind_)) {
        return totalBits(floats->format);
    }
    if (const auto* multiples = std::get_if<Multiples>(&kind_)) {
        return multiples->bits;
    }
    return std::nullopt;
}

std::optional<double> OrderedValues::minNormal() const {
    const auto* floats = std::get_if<Floats>(&kind_);
    return floats == nullptr ? std::nullopt : std::optional(format::minNormal(floats->format));
}

} // namespace roundoff::format
