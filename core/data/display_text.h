// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace roundoff::data {

/// Text of unknown origin for an error message: on one line, with control characters shown as '?'.
[[nodiscard]] std::string displayText(std::string_view text);

/// The path as UTF-8 for an error message: on every system, and on one line, as displayText() makes it.
[[nodiscard]] std::string displayPath(const std::filesystem::path& path);

} // namespace roundoff::data
