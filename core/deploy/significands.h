// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/format/decimal.h"
#include "core/nn/weights.h"

namespace roundoff::deploy {

/// Throws the InputError "weight 3 of layer1.weight is 0.15: <why>".
/// @param index  from 0
[[noreturn]] void failAt(const nn::WeightTensor& tensor, std::size_t index, const std::string& why);

inline constexpr std::string_view
    kNoFloat = "it is no single-precision number, which the weights of this network are to be";

/// Whether a container of floats can hold it.
[[nodiscard]] bool isFloat(double value);

/// The values of a decimal format in a container T, float or double, by their significands: k stands for the number of
/// the container nearest to k / 10^digits, as `format::Decimal` has it.
template <typename T>
class Significands {
public:
    explicit Significands(const format::Decimal& f) : digits_(f.digits), scale_(format::powerOfTen(f.digits)) {}

    /// The weight of a significand, at most 2^53 in magnitude.
    [[nodiscard]] double value(std::int64_t significand) const {
        return static_cast<double>(static_cast<T>(static_cast<double>(significand) / scale_));
    }

    /// The significand of a weight. Several can share a weight where the container is coarser than the decimals; any of
    /// them will do.
    /// @throws InputError if it has none
    [[nodiscard]] std::int64_t of(const nn::WeightTensor& tensor, std::size_t index) const {
        const double weight = tensor.values[index];
        const double magnitude = std::fabs(weight);
        const double scaled = magnitude * scale_;
        if (!(scaled < 0x1p53)) {
            failToScale(tensor, index);
        }
        // The product is rounded, and so next to 2^53 the nearest integer can be one off.
        const double aboveHalf = scaled + 0.5;
        const auto nearest = static_cast<std::int64_t>(aboveHalf);
        for (const std::int64_t k : {nearest, nearest - 1, nearest + 1}) {
            if (value(k) == magnitude) {
                return std::signbit(weight) ? -k : k;
            }
        }
        failToMatch(tensor, index);
    }

private:
    [[noreturn]] void failToScale(const nn::WeightTensor& tensor, std::size_t index) const;
    [[noreturn]] void failToMatch(const nn::WeightTensor& tensor, std::size_t index) const;

    int digits_;
    double scale_;
};

extern template class Significands<float>;
extern template class Significands<double>;

} // namespace roundoff::deploy
