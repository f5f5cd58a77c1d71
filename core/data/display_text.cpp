// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/display_text.h"

namespace roundoff::data {

std::string displayText(std::string_view text) {
    std::string shown(text);
    for (char& character : shown) {
        const auto code = static_cast<unsigned char>(character);
        if (code < 0x20U || code == 0x7FU) {
            character = '?';
        }
    }
    return shown;
}

std::string displayPath(const std::filesystem::path& path) {
    const std::u8string utf8 = path.u8string();
    return displayText(std::string(utf8.begin(), utf8.end()));
}

} // namespace roundoff::data
