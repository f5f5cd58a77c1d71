// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/format/tensor_format.h"
#include "core/nn/weights.h"

namespace roundoff::deploy {

/// How the weights of a decimal format become codes: a code is the significand minus the lowest one, and where a
/// negative zero occurs (its significand is 0) the code after the highest significand stands for it.
struct SignificandRange {
    std::int64_t lowest = 0; ///< Both at most 2^53 in magnitude.
    std::int64_t highest = 0;
    bool negativeZero = false;

    /// Number of codes in use.
    [[nodiscard]] std::uint64_t levels() const;
    /// Width of a code: ceil(log2(levels)), 0 for one level.
    [[nodiscard]] int bits() const;

    bool operator==(const SignificandRange&) const = default;
};

/// The significands of weights that were rounded to decimals (the paper's section "Effect of Decimal Rounding").
/// A significand k stands for the number of the container that is nearest to k / 10^digits (see `format::Decimal`). No
/// weights at all have the range of a single zero.
/// @throws InputError naming the first weight that is no number of so many decimals: NaN, infinities, magnitudes of
///         2^53 / 10^digits or more, which are too coarse to have decimals, and what was not rounded
[[nodiscard]] SignificandRange significandRange(const format::Decimal& format, const nn::WeightSnapshot& rounded);

/// The most weights that can be packed, and the most that a file can make this program reserve memory for: weights of
/// one value have codes of no bits at all.
inline constexpr std::size_t kMaxPackedWeights = 50'000'000;

/// One tensor's place in the stream of codes, which holds the tensors in order and without gaps.
struct PackedTensor {
    std::string name;
    std::vector<std::size_t> shape;

    /// @throws InputError if that is more than `kMaxPackedWeights`
    [[nodiscard]] std::size_t count() const;

    bool operator==(const PackedTensor&) const = default;
};

/// Weights as codes of equal width: significands whose base and exponent are kept once for all of them, or the codes of
/// a format that has codes.
struct PackedWeights {
    format::Format format = format::Decimal{3};
    bool doubleContainer = false; ///< As `nn::WeightSnapshot` has it.
    int bits = 0;                 ///< Width of a code, 0 to 64.
    SignificandRange range;       ///< Of decimals; unused otherwise.
    std::vector<PackedTensor> tensors;
    std::vector<std::byte> codes; ///< (count * bits + 7) / 8 bytes: code i begins at bit i * bits, low bits first.

    /// Weights of all tensors.
    /// @throws InputError if they are more than `kMaxPackedWeights`
    [[nodiscard]] std::size_t count() const;
    /// Bytes of the codes. @throws InputError as `count`
    [[nodiscard]] std::size_t bytes() const;

    bool operator==(const PackedWeights&) const = default;
};

/// Packs weights that were rounded to a format (see `apply`).
/// @param bits  the width of a code, at most 64; without one, the least that decimals need, or the format's own
/// @throws InputError naming the weight that is no value of the format (nor of the container), or saying how many bits
///         the weights need when `bits` are too few, or that a format whose values share scales cannot be packed
[[nodiscard]] PackedWeights pack(const format::TensorFormat& format, const nn::WeightSnapshot& rounded,
                                 std::optional<int> bits = std::nullopt);

/// What `pack` makes of the weights but for the codes, which decimals need not be written for: to say how many bytes
/// they would be.
/// @throws InputError as `pack`
[[nodiscard]] PackedWeights packWithoutCodes(const format::TensorFormat& format, const nn::WeightSnapshot& rounded);

/// The same weights, bit for bit.
/// @throws InputError if the codes are not as many as the tensors' shapes say, or one of them stands for nothing
[[nodiscard]] nn::WeightSnapshot unpack(const PackedWeights& packed);

} // namespace roundoff::deploy
