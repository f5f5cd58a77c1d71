// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_rounding.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <type_traits>

#include "core/format/binary_float.h"
#include "core/format/quantise.h"

namespace roundoff::tests {
namespace {

using format::Overflow;
using format::Rounding;

// What a role, the policy and the format say, in this order.
template <typename V>
V firstOf(const std::optional<V>& own, const std::optional<V>& policy, V otherwise) {
    return own ? *own : policy.value_or(otherwise);
}

// The container's value nearest to one that is computed from a scale; a product with a rounded-up scale can exceed the
// largest float.
template <typename T>
T contained(double value) {
    if constexpr (std::is_same_v<T, float>) {
        const format::Quantisation q{format::kFp32, Rounding::NearestEven, Overflow::Saturate,
                                     format::Subnormals::Keep};
        return static_cast<float>(format::quantise(q, value));
    } else {
        return value;
    }
}

// The sum of two floats so that rounding it to at most 11 bits, in any mode, is rounding the exact sum: where double
// does not hold that, the last bit is set (round to odd; Boldo, Melquiond: Emulation of FMA and correctly rounded sums,
// IEEE Transactions on Computers 57, 2008).
double sumToOdd(double a, double b) {
    const double sum = a + b;
    if (!std::isfinite(sum)) {
        return sum;
    }
    const double fromB = sum - a;
    const double error = (a - (sum - fromB)) + (b - fromB);
    const bool even = (std::bit_cast<std::uint64_t>(sum) & 1U) == 0;
    return error != 0.0 && even ? std::nextafter(sum, std::copysign(std::numeric_limits<double>::infinity(), error))
                                : sum;
}

} // namespace

template <typename T>
std::uint64_t Tensor<T>::place(std::size_t i) const {
    const std::size_t row = i / cols;
    const std::size_t col = i % cols;
    return transposed ? col * kernels::Matrix<T>::paddedCols(rows) + row
                      : row * kernels::Matrix<T>::paddedCols(cols) + col;
}

template <typename T>
std::uint64_t Tensor<T>::places() const {
    return transposed ? cols * kernels::Matrix<T>::paddedCols(rows) : rows * kernels::Matrix<T>::paddedCols(cols);
}

template <typename T>
RoleRounding<T>::RoleRounding(const nn::PrecisionPolicy& policy, const nn::RoleFormat& role)
    : format_(role.format), rounding_(role.rounding.value_or(policy.rounding)) {
    if (const format::Format* scalar = format::scalarFormat(format_)) {
        scalar_ = {*scalar, rounding_, firstOf(role.overflow, policy.overflow, format::defaultOverflow(*scalar)),
                   policy.subnormals};
    }
}

template <typename T>
T RoleRounding<T>::rounded(T value, std::uint32_t random) const {
    return format::quantise(scalar_, value, random);
}

template <typename T>
T RoleRounding<T>::constant(T value) const {
    format::Quantisation q = scalar_;
    q.rounding = q.rounding == Rounding::Stochastic ? Rounding::NearestEven : q.rounding;
    return format::quantise(q, value);
}

template <typename T>
void RoleRounding<T>::operator()(Tensor<T>& tensor, const format::RandomStream& stream,
                                 std::uint64_t firstIndex) const {
    if (isScalar()) {
        for (std::size_t i = 0; i < tensor.values.size(); ++i) {
            tensor.values[i] = rounded(tensor.values[i], stream.at(firstIndex + tensor.place(i)));
        }
        return;
    }
    std::vector<double> values(tensor.values.begin(), tensor.values.end());
    const std::array<std::size_t, 2> shape{tensor.rows, tensor.cols};
    if (const auto* integer = std::get_if<format::ScaledInteger>(&format_)) {
        format::quantiseTensor(*integer, values, shape, rounding_, stream);
    } else {
        format::quantiseTensor(std::get<format::Block>(format_), values, shape, rounding_, stream);
    }
    std::transform(values.begin(), values.end(), tensor.values.begin(), contained<T>);
}

template <typename T>
ProductChain<T>::ProductChain(const nn::PrecisionPolicy& policy, const std::optional<nn::Accumulator>& accumulator) {
    if (accumulator && !accumulator->isNative()) {
        const format::Format f = accumulator->format;
        narrow_ = {f, accumulator->rounding.value_or(policy.rounding),
                   firstOf(accumulator->overflow, policy.overflow, format::defaultOverflow(f)), policy.subnormals};
        chunk_ = static_cast<std::size_t>(accumulator->chunk);
    }
}

template <typename T>
T ProductChain<T>::operator()(std::span<const T> a, std::span<const T> b, std::size_t row, std::size_t col,
                              std::size_t cols, const format::RandomStream& stream) const {
    if (!narrow_) {
        T sum = 0;
        for (std::size_t k = 0; k < a.size(); ++k) {
            sum = std::fma(a[k], b[k], sum);
        }
        return sum;
    }
    T outer = 0;
    double sum = 0.0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (chunk_ != 0 && k != 0 && k % chunk_ == 0) {
            outer += static_cast<T>(sum);
            sum = 0.0;
        }
        const std::uint64_t pair = (row * a.size() + k) * ((cols + 1) / 2) + col / 2;
        const std::uint64_t number = 4 * pair + col % 2;
        // Exact: two significands of 24 bits make one of 48.
        const double product = static_cast<double>(a[k]) * static_cast<double>(b[k]);
        sum = format::quantise(*narrow_, sumToOdd(sum, format::quantise(*narrow_, product, stream.at(number))),
                               stream.at(number + 2));
    }
    return chunk_ != 0 ? outer + static_cast<T>(sum) : static_cast<T>(sum);
}

template <typename T>
LayerRounding<T>::LayerRounding(const nn::PrecisionPolicy& policy, const std::string& layer)
    : stepwise(policy.arithmetic == nn::Arithmetic::Stepwise) {
    const auto found = policy.layers.find(layer);
    const nn::LayerOverride own = found != policy.layers.end() ? found->second : nn::LayerOverride();
    for (std::size_t i = 0; i < nn::kRoleCount; ++i) {
        if (const auto& role = own.formats[i] ? own.formats[i] : policy.formats[i]) {
            roles[i].emplace(policy, *role);
        }
    }
    product = ProductChain<T>(policy, own.accumulator ? own.accumulator : policy.accumulator);
}

template struct Tensor<float>;
template struct Tensor<double>;
template class RoleRounding<float>;
template class RoleRounding<double>;
template class ProductChain<float>;
template class ProductChain<double>;
template struct LayerRounding<float>;
template struct LayerRounding<double>;

} // namespace roundoff::tests
