// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/format/format.h"

namespace roundoff::format {

/// The reference quantiser for every format: what the fast kernels are tested against.
/// @param value  taken as exact
/// @param random  32 random bits for Rounding::Stochastic
[[nodiscard]] double quantise(const Quantisation& quantisation, double value, std::uint32_t random = 0);

/// The same in single precision: exact for every format that float holds (see `fitsFloat`).
[[nodiscard]] float quantise(const Quantisation& quantisation, float value, std::uint32_t random = 0);

/// The code of a value of the format, or nothing for a format without codes (Decimal).
[[nodiscard]] std::optional<std::uint64_t> encode(const Format& format, double value);

/// Width of a code in bits; nothing for Decimal.
[[nodiscard]] std::optional<int> codeBits(const Format& format);

/// What a format does with overflow if nobody says: infinity if it has one, else NaN if it has one, else saturation.
/// Integers and fixed point saturate; decimals have no largest value.
[[nodiscard]] Overflow defaultOverflow(const Format& format);

/// Whether the format can do with overflow what is asked; if not, a sentence that says why.
[[nodiscard]] std::optional<std::string> overflowProblem(const Format& format, Overflow overflow);

/// Whether every value of the format is a float, and float's precision is enough that rounding a float sum or product
/// of two of its values to it equals rounding the exact one: at most 11 significand bits (24 >= 2 * 11 + 2), or FP32
/// itself.
[[nodiscard]] bool fitsFloat(const Format& format);

} // namespace roundoff::format
