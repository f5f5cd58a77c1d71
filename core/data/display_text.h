// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace roundoff::data {

/// Text of unknown origin for an error message: valid UTF-8 on one line. Bytes that are no UTF-8, control characters,
/// ends of lines and marks of the direction of writing are shown as '?', one for each.
[[nodiscard]] std::string displayText(std::string_view text);

/// A message that quotes such a text: as displayText() makes it, and of at most 600 bytes. What is longer keeps its
/// beginning and its end, where messages say what to do.
[[nodiscard]] std::string displayMessage(std::string_view message);

/// The start of a text in UTF-8: as many whole characters as have room in so many bytes.
[[nodiscard]] std::string_view wholeCharacters(std::string_view text, std::size_t bytes);

/// The path as UTF-8 for an error message: on every system, and on one line, as displayText() makes it.
[[nodiscard]] std::string displayPath(const std::filesystem::path& path);

} // namespace roundoff::data
