// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/format.h"

namespace roundoff::format {

/// The format of a name: FP64, FP32, TF32, BF16, FP16, FP8-E5M2, FP8-E4M3, FP6-E3M2, FP6-E2M3, FP4-E2M1, E<e>M<m>
/// (IEEE-like, 2 <= e <= 11 exponent bits, 1 <= m <= 52 stored significand bits), INT<n> (1 to 32 bits), FIXED<n>.<f>
/// (n bits in all, f of them after the point) and DEC<d> (0 to 15 decimals). Upper or lower case.
/// @throws InputError that lists what there is, or for the name of a format whose values share scales (see
///         `TensorFormat`) says why it cannot be used
[[nodiscard]] Format parseFormat(std::string_view name);

/// The same, or nothing if the name is no scalar format's.
[[nodiscard]] std::optional<Format> findFormat(std::string_view name);

/// The name that `parseFormat` reads back to an equal format: a format that has a name of its own goes by it.
[[nodiscard]] std::string formatName(const Format& format);

/// The names that stand alone, widest format first: the rows of the formats' table.
[[nodiscard]] std::vector<std::string> namedFormats();

/// Names as the command line and specifications write them: nearest-even, nearest-away, toward-zero, up, down,
/// stochastic; infinity, saturate, nan; keep, flush.
[[nodiscard]] std::string_view name(Rounding rounding);
[[nodiscard]] std::string_view name(Overflow overflow);
[[nodiscard]] std::string_view name(Subnormals subnormals);

/// @throws InputError that lists the names there are
[[nodiscard]] Rounding parseRounding(std::string_view name);
[[nodiscard]] Overflow parseOverflow(std::string_view name);
[[nodiscard]] Subnormals parseSubnormals(std::string_view name);

} // namespace roundoff::format
