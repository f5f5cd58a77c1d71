// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/format/random_stream.h"
#include "core/format/tensor_format.h"
#include "core/kernels/matrix.h"
#include "core/kernels/piece_scales.h"
#include "core/kernels/quantise_span.h"

namespace roundoff::kernels {

/// Where a tensor's channels lie in a matrix.
enum class Channels : std::uint8_t {
    Rows,   ///< [channels, values]: activations and their gradients, where each example is a channel. Groups and blocks
            ///< run along a row. A bias is one row.
    Columns ///< [values, channels]: weights and their gradients as the products want them, [inputs, outputs], where
            ///< each output is a channel. Groups and blocks run down a column.
};

/// All that decides what a tensor is rounded to, but for the random bits.
struct TensorQuantisation {
    format::TensorFormat format;
    format::Rounding rounding = format::Rounding::NearestEven;
    format::Overflow overflow = format::Overflow::ToInfinity; ///< Of scalar formats; the others saturate.
    format::Subnormals subnormals = format::Subnormals::Keep; ///< Of scalar formats; the others keep them.

    bool operator==(const TensorQuantisation&) const = default;
};

/// Rounds tensors in place. The format and the mode are resolved when it is made, never per element. An immutable
/// value; safe to use from several threads.
/// @tparam T  the container, float or double; it must hold every value of a scalar format
template <typename T>
class TensorQuantiser {
public:
    /// Changes nothing.
    TensorQuantiser() = default;
    explicit TensorQuantiser(const TensorQuantisation& quantisation);

    /// Whether every value of the container comes back as it is.
    [[nodiscard]] bool isIdentity() const { return isScalar() && scalar_.isIdentity(); }
    /// Whether each value is rounded for itself.
    [[nodiscard]] bool isScalar() const { return format::scalarFormat(quantisation_.format) != nullptr; }
    /// The quantiser of each value. Precondition: `isScalar`.
    [[nodiscard]] const SpanQuantiser<T>& scalar() const { return scalar_; }
    [[nodiscard]] const TensorQuantisation& quantisation() const { return quantisation_; }

    /// A scalar format rounds the whole storage, where the index of a value's random number is its index in the
    /// storage, padding included.
    ///
    /// A format whose values share scales rounds the elements and leaves the padding as it is; `values` needs neither
    /// padding nor alignment. The result is that of `format::quantiseTensor` on the tensor [channels, values] in
    /// row-major order, with random number i for value i, bit for bit, and then rounded to the container: in float to
    /// nearest, ties to even, and what exceeds the largest float saturates.
    void operator()(MatrixView<T> values, Channels channels, const format::RandomStream& stream) const;

private:
    TensorQuantisation quantisation_{};
    SpanQuantiser<T> scalar_{};
    detail::PieceFormat pieces_{}; // Unless the format is scalar.
};

} // namespace roundoff::kernels
