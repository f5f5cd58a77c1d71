// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/strict_json.h"

#include <set>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/experiment/field_values.h"

namespace roundoff::experiment {
namespace {

// Looks through a text without keeping its values. The library's own callbacks, which keep them, go through all of a
// list again whenever an object in it ends.
class Watch final : public nlohmann::json_sax<Json> {
public:
    explicit Watch(const JsonLimits& limits) : limits_(limits) {}

    bool null() override { return count(); }
    bool boolean(bool /*value*/) override { return count(); }
    bool number_integer(number_integer_t /*value*/) override { return count(); }
    bool number_unsigned(number_unsigned_t /*value*/) override { return count(); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return count(); }
    bool binary(binary_t& /*value*/) override { return count(); }
    bool string(string_t& text) override {
        checkText(text);
        return count();
    }

    bool start_object(std::size_t /*elements*/) override {
        names_.emplace_back();
        return deeper();
    }
    bool key(string_t& name) override {
        checkText(name);
        std::set<std::string>& names = names_.back();
        if (!names.insert(name).second) {
            throw InputError("the field " + describeJson(name) + " stands there twice");
        }
        if (names.size() > limits_.members) {
            throw InputError("an object has more than " + std::to_string(limits_.members) + " fields");
        }
        return true;
    }
    bool end_object() override {
        names_.pop_back();
        --depth_;
        return true;
    }
    bool start_array(std::size_t /*elements*/) override { return deeper(); }
    bool end_array() override {
        --depth_;
        return true;
    }

    // Told by the parser that reads the values.
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return false;
    }

private:
    bool count() {
        if (++values_ > limits_.values) {
            throw InputError("has more than " + std::to_string(limits_.values) + " values in it");
        }
        return true;
    }

    bool deeper() {
        if (++depth_ > limits_.depth) {
            throw InputError("is nested more than " + std::to_string(limits_.depth) + " levels deep");
        }
        return count();
    }

    void checkText(const std::string& text) const {
        if (text.size() > limits_.textBytes) {
            throw InputError("a text is longer than " + std::to_string(limits_.textBytes) +
                             " bytes: " + describeJson(text));
        }
        if (text.find('\0') != std::string::npos) {
            throw InputError("a text has a zero character in it: " + describeJson(text));
        }
    }

    const JsonLimits& limits_;
    int depth_ = 0;
    std::size_t values_ = 0;
    std::vector<std::set<std::string>> names_; // Of the objects that are open.
};

} // namespace

Json parseStrictJson(std::string_view text, const JsonLimits& limits) {
    if (text.find('\0') != std::string_view::npos) {
        throw InputError("has a zero byte in it, which no JSON text has");
    }
    Watch watch(limits);
    static_cast<void>(Json::sax_parse(text, &watch));
    return Json::parse(text);
}

} // namespace roundoff::experiment
