// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <iomanip>
#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "core/format/binary_float.h"
#include "core/format/fixed_point.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

namespace roundoff::app {
namespace {

using Json = nlohmann::ordered_json;

// Beside the formats with names of their own: the IEEE-like cousins of the small ones, and one of each family.
constexpr std::array<std::string_view, 9> kFurther{"E4M3", "E3M2", "E2M3",     "E2M1", "INT16",
                                                   "INT8", "INT4", "FIXED8.4", "DEC3"};

Json describe(const format::BinaryFloat& f) {
    return {{"kind", "binary float"},
            {"bits", format::totalBits(f)},
            {"signBits", 1},
            {"exponentBits", f.exponentBits},
            {"significandBits", f.significandBits - 1},
            {"bias", f.bias},
            {"precision", f.significandBits},
            {"decimalDigits", format::decimalDigits(f)},
            {"max", format::maxFinite(f)},
            {"minNormal", format::minNormal(f)},
            {"minPositive", format::minPositive(f)},
            {"epsilon", format::epsilon(f)},
            {"infinity", format::hasInfinity(f)},
            {"nan", format::hasNan(f)}};
}

Json describe(const format::FixedPoint& f) {
    return {{"kind", "fixed point"},
            {"bits", f.bits},
            {"fractionBits", f.fractionBits},
            {"min", format::lowest(f)},
            {"max", format::maxFinite(f)},
            {"minPositive", format::step(f)},
            {"infinity", false},
            {"nan", false}};
}

Json describe(const format::Integer& f) {
    Json json = describe(format::asFixedPoint(f));
    json["kind"] = "integer";
    return json;
}

Json describe(const format::Decimal& f) {
    return {{"kind", "decimal"}, {"digits", f.digits}};
}

Json describeFormat(const std::string& name) {
    Json json = {{"name", name}};
    json.update(std::visit([](const auto& f) { return describe(f); }, format::parseFormat(name)));
    return json;
}

std::string shortNumber(double value, int digits) {
    std::ostringstream text;
    text << std::setprecision(digits) << value;
    return text.str();
}

std::string cell(const Json& row, const char* key, int digits) {
    const auto found = row.find(key);
    if (found == row.end()) {
        return "";
    }
    if (found->is_boolean()) {
        return found->get<bool>() ? "yes" : "no";
    }
    return found->is_number() ? shortNumber(found->get<double>(), digits) : found->get<std::string>();
}

struct Column {
    const char* key;
    const char* title;
    int digits;
};

constexpr std::array<Column, 14> kColumns{{{"name", "Format", 0},
                                           {"bits", "Bits", 6},
                                           {"signBits", "Sign", 6},
                                           {"exponentBits", "Exponent", 6},
                                           {"significandBits", "Significand", 6},
                                           {"bias", "Bias", 6},
                                           {"precision", "Precision", 6},
                                           {"decimalDigits", "Digits", 4},
                                           {"max", "Largest", 6},
                                           {"minNormal", "Min normal", 6},
                                           {"minPositive", "Min positive", 6},
                                           {"epsilon", "Epsilon", 6},
                                           {"infinity", "Infinity", 0},
                                           {"nan", "NaN", 0}}};

void writeTable(const Json& rows, std::ostream& out) {
    std::array<std::size_t, kColumns.size()> widths{};
    for (std::size_t c = 0; c < kColumns.size(); ++c) {
        widths[c] = std::string_view(kColumns[c].title).size();
        for (const Json& row : rows) {
            widths[c] = std::max(widths[c], cell(row, kColumns[c].key, kColumns[c].digits).size());
        }
    }
    const auto writeRow = [&](auto text) {
        std::string line;
        for (std::size_t c = 0; c < kColumns.size(); ++c) {
            const std::string value = text(kColumns[c]);
            const std::string padding(widths[c] - value.size(), ' ');
            line += (c == 0 ? value + padding : "  " + padding + value); // Names to the left, numbers to the right.
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    };
    writeRow([](const Column& column) { return std::string(column.title); });
    for (const Json& row : rows) {
        writeRow([&row](const Column& column) { return cell(row, column.key, column.digits); });
    }
    out << "\nAlso: E<2..11>M<1..52> (IEEE-like), INT<1..32>, FIXED<bits>.<fraction bits>, DEC<0..15> (decimals)\n";
}

} // namespace

int listFormats(bool json, std::ostream& out) {
    Json rows = Json::array();
    for (const std::string& name : format::namedFormats()) {
        rows.push_back(describeFormat(name));
    }
    for (const std::string_view name : kFurther) {
        rows.push_back(describeFormat(std::string(name)));
    }
    if (json) {
        out << rows.dump(2) << '\n';
    } else {
        writeTable(rows, out);
    }
    return kDone;
}

} // namespace roundoff::app
