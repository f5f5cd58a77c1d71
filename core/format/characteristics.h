// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/format.h"

namespace roundoff::format {

enum class FormatKind : std::uint8_t { BinaryFloat, FixedPoint, Integer, Decimal };

/// binary float, fixed point, integer, decimal
[[nodiscard]] std::string_view kindName(FormatKind kind);

/// What is told of a format in a table: widths in bits and limits, computed from the format. A kind of formats has only
/// some of them.
struct Characteristics {
    std::string name;
    FormatKind kind = FormatKind::BinaryFloat;
    std::optional<int> bits; ///< In all, sign included.
    std::optional<int> signBits;
    std::optional<int> exponentBits;
    std::optional<int> significandBits; ///< Those that are stored: without the implicit one.
    std::optional<int> fractionBits;    ///< After the point, of fixed point.
    std::optional<int> digits;          ///< After the point, of decimals.
    std::optional<int> bias;
    std::optional<int> precision;        ///< Bits of the significand, the implicit one included.
    std::optional<double> decimalDigits; ///< precision * log10(2)
    std::optional<double> min;           ///< Where it is not -max.
    std::optional<double> max;           ///< The largest finite value.
    std::optional<double> minNormal;
    std::optional<double> minPositive;
    std::optional<double> epsilon; ///< From 1 to the next larger value.
    std::optional<bool> infinity;
    std::optional<bool> nan;
};

[[nodiscard]] Characteristics characteristics(const Format& format);

/// The rows of the formats' table: the formats with names of their own, widest first, then the IEEE-like cousins of the
/// small ones and one or more of each other family.
[[nodiscard]] std::vector<std::string> tabledFormats();

} // namespace roundoff::format
