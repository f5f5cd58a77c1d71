// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tensor_formats_table.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include "core/format/names.h"
#include "core/format/tensor_format.h"

namespace roundoff::app {
namespace {

using Json = nlohmann::ordered_json;

Json describe(const format::Format& /*unused*/) {
    return Json::object();
}

// How the scale comes from the values x that share it: see `scalingOf` and `scaleExponent`.
std::string scaleRule(const format::ScaledInteger& f) {
    const std::string highest = std::to_string(format::highestCode(f));
    return f.scheme == format::IntegerScheme::Symmetric ? "max |x| / " + highest
                                                        : "(max(x, 0) - min(x, 0)) / " + highest;
}

std::string scaleRule(const format::Block& f) {
    const int largest = format::largestExponent(f.element);
    return "2^(floor(log2(max |x|)) " + std::string(largest < 0 ? "+ " : "- ") + std::to_string(std::abs(largest)) +
           ")";
}

Json describe(const format::ScaledInteger& f) {
    const bool symmetric = f.scheme == format::IntegerScheme::Symmetric;
    Json json = {{"kind", "scaled integer"},
                 {"bits", f.bits},
                 {"scheme", symmetric ? "symmetric" : "affine"},
                 {"min", format::lowestCode(f)},
                 {"max", format::highestCode(f)},
                 {"scaleFormat", "FP32"},
                 {"scaleRule", scaleRule(f)}};
    if (!symmetric) {
        json["zeroPointRule"] = "-min(x, 0) / scale";
    }
    if (f.sharing == format::Sharing::Group) {
        const std::array shape{static_cast<std::size_t>(f.groupSize)};
        json["sharing"] = f.groupSize;
        json["bitsPerValue"] = static_cast<double>(format::storedBits(f, shape)) / f.groupSize;
    } else {
        json["sharing"] = f.sharing == format::Sharing::Channel ? "channel" : "tensor";
    }
    return json;
}

Json describe(const format::Block& f) {
    const std::array shape{static_cast<std::size_t>(f.size)};
    return {{"kind", "block"},
            {"bits", format::tensorCodeBits(f).value_or(0)},
            {"element", format::formatName(f.element)},
            {"blockSize", f.size},
            {"scaleFormat", "E8M0"},
            {"scaleRule", scaleRule(f)},
            {"sharing", f.size},
            {"bitsPerValue", static_cast<double>(format::storedBits(f, shape)) / f.size}};
}

std::string textOf(const Json& row, const char* key) {
    const auto found = row.find(key);
    if (found == row.end()) {
        return "";
    }
    return found->is_string() ? found->get<std::string>() : found->dump();
}

struct Column {
    const char* key;
    const char* title;
};

constexpr std::array<Column, 7> kColumns{{{"name", "Shared scales"},
                                          {"bits", "Bits"},
                                          {"scheme", "Scheme"},
                                          {"element", "Element"},
                                          {"scaleFormat", "Scale"},
                                          {"sharing", "Shared by"},
                                          {"bitsPerValue", "Bits with scales"}}};

} // namespace

Json describeTensorFormats() {
    Json rows = Json::array();
    for (const std::string& name : format::tabledTensorFormats()) {
        Json row = {{"name", name}};
        row.update(std::visit([](const auto& f) { return describe(f); }, format::parseTensorFormat(name)));
        rows.push_back(row);
    }
    return rows;
}

void writeTensorFormats(const Json& rows, std::ostream& out) {
    const auto writeRow = [&](const auto& text) {
        std::string line;
        for (const Column& column : kColumns) {
            std::size_t width = std::string(column.title).size();
            for (const Json& row : rows) {
                width = std::max(width, textOf(row, column.key).size());
            }
            const std::string value = text(column);
            const std::string padding(width - value.size(), ' ');
            line += line.empty() ? value + padding
                                 : "  " + padding + value; // Names to the left, the rest to the right.
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    };
    writeRow([](const Column& column) { return std::string(column.title); });
    for (const Json& row : rows) {
        writeRow([&row](const Column& column) { return textOf(row, column.key); });
    }
    out << "\nScales are computed from the values x that share them and rounded to their format:\n"
           "  symmetric    max |x| / (2^(bits-1) - 1)\n"
           "  affine       (max(x, 0) - min(x, 0)) / (2^bits - 1), zero point -min(x, 0) / scale, rounded\n"
           "  block        2^(floor(log2(max |x|)) - emax), emax: the element's largest exponent (OCP MX)\n"
           "Also: INT<2..16>-SYM and INT<1..16>-AFFINE with one scale for a tensor, -CHANNEL or -G<values>;\n"
           "BLOCK<values>-<format of at most 16 bits>\n";
}

} // namespace roundoff::app
