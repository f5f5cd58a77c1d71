// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roundoff::experiment {

/// The words of a policy's text: what stands between white space. Upper and lower case mean the same (ASCII: names of
/// formats, roles and roundings have nothing else).
using Words = std::vector<std::string>;

[[nodiscard]] Words wordsOf(std::string_view text);
[[nodiscard]] std::string joined(const Words& words, std::string_view between = " ");

/// Takes the first word off.
/// @param words  at least one
[[nodiscard]] std::string takeFirst(Words& words);

[[nodiscard]] std::string lowerCase(std::string_view word);
[[nodiscard]] std::string upperCase(std::string_view word);
[[nodiscard]] bool sameWord(std::string_view a, std::string_view b);

} // namespace roundoff::experiment
