// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "core/format/tensor_format.h"

namespace roundoff::tests {

/// A tensor [channels, length], row-major.
template <typename T>
struct Tensor {
    std::size_t channels = 0;
    std::size_t length = 0;
    std::vector<T> values;
};

/// What is hard to round.
enum class Values : std::uint8_t {
    Uniform,     ///< Both signs, around 0.1.
    Ties,        ///< Integers: halves of the scale and their neighbours. Floats: few significand bits.
    Zeros,       ///< Of both signs, and pieces with nothing else.
    Tiny,        ///< Subnormal numbers of the container.
    Huge,        ///< Up to the largest of the container: differences overflow.
    NonFinite,   ///< Infinities and NaNs among the others.
    AllExponents ///< Any bits but those of signalling NaNs.
};

inline std::vector<Values> allValues() {
    return {Values::Uniform, Values::Ties,      Values::Zeros,       Values::Tiny,
            Values::Huge,    Values::NonFinite, Values::AllExponents};
}

inline QString nameOf(Values values) {
    switch (values) {
    case Values::Uniform: return QStringLiteral("uniform");
    case Values::Ties: return QStringLiteral("ties");
    case Values::Zeros: return QStringLiteral("zeros");
    case Values::Tiny: return QStringLiteral("tiny");
    case Values::Huge: return QStringLiteral("huge");
    case Values::NonFinite: return QStringLiteral("not finite");
    case Values::AllExponents: break;
    }
    return QStringLiteral("all exponents");
}

namespace detail {

/// Multiples of half the scale, next to them, and in all of 5 neighbours the extremes that give that scale.
template <typename T>
T integerTie(const format::ScaledInteger& f, std::size_t place, std::uint64_t random) {
    // The reciprocal of the one is rounded down in double, that of the other up.
    const T scale = static_cast<T>(f.bits % 2 == 0 ? 0x1.2p-3 : 0x1.4p-3);
    const bool symmetric = f.scheme == format::IntegerScheme::Symmetric;
    const int highest = symmetric ? format::highestCode(f) : format::highestCode(f) - format::highestCode(f) / 2;
    const int lowest = symmetric ? -highest : highest - format::highestCode(f);
    if (place % 5 < 2) {
        return static_cast<T>(place % 5 == 0 ? highest : lowest) * scale;
    }
    const auto halves = 2 * (highest - lowest);
    const T tie = static_cast<T>(2 * lowest + static_cast<int>(random % static_cast<unsigned>(halves + 1))) * scale / 2;
    const T inside = std::clamp(tie, static_cast<T>(lowest) * scale, static_cast<T>(highest) * scale);
    const int where = static_cast<int>((random >> 32U) % 4);
    return where == 0 ? std::nextafter(inside, T{0}) : (where == 1 ? std::nextafter(inside, inside * 2) : inside);
}

} // namespace detail

template <typename T>
Tensor<T> makeTensor(Values kind, const format::TensorFormat& f, std::size_t channels, std::size_t length) {
    using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    using Limits = std::numeric_limits<T>;
    Tensor<T> tensor{channels, length, {}};
    std::uint64_t state = 12345 + static_cast<std::uint64_t>(kind);
    for (std::size_t i = 0; i < channels * length; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const std::uint64_t random = state >> 8U;
        const T uniform = static_cast<T>((static_cast<double>(state >> 11U) * 0x1p-53 - 0.5) * 0.2);
        const std::size_t channel = i / length;
        const auto* integer = std::get_if<format::ScaledInteger>(&f);
        T value = uniform;
        switch (kind) {
        case Values::Uniform: break;
        case Values::Ties:
            value = integer != nullptr
                        ? detail::integerTie<T>(*integer, i % length, random)
                        : std::ldexp(static_cast<T>(random % 129) - T{64}, static_cast<int>(random % 13));
            break;
        case Values::Zeros: value = channel % 3 == 0 || random % 4 != 0 ? std::copysign(T{0}, uniform) : uniform; break;
        case Values::Tiny:
            value = channel % 3 == 0 && random % 8 == 0
                        ? std::copysign(Limits::min(), uniform)
                        : std::copysign(Limits::denorm_min() * static_cast<T>(random % (1U << 20U)), uniform);
            break;
        case Values::Huge:
            value = channel % 3 == 0 ? std::copysign(Limits::max(), uniform) : uniform * 9 * Limits::max();
            break;
        case Values::NonFinite:
            value = random % 29 == 0   ? std::copysign(Limits::infinity(), uniform)
                    : random % 31 == 0 ? Limits::quiet_NaN()
                                       : (channel == 2 ? Limits::infinity() : uniform);
            break;
        case Values::AllExponents:
            value = std::bit_cast<T>(static_cast<Bits>(state >> (64 - 8 * sizeof(T))));
            value = std::isnan(value) ? -Limits::quiet_NaN()
                                      : value; // Signalling ones change on their way on some CPUs.
            break;
        }
        tensor.values.push_back(value);
    }
    return tensor;
}

} // namespace roundoff::tests
