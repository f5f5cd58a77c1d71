// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/policy_words.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace roundoff::experiment {
namespace {

constexpr std::string_view kSpace = " \t\r\n\v\f";

} // namespace

Words wordsOf(std::string_view text) {
    Words words;
    for (auto first = text.find_first_not_of(kSpace); first != std::string_view::npos;) {
        const auto end = text.find_first_of(kSpace, first);
        words.emplace_back(text.substr(first, end - first));
        first = text.find_first_not_of(kSpace, end);
    }
    return words;
}

std::string joined(const Words& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? "" : std::string(between);
        text += word;
    }
    return text;
}

std::string takeFirst(Words& words) {
    std::string first = std::move(words.front());
    words.erase(words.begin());
    return first;
}

std::string lowerCase(std::string_view word) {
    std::string lower(word);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

std::string upperCase(std::string_view word) {
    std::string upper(word);
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return upper;
}

bool sameWord(std::string_view a, std::string_view b) {
    return lowerCase(a) == lowerCase(b);
}

} // namespace roundoff::experiment
