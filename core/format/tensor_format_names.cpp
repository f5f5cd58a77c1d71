// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/format/names.h"
#include "core/format/tensor_format.h"

namespace roundoff::format {
namespace {

constexpr int kMaxSize = 65536;

struct NamedBlock {
    std::string_view name;
    Block format;
};

const std::array<NamedBlock, 6>& mxFormats() {
    static const std::array<NamedBlock, 6> kFormats{{{"MXFP8-E5M2", {kFp8E5M2, kMxBlockSize}},
                                                     {"MXFP8-E4M3", {kFp8E4M3, kMxBlockSize}},
                                                     {"MXFP6-E3M2", {kFp6E3M2, kMxBlockSize}},
                                                     {"MXFP6-E2M3", {kFp6E2M3, kMxBlockSize}},
                                                     {"MXFP4", {kFp4E2M1, kMxBlockSize}},
                                                     {"MXINT8", {kMxInt8, kMxBlockSize}}}};
    return kFormats;
}

std::string toUpper(std::string_view text) {
    std::string upper(text);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return upper;
}

// The text up to the next hyphen, which it takes off together with that.
std::string_view takePart(std::string_view& text) {
    const std::string_view part = text.substr(0, text.find('-'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    return part;
}

// The number after a prefix, without sign or leading zeros.
std::optional<int> numberAfter(std::string_view prefix, std::string_view text, int low, int high) {
    if (!text.starts_with(prefix)) {
        return std::nullopt;
    }
    text.remove_prefix(prefix.size());
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || number < low || number > high || text.front() == '0') {
        return std::nullopt;
    }
    return number;
}

std::optional<ScaledInteger> parseScaledInteger(std::string_view text) {
    const bool endsWell = !text.ends_with('-');
    const auto bits = numberAfter("INT", takePart(text), 1, 16);
    const std::string_view scheme = takePart(text);
    const std::string_view sharing = takePart(text);
    if (!bits || !endsWell || !text.empty() || (scheme != "SYM" && scheme != "AFFINE")) {
        return std::nullopt;
    }
    ScaledInteger f{*bits, scheme == "SYM" ? IntegerScheme::Symmetric : IntegerScheme::Affine, Sharing::Tensor, 0};
    if (f.scheme == IntegerScheme::Symmetric && f.bits < 2) {
        return std::nullopt;
    }
    if (sharing == "CHANNEL") {
        f.sharing = Sharing::Channel;
    } else if (!sharing.empty()) {
        const auto size = numberAfter("G", sharing, 1, kMaxSize);
        if (!size) {
            return std::nullopt;
        }
        f.sharing = Sharing::Group;
        f.groupSize = *size;
    }
    return f;
}

std::optional<Block> parseBlock(std::string_view text) {
    for (const NamedBlock& named : mxFormats()) {
        if (named.name == text) {
            return named.format;
        }
    }
    const auto size = numberAfter("BLOCK", takePart(text), 1, kMaxSize);
    if (!size) {
        return std::nullopt;
    }
    const auto element = findFormat(text);
    return element && isBlockElement(*element) ? std::optional(Block{*element, *size}) : std::nullopt;
}

// The digits after a prefix, however large a number they make, without leading zeros.
std::optional<std::string> digitsAfter(std::string_view prefix, std::string_view text) {
    if (!text.starts_with(prefix) || text.size() == prefix.size() ||
        text.find_first_not_of("0123456789", prefix.size()) != std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(prefix.size());
    return text.size() > 1 && text.front() == '0' ? std::nullopt : std::optional<std::string>(text);
}

std::optional<std::string> sizeProblem(const char* what, std::string_view prefix, std::string_view text) {
    const auto size = digitsAfter(prefix, text);
    if (!size || numberAfter(prefix, text, 1, kMaxSize)) {
        return std::nullopt;
    }
    return std::string(what) + " has 1 to " + std::to_string(kMaxSize) + " values, not " + *size;
}

// Which number is out of range, in the name of a format that otherwise is one.
std::optional<std::string> rangeProblem(std::string_view text) {
    const std::string_view first = takePart(text);
    if (first.starts_with("BLOCK")) {
        const auto element = findFormat(text);
        return element && isBlockElement(*element) ? sizeProblem("a block", "BLOCK", first) : std::nullopt;
    }
    const auto bits = digitsAfter("INT", first);
    const std::string_view scheme = takePart(text);
    if (!bits || (scheme != "SYM" && scheme != "AFFINE")) {
        return std::nullopt;
    }
    const int fewest = scheme == "SYM" ? 2 : 1;
    if (!numberAfter("INT", first, fewest, 16)) {
        return "INT<bits>-" + std::string(scheme) + " has " + std::to_string(fewest) + " to 16 bits, not " + *bits;
    }
    return sizeProblem("a group", "G", text);
}

std::optional<TensorFormat> parseSharing(std::string_view name) {
    const std::string upper = toUpper(name);
    if (const auto integer = parseScaledInteger(upper)) {
        return *integer;
    }
    if (const auto block = parseBlock(upper)) {
        return *block;
    }
    return std::nullopt;
}

std::string nameOf(const Format& f) {
    return formatName(f);
}

std::string nameOf(const ScaledInteger& f) {
    std::string name = "INT" + std::to_string(f.bits) + (f.scheme == IntegerScheme::Symmetric ? "-SYM" : "-AFFINE");
    switch (f.sharing) {
    case Sharing::Channel: return name + "-CHANNEL";
    case Sharing::Group: return name + "-G" + std::to_string(f.groupSize);
    case Sharing::Tensor: break;
    }
    return name;
}

std::string nameOf(const Block& f) {
    for (const NamedBlock& named : mxFormats()) {
        if (named.format == f) {
            return std::string(named.name);
        }
    }
    return "BLOCK" + std::to_string(f.size) + "-" + formatName(f.element);
}

} // namespace

TensorFormat parseTensorFormat(std::string_view name) {
    if (const auto format = parseSharing(name)) {
        return *format;
    }
    if (const auto problem = rangeProblem(toUpper(name))) {
        throw InputError("'" + std::string(name) + "' is no number format: " + *problem);
    }
    try {
        return parseFormat(name);
    } catch (const InputError& error) {
        std::string known;
        for (const NamedBlock& named : mxFormats()) {
            known += " " + std::string(named.name);
        }
        throw InputError(std::string(error.what()) + " INT<2..16>-SYM INT<1..16>-AFFINE (either with -CHANNEL or -G" +
                         "<values in a group>)" + known + " BLOCK<values>-<format of at most 16 bits>");
    }
}

std::string tensorFormatName(const TensorFormat& format) {
    return std::visit([](const auto& f) { return nameOf(f); }, format);
}

std::vector<std::string> tabledTensorFormats() {
    std::vector<std::string> names{"INT8-SYM",         "INT8-SYM-CHANNEL", "INT8-AFFINE",    "INT8-AFFINE-CHANNEL",
                                   "INT4-SYM-CHANNEL", "INT4-SYM-G64",     "INT4-AFFINE-G64"};
    for (const NamedBlock& named : mxFormats()) {
        names.emplace_back(named.name);
    }
    return names;
}

std::optional<std::string> scalarUseProblem(std::string_view name) {
    const auto format = parseSharing(name);
    if (!format) {
        return std::nullopt;
    }
    const auto* block = std::get_if<Block>(&*format);
    const std::string scalar = block != nullptr ? formatName(block->element)
                                                : "INT" + std::to_string(std::get<ScaledInteger>(*format).bits);
    return tensorFormatName(*format) + " computes its scales from all values of a tensor and cannot round single " +
           "numbers: use it for a role or a deployment, or choose " + scalar + ", which has no scales";
}

} // namespace roundoff::format
