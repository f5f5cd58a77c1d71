// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

#include <nlohmann/json_fwd.hpp>

namespace roundoff::app {

/// The formats whose values share scales, an object each: name, kind ("scaled integer" or "block"), bits of a code,
/// scaleFormat, scaleRule (from the values x that share a scale), sharing ("tensor", "channel" or how many values),
/// bitsPerValue of whole groups and blocks, and of integers scheme, min and max code and, if affine, zeroPointRule, of
/// blocks element and blockSize.
[[nodiscard]] nlohmann::ordered_json describeTensorFormats();

/// The same as a table of text.
/// @param rows  as `describeTensorFormats` returns them
void writeTensorFormats(const nlohmann::ordered_json& rows, std::ostream& out);

} // namespace roundoff::app
