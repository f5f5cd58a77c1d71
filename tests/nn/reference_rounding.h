// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/format/random_stream.h"
#include "core/nn/parameter.h"
#include "core/nn/precision_policy.h"

namespace roundoff::tests {

/// A tensor as the world writes it: a weight [outputs, inputs], a bias [1, outputs], activations [batch, width].
/// @tparam T  the container, float or double
template <typename T>
struct Tensor {
    std::size_t rows = 0;
    std::size_t cols = 0;
    bool transposed = false; ///< Whether training keeps it as [cols, rows]: weights, their gradients and states.
    std::vector<T> values;   ///< Row-major.

    Tensor() = default;
    Tensor(std::size_t r, std::size_t c, bool keptTransposed = false)
        : rows(r), cols(c), transposed(keptTransposed), values(r * c) {}

    [[nodiscard]] T& operator()(std::size_t r, std::size_t c) { return values[r * cols + c]; }
    [[nodiscard]] const T& operator()(std::size_t r, std::size_t c) const { return values[r * cols + c]; }

    /// Where value i lies in the memory of training, whose rows are padded: the index of its random number.
    [[nodiscard]] std::uint64_t place(std::size_t i) const;
    /// How many places there are, padding included.
    [[nodiscard]] std::uint64_t places() const;
};

/// How the tensors of one role of one layer are rounded, by `format::quantise` and `format::quantiseTensor`.
template <typename T>
class RoleRounding {
public:
    RoleRounding(const nn::PrecisionPolicy& policy, const nn::RoleFormat& role);

    /// Whether each value is rounded for itself.
    [[nodiscard]] bool isScalar() const { return format::scalarFormat(format_) != nullptr; }
    /// One value of a scalar format.
    [[nodiscard]] T rounded(T value, std::uint32_t random) const;
    /// A constant, or a value of the table of inputs: never stochastic.
    [[nodiscard]] T constant(T value) const;
    /// @param firstIndex  of the random numbers, for scalar formats
    void operator()(Tensor<T>& tensor, const format::RandomStream& stream, std::uint64_t firstIndex = 0) const;

private:
    format::TensorFormat format_;
    format::Quantisation scalar_;
    format::Rounding rounding_;
};

/// What a product's outputs are summed in.
template <typename T>
class ProductChain {
public:
    ProductChain() = default;
    /// @param accumulator  nothing for the container's fused multiply-add
    ProductChain(const nn::PrecisionPolicy& policy, const std::optional<nn::Accumulator>& accumulator);

    /// Element (row, col) of a product with `cols` columns: the sum of a[k] b[k] in increasing k.
    [[nodiscard]] T operator()(std::span<const T> a, std::span<const T> b, std::size_t row, std::size_t col,
                               std::size_t cols, const format::RandomStream& stream) const;

private:
    std::optional<format::Quantisation> narrow_;
    std::size_t chunk_ = 0;
};

/// The precision of one layer.
template <typename T>
struct LayerRounding {
    LayerRounding(const nn::PrecisionPolicy& policy, const std::string& layer);

    [[nodiscard]] const RoleRounding<T>& operator[](nn::Role role) const {
        return *roles[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] bool hasMasterWeights() const {
        return roles[static_cast<std::size_t>(nn::Role::MasterWeights)].has_value();
    }
    /// What the optimiser updates, and what unscaled and clipped gradients are kept like.
    [[nodiscard]] const RoleRounding<T>& updated() const {
        return (*this)[hasMasterWeights() ? nn::Role::MasterWeights : nn::Role::Weights];
    }
    [[nodiscard]] const RoleRounding<T>& unscaled() const {
        return (*this)[hasMasterWeights() ? nn::Role::MasterWeights : nn::Role::Gradients];
    }

    std::array<std::optional<RoleRounding<T>>, nn::kRoleCount> roles;
    ProductChain<T> product;
    bool stepwise;
};

/// Where in a run a step is.
struct StepPlace {
    std::uint64_t seed = 0;
    std::uint32_t epoch = 0;
    std::uint32_t step = 0;

    /// The random numbers of one use of one tensor.
    [[nodiscard]] format::RandomStream stream(std::uint32_t owner, nn::TensorUse use) const {
        return {seed, format::Purpose::StochasticRounding, nn::tensorId(owner, use), epoch, step};
    }
};

} // namespace roundoff::tests
