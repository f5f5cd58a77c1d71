// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/file_name.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/data/display_text.h"

namespace roundoff::data {
namespace {

constexpr std::size_t kMaxBytes = 120;
constexpr char kPlaceholder = '_';

/// The names of devices, which Windows takes for them whatever ending they have; "Naming Files, Paths, and Namespaces"
/// in Microsoft's documentation. The superscript digits are those of Latin-1.
bool isDevice(std::string_view name) {
    constexpr std::array<std::string_view, 6> kDevices{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"};
    constexpr std::array<std::string_view, 3> kSuperscripts{"\u00b9", "\u00b2", "\u00b3"};
    std::string stem(name.substr(0, name.find('.')));
    stem.erase(stem.find_last_not_of(' ') + 1);
    for (char& c : stem) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    if (std::ranges::find(kDevices, stem) != kDevices.end()) {
        return true;
    }
    if (!stem.starts_with("COM") && !stem.starts_with("LPT")) {
        return false;
    }
    const std::string_view number = std::string_view(stem).substr(3);
    return (number.size() == 1 && number.front() >= '0' && number.front() <= '9') ||
           std::ranges::find(kSuperscripts, number) != kSuperscripts.end();
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kEdges = " .";
    const std::size_t first = text.find_first_not_of(kEdges);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kEdges) - first + 1);
}

} // namespace

std::string fileNameOf(std::string_view text) {
    // A question mark is what displayText() puts in the place of what it does not show.
    constexpr std::string_view kForbidden = "/\\:*?\"<>|";
    std::string name = displayText(text);
    std::ranges::replace_if(
        name, [kForbidden](char c) { return kForbidden.find(c) != std::string_view::npos; }, kPlaceholder);
    name = trimmed(wholeCharacters(trimmed(name), kMaxBytes));
    if (name.empty()) {
        return "unnamed";
    }
    return isDevice(name) ? kPlaceholder + name : name;
}

} // namespace roundoff::data
