// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/packed_weights.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "core/base/error.h"
#include "core/deploy/bit_stream.h"
#include "core/deploy/significands.h"
#include "core/format/binary_float.h"
#include "core/format/fixed_point.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

namespace roundoff::deploy {
namespace {

constexpr std::int64_t kLargestSignificand = std::int64_t{1} << 53;
constexpr int kMaxBits = 64;

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

template <typename F>
void forEachWeight(const nn::WeightSnapshot& weights, F f) {
    for (const auto& tensor : weights.tensors) {
        for (std::size_t i = 0; i < tensor.values.size(); ++i) {
            f(tensor, i);
        }
    }
}

bool isNegativeZero(double value) {
    return value == 0.0 && std::signbit(value);
}

template <typename T>
SignificandRange rangeOf(const Significands<T>& significands, const nn::WeightSnapshot& weights) {
    std::optional<SignificandRange> range;
    forEachWeight(weights, [&](const nn::WeightTensor& tensor, std::size_t i) {
        const std::int64_t k = significands.of(tensor, i);
        if (!range) {
            range = SignificandRange{k, k, false};
        }
        range->lowest = std::min(range->lowest, k);
        range->highest = std::max(range->highest, k);
        range->negativeZero = range->negativeZero || isNegativeZero(tensor.values[i]);
    });
    return range.value_or(SignificandRange{});
}

std::uint64_t difference(std::int64_t high, std::int64_t low) {
    return static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
}

template <typename T>
void packDecimals(const format::Decimal& f, const nn::WeightSnapshot& weights, const SignificandRange& range,
                  BitWriter& writer) {
    const Significands<T> significands(f);
    const std::uint64_t negativeZero = difference(range.highest, range.lowest) + 1;
    forEachWeight(weights, [&](const nn::WeightTensor& tensor, std::size_t i) {
        writer.write(isNegativeZero(tensor.values[i]) ? negativeZero
                                                      : difference(significands.of(tensor, i), range.lowest));
    });
}

double decode(const format::Format& format, std::uint64_t code) {
    if (const auto* f = std::get_if<format::BinaryFloat>(&format)) {
        return format::decode(*f, code);
    }
    if (const auto* f = std::get_if<format::FixedPoint>(&format)) {
        return format::decode(*f, code);
    }
    return format::decode(format::asFixedPoint(std::get<format::Integer>(format)), code);
}

void packCodes(const format::Format& format, const nn::WeightSnapshot& weights, BitWriter& writer) {
    const auto codeOf = [&](double value) -> std::optional<std::uint64_t> {
        try {
            const auto code = format::encode(format, value);
            // A NaN's payload and the sign of zero can be lost in a code.
            return code && sameBits(decode(format, *code), value) ? code : std::nullopt;
        } catch (const std::invalid_argument&) {
            return std::nullopt;
        }
    };
    forEachWeight(weights, [&](const nn::WeightTensor& tensor, std::size_t i) {
        const auto code = codeOf(tensor.values[i]);
        if (!code) {
            failAt(tensor, i,
                   "it is no value of " + format::formatName(format) + "; round the weights before packing them");
        }
        if (!weights.doubleContainer && !isFloat(tensor.values[i])) {
            failAt(tensor, i, std::string(kNoFloat));
        }
        writer.write(*code);
    });
}

int checkedBits(std::optional<int> given, int needed, const std::string& what) {
    const int bits = given.value_or(needed);
    if (bits < needed || bits > kMaxBits) {
        throw InputError(what + " need " + std::to_string(needed) + (needed == 1 ? " bit" : " bits") +
                         " a weight, not " + std::to_string(bits) + ": give " + std::to_string(needed) + " to " +
                         std::to_string(kMaxBits) + ", or none for the least");
    }
    return bits;
}

std::string rangeText(const format::Format& format, const SignificandRange& range) {
    return format::formatName(format) + " significands from " + std::to_string(range.lowest) + " to " +
           std::to_string(range.highest) + (range.negativeZero ? " and a negative zero" : "");
}

void checkParts(const PackedWeights& packed) {
    if (packed.bits < 0 || packed.bits > kMaxBits) {
        throw InputError("packed weights have codes of " + std::to_string(packed.bits) + " bits; 0 to 64 are possible");
    }
    const auto& range = packed.range;
    if (std::holds_alternative<format::Decimal>(packed.format) &&
        (range.lowest > range.highest || range.lowest < -kLargestSignificand || range.highest > kLargestSignificand)) {
        throw InputError("packed weights have no significands between " + std::to_string(range.lowest) + " and " +
                         std::to_string(range.highest));
    }
    const std::size_t needed = packedBytes(packed.count(), packed.bits);
    if (packed.codes.size() != needed) {
        throw InputError("packed weights have " + std::to_string(packed.codes.size()) + " bytes of codes where " +
                         std::to_string(needed) + " are needed");
    }
}

template <typename ValueOf>
nn::WeightSnapshot unpackWith(const PackedWeights& packed, ValueOf valueOf) {
    nn::WeightSnapshot weights;
    weights.doubleContainer = packed.doubleContainer;
    BitReader reader(packed.codes, packed.bits);
    for (const auto& place : packed.tensors) {
        nn::WeightTensor tensor{place.name, place.shape, std::vector<double>(place.count())};
        for (std::size_t i = 0; i < tensor.values.size(); ++i) {
            const std::uint64_t code = reader.read();
            const std::optional<double> value = valueOf(code);
            if (!value) {
                throw InputError("the code " + std::to_string(code) + " of packed weight " + std::to_string(i + 1) +
                                 " of " + place.name + " stands for no weight");
            }
            tensor.values[i] = *value;
        }
        weights.tensors.push_back(std::move(tensor));
    }
    return weights;
}

template <typename T>
nn::WeightSnapshot unpackDecimals(const PackedWeights& packed) {
    const Significands<T> significands(std::get<format::Decimal>(packed.format));
    const auto& range = packed.range;
    const std::uint64_t last = difference(range.highest, range.lowest);
    return unpackWith(packed, [&](std::uint64_t code) -> std::optional<double> {
        if (code <= last) {
            return significands.value(range.lowest + static_cast<std::int64_t>(code));
        }
        return range.negativeZero && code == last + 1 ? std::optional(-0.0) : std::nullopt;
    });
}

// All but the codes.
PackedWeights describe(const format::TensorFormat& tensorFormat, const nn::WeightSnapshot& rounded,
                       std::optional<int> bits) {
    const format::Format* scalar = format::scalarFormat(tensorFormat);
    if (scalar == nullptr) {
        throw InputError(
            format::tensorFormatName(tensorFormat) +
            " cannot be packed, since packed weights have no place for scales: choose a format without them");
    }
    const format::Format& format = *scalar;
    PackedWeights packed;
    packed.format = format;
    packed.doubleContainer = rounded.doubleContainer;
    for (const auto& tensor : rounded.tensors) {
        packed.tensors.push_back({tensor.name, tensor.shape});
        if (packed.tensors.back().count() != tensor.values.size()) {
            throw std::invalid_argument("the shape of tensor " + tensor.name + " does not fit its values");
        }
    }
    const auto* decimal = std::get_if<format::Decimal>(&format);
    if (decimal != nullptr) {
        packed.range = significandRange(*decimal, rounded);
        packed.bits = checkedBits(bits, packed.range.bits(), rangeText(format, packed.range));
    } else {
        const std::string name = format::formatName(format);
        packed.bits = checkedBits(bits, format::codeBits(format).value_or(kMaxBits), "codes of " + name);
    }
    return packed;
}

} // namespace

std::uint64_t SignificandRange::levels() const {
    return difference(highest, lowest) + (negativeZero ? 2 : 1);
}

int SignificandRange::bits() const {
    return static_cast<int>(std::bit_width(levels() - 1));
}

SignificandRange significandRange(const format::Decimal& format, const nn::WeightSnapshot& rounded) {
    return rounded.doubleContainer ? rangeOf(Significands<double>(format), rounded)
                                   : rangeOf(Significands<float>(format), rounded);
}

std::size_t PackedTensor::count() const {
    std::size_t product = 1;
    for (const std::size_t size : shape) {
        if (size != 0 && product > kMaxPackedWeights / size) {
            throw InputError("tensor " + name + " has more than " + std::to_string(kMaxPackedWeights) +
                             " weights, which is the most that can be packed");
        }
        product *= size;
    }
    return product;
}

std::size_t PackedWeights::count() const {
    std::size_t sum = 0;
    for (const auto& tensor : tensors) {
        sum += tensor.count();
        if (sum > kMaxPackedWeights) {
            throw InputError("there are more than " + std::to_string(kMaxPackedWeights) +
                             " weights, which is the most that can be packed");
        }
    }
    return sum;
}

std::size_t PackedWeights::bytes() const {
    return packedBytes(count(), bits);
}

PackedWeights pack(const format::TensorFormat& format, const nn::WeightSnapshot& rounded, std::optional<int> bits) {
    PackedWeights packed = describe(format, rounded, bits);
    packed.codes.resize(packed.bytes());
    BitWriter writer(packed.codes, packed.bits);
    const auto* decimal = std::get_if<format::Decimal>(&packed.format);
    if (decimal == nullptr) {
        packCodes(packed.format, rounded, writer);
    } else if (rounded.doubleContainer) {
        packDecimals<double>(*decimal, rounded, packed.range, writer);
    } else {
        packDecimals<float>(*decimal, rounded, packed.range, writer);
    }
    writer.finish();
    return packed;
}

PackedWeights packWithoutCodes(const format::TensorFormat& format, const nn::WeightSnapshot& rounded) {
    PackedWeights packed = describe(format, rounded, std::nullopt);
    static_cast<void>(packed.bytes()); // That they are not too many.
    if (!std::holds_alternative<format::Decimal>(packed.format)) {
        // Whether each weight has a code is seen by looking for it; the range of decimals says it already.
        packed = pack(format, rounded);
        packed.codes.clear();
    }
    return packed;
}

nn::WeightSnapshot unpack(const PackedWeights& packed) {
    checkParts(packed);
    if (std::holds_alternative<format::Decimal>(packed.format)) {
        return packed.doubleContainer ? unpackDecimals<double>(packed) : unpackDecimals<float>(packed);
    }
    const int codeBits = format::codeBits(packed.format).value_or(0);
    const std::uint64_t mask = codeBits < kMaxBits ? (std::uint64_t{1} << codeBits) - 1 : ~std::uint64_t{0};
    return unpackWith(packed, [&](std::uint64_t code) -> std::optional<double> {
        const double value = decode(packed.format, code);
        const bool held = packed.doubleContainer || isFloat(value);
        return code <= mask && held ? std::optional(value) : std::nullopt;
    });
}

} // namespace roundoff::deploy
