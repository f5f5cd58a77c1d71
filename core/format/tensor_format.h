// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/format/block.h"
#include "core/format/format.h"
#include "core/format/scaled_integer.h"

namespace roundoff::format {

/// What a tensor can be rounded to: a scalar format, which rounds each number for itself, or one whose values share
/// scales, which are computed from the tensor and stored beside it.
using TensorFormat = std::variant<Format, ScaledInteger, Block>;

/// The scalar format that it is; null if its values share scales.
[[nodiscard]] inline const Format* scalarFormat(const TensorFormat& format) {
    return std::get_if<Format>(&format);
}

/// The scalar format of a kind, such as `Decimal`, that it is; null if it is no scalar format or one of another kind.
template <typename Kind>
[[nodiscard]] const Kind* scalarFormatOf(const TensorFormat& format) {
    const Format* scalar = scalarFormat(format);
    return scalar == nullptr ? nullptr : std::get_if<Kind>(scalar);
}

/// A scalar format that holds all values of tensors in the format: itself, or FP64 if values share scales.
[[nodiscard]] inline Format holdingFormat(const TensorFormat& format) {
    const Format* scalar = scalarFormat(format);
    return scalar == nullptr ? Format(kFp64) : *scalar;
}

/// Width of a code in bits, without what scales take; nothing for Decimal.
[[nodiscard]] std::optional<int> tensorCodeBits(const TensorFormat& format);

/// Like the scalar formats' `overflowProblem`: formats whose values share scales saturate.
[[nodiscard]] std::optional<std::string> tensorOverflowProblem(const TensorFormat& format, Overflow overflow);

/// The format of a name: what `parseFormat` reads, and
/// - INT<n>-SYM (2 to 16 bits) and INT<n>-AFFINE (1 to 16 bits), with one scale for a tensor, or with -CHANNEL for each
///   channel, or with -G<g> for g values, 1 to 65536: INT4-SYM-G64;
/// - the MX formats MXFP8-E5M2, MXFP8-E4M3, MXFP6-E3M2, MXFP6-E2M3, MXFP4 and MXINT8;
/// - BLOCK<k>-<element>: blocks of k values, 1 to 65536, whose element `isBlockElement`: BLOCK16-FP4-E2M1.
///
/// Upper or lower case.
/// @throws InputError that lists what there is
[[nodiscard]] TensorFormat parseTensorFormat(std::string_view name);

/// The name that `parseTensorFormat` reads back to an equal format. MX formats go by their own names.
[[nodiscard]] std::string tensorFormatName(const TensorFormat& format);

/// The formats whose values share scales that have a place in the formats' table: one integer of each scheme and
/// sharing, and the MX formats.
[[nodiscard]] std::vector<std::string> tabledTensorFormats();

/// If the name is that of a format whose values share scales: a sentence that says why it cannot round one number.
[[nodiscard]] std::optional<std::string> scalarUseProblem(std::string_view name);

} // namespace roundoff::format
