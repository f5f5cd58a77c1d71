// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/format/random_stream.h"

namespace roundoff::kernels {

/// Fills `out` with numbers firstIndex, firstIndex + 1, ... of a stream: what `RandomStream::at` gives one by one.
void fillRandom(const format::RandomStream& stream, std::uint64_t firstIndex, std::span<std::uint32_t> out);

} // namespace roundoff::kernels
