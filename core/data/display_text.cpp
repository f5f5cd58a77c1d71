// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/display_text.h"

#include <array>
#include <cstddef>

namespace roundoff::data {
namespace {

constexpr std::size_t kLongest = 600;
constexpr std::size_t kTail = 200;
constexpr std::string_view kGap = " ... ";

/// One character of a text in UTF-8, or one byte that is part of none.
struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

/// Well-formed sequences are those of table 3-7 of the Unicode Standard.
Character firstCharacter(std::string_view text) {
    constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80U) {
        return {lead, 1, true};
    }
    const std::size_t bytes = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || text.size() < bytes) {
        return {};
    }
    char32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U) {
            return {};
        }
        code = code << 6U | (next & 0x3FU);
    }
    const bool surrogate = code >= 0xD800U && code <= 0xDFFFU;
    if (code < kSmallest.at(bytes) || code > 0x10FFFFU || surrogate) {
        return {};
    }
    return {code, bytes, true};
}

/// Controls, the ends of lines and paragraphs, and the marks that turn the direction of writing, which would let a
/// text pretend to be another.
bool isControl(char32_t code) {
    const auto within = [code](char32_t low, char32_t high) { return code >= low && code <= high; };
    return code < 0x20U || within(0x7F, 0x9F) || within(0x200E, 0x200F) || within(0x2028, 0x202E) ||
           within(0x2066, 0x2069);
}

bool continuesCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

std::string displayText(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        if (character.valid && !isControl(character.code)) {
            shown += text.substr(0, character.bytes);
        } else {
            shown += '?';
        }
        text.remove_prefix(character.bytes);
    }
    return shown;
}

std::string_view wholeCharacters(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && continuesCharacter(text[bytes])) {
        --bytes;
    }
    return text.substr(0, bytes);
}

std::string displayMessage(std::string_view message) {
    if (message.size() <= kLongest) {
        return displayText(message);
    }
    const std::string_view head = wholeCharacters(message, kLongest - kTail - kGap.size());
    std::size_t tail = message.size() - kTail;
    while (tail < message.size() && continuesCharacter(message[tail])) {
        ++tail;
    }
    return displayText(head) + std::string(kGap) + displayText(message.substr(tail));
}

std::string displayPath(const std::filesystem::path& path) {
    const std::u8string utf8 = path.u8string();
    return displayText(std::string(utf8.begin(), utf8.end()));
}

} // namespace roundoff::data
