// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/quantise.h"

#include <type_traits>

#include "core/format/binary_float.h"
#include "core/format/decimal.h"
#include "core/format/fixed_point.h"
#include "core/format/names.h"

namespace roundoff::format {
namespace {

template <typename T>
T quantiseAny(const Quantisation& q, T value, std::uint32_t random) {
    return std::visit(
        [&](const auto& f) -> T {
            using F = std::decay_t<decltype(f)>;
            if constexpr (std::is_same_v<F, BinaryFloat>) {
                return static_cast<T>(
                    quantise(f, static_cast<double>(value), q.rounding, q.overflow, q.subnormals, random));
            } else if constexpr (std::is_same_v<F, Decimal>) {
                return quantise(f, value, q.rounding, random);
            } else if constexpr (std::is_same_v<F, Integer>) {
                return static_cast<T>(quantise(asFixedPoint(f), static_cast<double>(value), q.rounding, random));
            } else {
                return static_cast<T>(quantise(f, static_cast<double>(value), q.rounding, random));
            }
        },
        q.format);
}

} // namespace

double quantise(const Quantisation& quantisation, double value, std::uint32_t random) {
    return quantiseAny(quantisation, value, random);
}

float quantise(const Quantisation& quantisation, float value, std::uint32_t random) {
    return quantiseAny(quantisation, value, random);
}

std::optional<std::uint64_t> encode(const Format& format, double value) {
    if (const auto* f = std::get_if<BinaryFloat>(&format)) {
        return encode(*f, value);
    }
    if (const auto* f = std::get_if<FixedPoint>(&format)) {
        return encode(*f, value);
    }
    if (const auto* f = std::get_if<Integer>(&format)) {
        return encode(asFixedPoint(*f), value);
    }
    return std::nullopt;
}

std::optional<int> codeBits(const Format& format) {
    if (const auto* f = std::get_if<BinaryFloat>(&format)) {
        return totalBits(*f);
    }
    if (const auto* f = std::get_if<FixedPoint>(&format)) {
        return f->bits;
    }
    if (const auto* f = std::get_if<Integer>(&format)) {
        return f->bits;
    }
    return std::nullopt;
}

Overflow defaultOverflow(const Format& format) {
    if (const auto* f = std::get_if<BinaryFloat>(&format)) {
        if (hasInfinity(*f)) {
            return Overflow::ToInfinity;
        }
        return hasNan(*f) ? Overflow::ToNan : Overflow::Saturate;
    }
    return Overflow::Saturate;
}

std::optional<std::string> overflowProblem(const Format& format, Overflow overflow) {
    if (overflow == Overflow::Saturate) {
        return std::nullopt;
    }
    const auto* f = std::get_if<BinaryFloat>(&format);
    const bool possible = f != nullptr && (overflow == Overflow::ToInfinity ? hasInfinity(*f) : hasNan(*f));
    if (possible) {
        return std::nullopt;
    }
    std::string choices = f != nullptr && hasNan(*f) ? "nan or saturate" : "saturate";
    return formatName(format) + " has no " + (overflow == Overflow::ToInfinity ? "infinity" : "NaN") +
           " to overflow to: choose " + choices;
}

bool fitsFloat(const Format& format) {
    const auto* f = std::get_if<BinaryFloat>(&format);
    if (f == nullptr) {
        return false;
    }
    return *f == kFp32 || (f->significandBits <= 11 && contains(kFp32, *f));
}

} // namespace roundoff::format
