// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <span>

#include "core/format/random_stream.h"
#include "core/format/tensor_format.h"

namespace roundoff::app {

/// Rounds numbers to a format whose values share scales, as a tensor of one row, and writes a line for each: its code
/// in hexadecimal, a space, and its value as a C99 hexadecimal float. Codes of symmetric integers are two's complement,
/// of affine ones unsigned, of blocks those of their elements; in a block whose scale is NaN codes mean nothing, and
/// there is `-`.
/// @param f  no scalar format
/// @param random  number i is for value i
/// @param scales  null, or where a line for each scale goes: the index of the first value it is for, how many there
///                are, the scale as a C99 hexadecimal float, and the zero point
void convertTogether(const format::TensorFormat& f, std::span<const double> values, format::Rounding rounding,
                     const format::RandomStream& random, std::ostream& out, std::ostream* scales);

} // namespace roundoff::app
