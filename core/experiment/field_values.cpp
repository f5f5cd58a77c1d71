// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/field_values.h"

#include <array>
#include <charconv>
#include <cmath>
#include <functional>

#include "core/data/display_text.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

namespace roundoff::experiment {
namespace {

constexpr std::size_t kMaxQuoted = 40;

std::string_view scopeName(deploy::Scope scope) {
    return scope == deploy::Scope::Weights ? "weights" : "weights-and-activations";
}

deploy::Scope parseScope(const std::string& name) {
    for (const auto scope : {deploy::Scope::Weights, deploy::Scope::WeightsAndActivations}) {
        if (name == scopeName(scope)) {
            return scope;
        }
    }
    throw InputError("needs weights or weights-and-activations, not \"" + name + "\"");
}

deploy::Deployment deploymentFromJson(const Json& value, const std::string& path) {
    if (!value.is_object()) {
        throw InputError(path + ": needs an object with a format, not " + describeJson(value));
    }
    deploy::Deployment deployment;
    bool hasFormat = false;
    for (const auto& [key, part] : value.items()) {
        const Json& item = part;
        const std::string place = path + "." + key;
        readAt(place, [&, &name = key] {
            if (name == "format") {
                deployment.format = format::parseTensorFormat(readText(item));
                hasFormat = true;
            } else if (name == "rounding") {
                deployment.rounding = format::parseRounding(readText(item));
            } else if (name == "overflow") {
                deployment.overflow = format::parseOverflow(readText(item));
            } else if (name == "scope") {
                deployment.scope = parseScope(readText(item));
            } else {
                throw InputError("there is no such field: a deployment has format, rounding, overflow and scope");
            }
        });
    }
    if (!hasFormat) {
        throw InputError(path + ".format: is missing");
    }
    if (deployment.overflow) {
        if (const auto problem = format::tensorOverflowProblem(deployment.format, *deployment.overflow)) {
            throw InputError(path + ".overflow: " + *problem);
        }
    }
    if (deployment.scope == deploy::Scope::WeightsAndActivations &&
        format::scalarFormatOf<format::Integer>(deployment.format) != nullptr) {
        const std::string name = format::tensorFormatName(deployment.format);
        throw InputError(path + ".scope: " + name + " has no scale, and activations are fractions: choose " + name +
                         "-SYM or " + name + "-AFFINE");
    }
    return deployment;
}

} // namespace

const std::string& readText(const Json& value) {
    if (!value.is_string()) {
        throw InputError("needs a text, not " + describeJson(value));
    }
    return value.get_ref<const std::string&>();
}

std::string numberText(double value) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::string describeJson(const Json& value) {
    if (value.is_object()) {
        return "an object";
    }
    if (value.is_array()) {
        return "a list";
    }
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > kMaxQuoted) {
        text = std::string(data::wholeCharacters(text, kMaxQuoted)) + "...";
    }
    return text;
}

double readReal(const Json& value, double low, double high, bool lowOpen) {
    const double number = value.is_number() ? value.get<double>() : std::nan("");
    const bool inRange = number <= high && (lowOpen ? number > low : number >= low);
    if (!inRange) {
        throw InputError("needs a number " + std::string(lowOpen ? "above " : "from ") + numberText(low) + " to " +
                         numberText(high) + ", not " + describeJson(value));
    }
    return number;
}

std::vector<int> readIntegerList(const Json& value, int low, int high, std::size_t maxCount) {
    if (!value.is_array() || value.size() > maxCount) {
        throw InputError("needs a list of at most " + std::to_string(maxCount) + " whole numbers, not " +
                         (value.is_array() ? "one of " + std::to_string(value.size()) : describeJson(value)));
    }
    std::vector<int> numbers;
    for (const Json& item : value) {
        numbers.push_back(readInteger<int>(item, low, high));
    }
    return numbers;
}

std::vector<deploy::Deployment> deploymentsFromJson(const Json& value) {
    constexpr std::size_t kMaxDeployments = 1000;
    if (!value.is_array() || value.size() > kMaxDeployments) {
        throw InputError("needs a list of at most " + std::to_string(kMaxDeployments) + " deployments, not " +
                         describeJson(value));
    }
    std::vector<deploy::Deployment> deployments;
    for (std::size_t i = 0; i < value.size(); ++i) {
        deployments.push_back(deploymentFromJson(value[i], "deployments[" + std::to_string(i) + "]"));
    }
    return deployments;
}

Json deploymentsToJson(const std::vector<deploy::Deployment>& deployments) {
    Json list = Json::array();
    for (const auto& deployment : deployments) {
        Json json = Json::object();
        json["format"] = format::tensorFormatName(deployment.format);
        json["rounding"] = format::name(deployment.rounding);
        if (deployment.overflow) {
            json["overflow"] = format::name(*deployment.overflow);
        }
        if (deployment.scope != deploy::Scope::Weights) {
            json["scope"] = scopeName(deployment.scope);
        }
        list.push_back(json);
    }
    return list;
}

} // namespace roundoff::experiment
