// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <iomanip>
#include <optional>
#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/tensor_formats_table.h"
#include "core/format/characteristics.h"
#include "core/format/names.h"

namespace roundoff::app {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
void add(Json& json, const char* key, const std::optional<T>& value) {
    if (value) {
        json[key] = *value;
    }
}

Json describeFormat(const std::string& name) {
    const format::Characteristics c = format::characteristics(format::parseFormat(name));
    Json json = {{"name", name}, {"kind", format::kindName(c.kind)}};
    add(json, "bits", c.bits);
    add(json, "signBits", c.signBits);
    add(json, "exponentBits", c.exponentBits);
    add(json, "significandBits", c.significandBits);
    add(json, "fractionBits", c.fractionBits);
    add(json, "digits", c.digits);
    add(json, "bias", c.bias);
    add(json, "precision", c.precision);
    add(json, "decimalDigits", c.decimalDigits);
    add(json, "min", c.min);
    add(json, "max", c.max);
    add(json, "minNormal", c.minNormal);
    add(json, "minPositive", c.minPositive);
    add(json, "epsilon", c.epsilon);
    add(json, "infinity", c.infinity);
    add(json, "nan", c.nan);
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

// Widths of the fields as they stand in a code: "1+5+10".
std::string fields(const Json& row) {
    return row.contains("exponentBits")
               ? cell(row, "signBits", 6) + "+" + cell(row, "exponentBits", 6) + "+" + cell(row, "significandBits", 6)
               : "";
}

struct Column {
    const char* key; // of the JSON; null for the fields
    const char* title;
    int digits;
};

constexpr std::array<Column, 12> kColumns{{{"name", "Format", 0},
                                           {"bits", "Bits", 6},
                                           {nullptr, "Fields", 6},
                                           {"bias", "Bias", 6},
                                           {"precision", "Prec", 6},
                                           {"decimalDigits", "Digits", 4},
                                           {"max", "Largest", 6},
                                           {"minNormal", "Min normal", 6},
                                           {"minPositive", "Min > 0", 6},
                                           {"epsilon", "Epsilon", 6},
                                           {"infinity", "Inf", 0},
                                           {"nan", "NaN", 0}}};

std::string cellOf(const Json& row, const Column& column) {
    constexpr std::size_t kWidest = 10;
    if (column.key == nullptr) {
        return fields(row);
    }
    const std::string text = cell(row, column.key, column.digits);
    const bool isLong = text.size() > kWidest || text.find('e') != std::string::npos;
    return isLong && row.at(column.key).is_number() ? cell(row, column.key, 4) : text;
}

void writeTable(const Json& rows, std::ostream& out) {
    std::array<std::size_t, kColumns.size()> widths{};
    for (std::size_t c = 0; c < kColumns.size(); ++c) {
        widths[c] = std::string_view(kColumns[c].title).size();
        for (const Json& row : rows) {
            widths[c] = std::max(widths[c], cellOf(row, kColumns[c]).size());
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
        writeRow([&row](const Column& column) { return cellOf(row, column); });
    }
    out << "\nFields: sign + exponent + significand. Prec: bits of the significand, the implicit one included.\n"
           "Also: E<2..11>M<1..52> (IEEE-like), INT<1..32>, FIXED<bits>.<fraction bits>, DEC<0..15> (decimals)\n";
}

} // namespace

int listFormats(bool json, std::ostream& out) {
    Json rows = Json::array();
    for (const std::string& name : format::tabledFormats()) {
        rows.push_back(describeFormat(name));
    }
    const Json sharing = describeTensorFormats();
    if (json) {
        rows.insert(rows.end(), sharing.begin(), sharing.end());
        out << rows.dump(2) << '\n';
    } else {
        writeTable(rows, out);
        out << '\n';
        writeTensorFormats(sharing, out);
    }
    return kDone;
}

} // namespace roundoff::app
