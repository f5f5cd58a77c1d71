// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/csv.h"

#include <array>
#include <charconv>
#include <cmath>

namespace roundoff::store {
namespace {

// Such as exactText() writes: what has a name in parentheses after nan, or a sign of plus, is text.
bool isNumber(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = end == text.data() + text.size() && error != std::errc::invalid_argument;
    return whole && (std::isfinite(value) || text == "-inf");
}

} // namespace

std::string exactText(double value) {
    if (std::isnan(value)) {
        return "nan"; // Without the sign that to_chars would show.
    }
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::string withoutFormula(std::string_view text) {
    constexpr std::string_view kFormulaStarts = "=+-@\t\r";
    std::string cell(text);
    if (!text.empty() && kFormulaStarts.find(text.front()) != std::string_view::npos && !isNumber(text)) {
        cell.insert(cell.begin(), '\'');
    }
    return cell;
}

Csv::Csv(std::initializer_list<std::string_view> header) {
    for (const std::string_view name : header) {
        raw(name);
    }
    endRow();
}

Csv& Csv::cell(std::string_view text) {
    const std::string field = withoutFormula(text);
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
