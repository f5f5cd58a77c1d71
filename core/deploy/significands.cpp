// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/significands.h"

#include <array>
#include <charconv>
#include <limits>
#include <type_traits>

#include "core/base/error.h"

namespace roundoff::deploy {
namespace {

std::string numberText(double value) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::string decimals(int digits) {
    return std::to_string(digits) + (digits == 1 ? " decimal" : " decimals");
}

} // namespace

void failAt(const nn::WeightTensor& tensor, std::size_t index, const std::string& why) {
    throw InputError("weight " + std::to_string(index + 1) + " of " + tensor.name + " is " +
                     numberText(tensor.values[index]) + ": " + why);
}

bool isFloat(double value) {
    return !std::isfinite(value) || (std::fabs(value) <= static_cast<double>(std::numeric_limits<float>::max()) &&
                                     static_cast<double>(static_cast<float>(value)) == value);
}

template <typename T>
void Significands<T>::failToScale(const nn::WeightTensor& tensor, std::size_t index) const {
    if (!std::isfinite(tensor.values[index])) {
        failAt(tensor, index, "only finite weights have significands; pack them in a format that has such values");
    }
    failAt(tensor, index,
           "from " + numberText(0x1p53 / scale_) + " on, numbers are too coarse for " + decimals(digits_) +
               "; choose fewer of them, or a binary format");
}

template <typename T>
void Significands<T>::failToMatch(const nn::WeightTensor& tensor, std::size_t index) const {
    if (!std::is_same_v<T, double> && !isFloat(tensor.values[index])) {
        failAt(tensor, index, std::string(kNoFloat));
    }
    failAt(tensor, index, "it has more than " + decimals(digits_) + "; round the weights before packing them");
}

template class Significands<float>;
template class Significands<double>;

} // namespace roundoff::deploy
