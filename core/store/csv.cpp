// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/csv.h"

#include <array>
#include <charconv>
#include <cmath>

namespace roundoff::store {

std::string exactText(double value) {
    if (std::isnan(value)) {
        return "nan"; // Without the sign that to_chars would show.
    }
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

Csv::Csv(std::initializer_list<std::string_view> header) {
    for (const std::string_view name : header) {
        raw(name);
    }
    endRow();
}

Csv& Csv::cell(std::string_view text) {
    constexpr std::string_view kFormulaStarts = "=+-@\t\r";
    std::string field(text);
    if (!field.empty() && kFormulaStarts.find(field.front()) != std::string_view::npos) {
        field.insert(field.begin(), '\'');
    }
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
        return raw(field);
    }
    std::string quoted = "\"";
    for (const char c : field) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return raw(quoted + '"');
}

void Csv::endRow() {
    text_ += "\r\n";
    rowBegun_ = false;
}

Csv& Csv::raw(std::string_view field) {
    if (rowBegun_) {
        text_ += ',';
    }
    text_ += field;
    rowBegun_ = true;
    return *this;
}

} // namespace roundoff::store
