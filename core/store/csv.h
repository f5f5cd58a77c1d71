// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace roundoff::store {

/// A number in the shortest text that reads back to the same bits, with a dot whatever the locale; inf, -inf and nan.
[[nodiscard]] std::string exactText(double value);

/// A text for a cell of a table that a spreadsheet may open: what it would take for a formula (= + - @ tab CR at the
/// start) gets a leading apostrophe. A text that is a number is left alone.
[[nodiscard]] std::string withoutFormula(std::string_view text);

/// A table as RFC 4180 has it: UTF-8, comma, CRLF, quotes where needed. No text in it is a formula.
class Csv {
public:
    explicit Csv(std::initializer_list<std::string_view> header);

    Csv& cell(std::string_view text);
    Csv& cell(const std::string& text) { return cell(std::string_view(text)); }
    Csv& cell(const char* text) { return cell(std::string_view(text)); }
    Csv& cell(double value) { return raw(exactText(value)); }
    template <std::integral Number>
    Csv& cell(Number value) {
        return raw(std::to_string(value));
    }
    /// An empty cell for no value.
    template <typename T>
    Csv& cell(const std::optional<T>& value) {
        return value ? cell(*value) : raw("");
    }
    void endRow();

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    Csv& raw(std::string_view field);

    std::string text_;
    bool rowBegun_ = false;
};

} // namespace roundoff::store
