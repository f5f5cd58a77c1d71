// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/format/format.h"

namespace roundoff::format {

/// The finite values of a format in [low, high], and the nearest one on either side of the interval where there is one.
/// @param low, high  finite, low <= high
/// @param most  nothing is returned if there are more values than this
/// @return ascending, without doubles: the two zeros are one, a positive one
[[nodiscard]] std::optional<std::vector<double>> valuesAround(const Format& format, double low, double high,
                                                              std::size_t most);

} // namespace roundoff::format
