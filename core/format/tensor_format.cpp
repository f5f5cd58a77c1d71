// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/tensor_format.h"

#include "core/format/quantise.h"

namespace roundoff::format {

std::optional<int> tensorCodeBits(const TensorFormat& format) {
    if (const auto* f = std::get_if<ScaledInteger>(&format)) {
        return f->bits;
    }
    if (const auto* f = std::get_if<Block>(&format)) {
        return codeBits(f->element);
    }
    return codeBits(std::get<Format>(format));
}

std::optional<std::string> tensorOverflowProblem(const TensorFormat& format, Overflow overflow) {
    if (const Format* scalar = scalarFormat(format)) {
        return overflowProblem(*scalar, overflow);
    }
    if (overflow == Overflow::Saturate) {
        return std::nullopt;
    }
    return tensorFormatName(format) + " always saturates, since its scales follow the values: choose saturate";
}

} // namespace roundoff::format
