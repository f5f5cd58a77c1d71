// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/measured_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/format/characteristics.h"
#include "core/format/random_stream.h"

namespace roundoff::experiment {
namespace {

constexpr std::size_t kRandomValues = 3000;

/// Exponents of powers of two, both included.
struct ExponentRange {
    int low = 0;
    int high = 0;
};

template <typename T>
constexpr int kMinNormalExponent = std::numeric_limits<T>::min_exponent - 1;

// From well below the smallest value of a format to beyond its largest, as far as the container goes.
template <typename T>
ExponentRange rangeOf(const format::Format& f) {
    const format::Characteristics limits = format::characteristics(f);
    const double smallest = limits.minPositive.value_or(std::pow(10.0, -limits.digits.value_or(0)));
    const double largest = limits.max.value_or(1e6);
    const int lowest = kMinNormalExponent<T> - std::numeric_limits<T>::digits + 1;
    return {std::max(std::ilogb(smallest) - 3, lowest),
            std::min(std::ilogb(largest) + 3, std::numeric_limits<T>::max_exponent - 1)};
}

// Number `index` of values whose exponent, sign, significand and its length are random. Exact: nothing is rounded.
template <typename T>
T randomValue(const format::RandomStream& stream, std::uint64_t index, ExponentRange range) {
    constexpr int kTrailing = std::numeric_limits<T>::digits - 1;
    const std::uint64_t bits = stream.wideAt(2 * index);
    const std::uint64_t choices = stream.wideAt(2 * index + 1);
    const std::uint64_t exponents = static_cast<std::uint64_t>(range.high - range.low) + 1;
    const int exponent = range.low + static_cast<int>((choices >> 8U) % exponents);
    const int zeros = static_cast<int>((choices >> 32U) % static_cast<unsigned>(kTrailing + 1));
    const int dropped = std::min(std::max(zeros, kMinNormalExponent<T> - exponent), kTrailing); // None for subnormals.
    const std::uint64_t leading = std::uint64_t{1} << kTrailing;
    const std::uint64_t significand = (leading | (bits & (leading - 1))) >> dropped << dropped;
    const T magnitude = std::ldexp(static_cast<T>(significand), exponent - kTrailing);
    return (choices & 1U) != 0 ? -magnitude : magnitude;
}

template <typename T>
std::array<T, 4> nonNumbers() {
    using Limits = std::numeric_limits<T>;
    return {Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN(), std::copysign(Limits::quiet_NaN(), T{-1})};
}

} // namespace

template <typename T>
std::vector<T> measuredValues(const format::Format& f) {
    const format::RandomStream stream{7, format::Purpose::Conversion, 2, 0, 0};
    const ExponentRange range = rangeOf<T>(f);
    std::vector<T> values;
    for (std::uint64_t i = 0; i < kRandomValues; ++i) {
        values.push_back(randomValue<T>(stream, i, range));
    }
    const format::Characteristics limits = format::characteristics(f);
    for (const auto& limit : {limits.max, limits.min, limits.minNormal, limits.minPositive}) {
        const auto value = static_cast<T>(limit.value_or(1.0));
        for (const T near : {std::nextafter(value, T{0}), value, value * T{1.5}, value / T{2}}) {
            values.insert(values.end(), {near, -near});
        }
    }
    using Limits = std::numeric_limits<T>;
    for (const T value : {T{0}, Limits::denorm_min(), Limits::min(), Limits::max()}) {
        values.insert(values.end(), {value, -value});
    }
    const auto others = nonNumbers<T>();
    values.insert(values.end(), others.begin(), others.end());
    return values;
}

template <typename T>
std::array<std::vector<T>, 2> measuredTensors() {
    const format::RandomStream stream{7, format::Purpose::Conversion, 3, 0, 0};
    constexpr std::array<ExponentRange, kMeasuredChannels - 2> kRanges{
        {{-6, -1}, {-40, -30}, {-3, 4}, {20, 30}, {-120, 100}, {-20, 0}, {-149, -130}}};
    std::array<std::vector<T>, 2> tensors;
    auto& [similar, different] = tensors;
    std::uint64_t index = 0;
    while (similar.size() < kMeasuredChannels * kMeasuredLength) {
        similar.push_back(randomValue<T>(stream, index++, {-8, -1}));
    }
    for (const ExponentRange& range : kRanges) {
        for (std::size_t i = 0; i < kMeasuredLength; ++i) {
            different.push_back(randomValue<T>(stream, index++, range));
        }
    }
    for (std::size_t i = 0; i < kMeasuredLength; ++i) {
        different.push_back(static_cast<T>(i == 0 ? 127.0 : static_cast<double>(i % 64) / 2.0 - 16.0));
    }
    const auto others = nonNumbers<T>();
    different.resize(kMeasuredChannels * kMeasuredLength - others.size(), T{0});
    different.insert(different.end(), others.begin(), others.end());
    return tensors;
}

template std::vector<float> measuredValues<float>(const format::Format&);
template std::vector<double> measuredValues<double>(const format::Format&);
template std::array<std::vector<float>, 2> measuredTensors<float>();
template std::array<std::vector<double>, 2> measuredTensors<double>();

} // namespace roundoff::experiment
