// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/policy_cell_text.h"

#include <charconv>
#include <optional>

#include "core/base/error.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/policy_words.h"
#include "core/format/names.h"

namespace roundoff::experiment {
namespace {

const std::string kChunk = "chunk";

bool isRounding(const std::string& word) {
    try {
        static_cast<void>(format::parseRounding(word));
        return true;
    } catch (const InputError&) {
        return false;
    }
}

bool isOverflow(const std::string& word) {
    try {
        static_cast<void>(format::parseOverflow(word));
        return true;
    } catch (const InputError&) {
        return false;
    }
}

/// Reads the words after the format. `other` takes what is neither a rounding nor an overflow, and says whether it
/// knows it; it may take words of its own from the list.
template <typename Cell, typename Other>
void readWords(Cell& cell, Words words, Other other) {
    while (!words.empty()) {
        const std::string word = lowerCase(takeFirst(words));
        if (isRounding(word)) {
            cell.rounding = format::parseRounding(word);
        } else if (isOverflow(word)) {
            cell.overflow = format::parseOverflow(word);
        } else if (!other(word, words)) {
            throw InputError("'" + word + "' is neither a rounding (stochastic, toward-zero ...) nor an overflow " +
                             "(saturate, infinity, nan)");
        }
    }
}

Words cellWords(std::string_view text) {
    Words words = wordsOf(text);
    if (words.empty()) {
        throw InputError("a format's name is missing");
    }
    return words;
}

template <typename Cell>
std::string withModifiers(Words words, const Cell& cell) {
    if (cell.rounding) {
        words.emplace_back(format::name(*cell.rounding));
    }
    if (cell.overflow) {
        words.emplace_back(format::name(*cell.overflow));
    }
    return joined(words);
}

std::optional<int> readChunk(const std::string& word) {
    int chunk = 0;
    const char* const end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, chunk);
    return error == std::errc() && rest == end && chunk >= 1 && chunk <= kMaxChunk ? std::optional(chunk)
                                                                                   : std::nullopt;
}

} // namespace

std::string roleFormatText(const nn::RoleFormat& role) {
    return withModifiers({format::tensorFormatName(role.format)}, role);
}

nn::RoleFormat parseRoleFormat(std::string_view text) {
    Words words = cellWords(text);
    nn::RoleFormat role(format::parseTensorFormat(takeFirst(words)));
    readWords(role, words, [](const std::string&, Words&) { return false; });
    return role;
}

std::string accumulatorText(const nn::Accumulator& accumulator) {
    Words words{format::formatName(accumulator.format)};
    if (accumulator.chunk != 0) {
        words.push_back(kChunk);
        words.push_back(std::to_string(accumulator.chunk));
    }
    return withModifiers(words, accumulator);
}

nn::Accumulator parseAccumulator(std::string_view text) {
    Words words = cellWords(text);
    const format::Format f = format::parseFormat(takeFirst(words));
    const auto* binary = std::get_if<format::BinaryFloat>(&f);
    if (binary == nullptr) {
        throw InputError(format::formatName(f) + " is no binary float: products are summed in those only");
    }
    nn::Accumulator accumulator(*binary);
    readWords(accumulator, words, [&accumulator](const std::string& word, Words& rest) {
        if (word != kChunk) {
            return false;
        }
        const std::optional<int> chunk = rest.empty() ? std::nullopt : readChunk(takeFirst(rest));
        if (!chunk) {
            throw InputError("chunk needs a whole number from 1 to " + std::to_string(kMaxChunk) + " after it");
        }
        accumulator.chunk = *chunk;
        return true;
    });
    return accumulator;
}

} // namespace roundoff::experiment
