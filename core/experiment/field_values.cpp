// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/field_values.h"

#include <array>
#include <charconv>
#include <cmath>
#include <functional>

#include "core/format/names.h"
#include "core/format/quantise.h"

namespace roundoff::experiment {
namespace {

constexpr std::size_t kMaxQuoted = 40;

// Runs a reader and puts the path in front of what it says.
template <typename F>
auto at(const std::string& path, F read) {
    try {
        return read();
    } catch (const InputError& error) {
        throw InputError(path + ": " + error.what());
    }
}

nn::RoleFormats& roleFormatsFromJson(nn::RoleFormats& formats, const Json& value, const std::string& path) {
    if (!value.is_object()) {
        throw InputError(path + ": needs an object of roles, not " + describeJson(value));
    }
    for (const nn::Role role : nn::kRoles) {
        const std::string name(nn::roleName(role));
        if (const auto found = value.find(name); found != value.end()) {
            auto& f = formats[static_cast<std::size_t>(role)];
            if (found->is_null() && role == nn::Role::MasterWeights) {
                f.reset();
            } else {
                f = at(path + "." + name, [&] { return format::parseFormat(readText(*found)); });
            }
        }
    }
    return formats;
}

Json roleFormatsToJson(const nn::RoleFormats& formats) {
    Json json = Json::object();
    for (const nn::Role role : nn::kRoles) {
        if (const auto& f = formats[static_cast<std::size_t>(role)]) {
            json[std::string(nn::roleName(role))] = format::formatName(*f);
        }
    }
    return json;
}

bool isRole(const std::string& key) {
    for (const nn::Role role : nn::kRoles) {
        if (key == nn::roleName(role)) {
            return true;
        }
    }
    return false;
}

std::string_view arithmeticName(nn::Arithmetic arithmetic) {
    return arithmetic == nn::Arithmetic::Fused ? "fused" : "stepwise";
}

nn::Arithmetic parseArithmetic(const std::string& name) {
    for (const auto arithmetic : {nn::Arithmetic::Fused, nn::Arithmetic::Stepwise}) {
        if (name == arithmeticName(arithmetic)) {
            return arithmetic;
        }
    }
    throw InputError("needs fused or stepwise, not \"" + name + "\"");
}

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
        at(place, [&, &name = key] {
            if (name == "format") {
                deployment.format = format::parseFormat(readText(item));
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
        if (const auto problem = format::overflowProblem(deployment.format, *deployment.overflow)) {
            throw InputError(path + ".overflow: " + *problem);
        }
    }
    if (deployment.scope == deploy::Scope::WeightsAndActivations &&
        !std::holds_alternative<format::BinaryFloat>(deployment.format)) {
        throw InputError(path + ".scope: activations can be rounded to binary floats only, and " +
                         format::formatName(deployment.format) + " is none");
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
        text = text.substr(0, kMaxQuoted) + "...";
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

nn::PrecisionPolicy policyFromJson(const Json& value) {
    if (value.is_string()) {
        return nn::namedPolicy(value.get_ref<const std::string&>());
    }
    if (!value.is_object()) {
        throw InputError("needs a policy's name or an object of roles, not " + describeJson(value));
    }
    const std::string path = "precision";
    nn::PrecisionPolicy policy;
    roleFormatsFromJson(policy.formats, value, path);
    for (const auto& [key, part] : value.items()) {
        const Json& item = part;
        at(path + "." + key, [&, &name = key] {
            if (name == "accumulator") {
                policy.accumulator.reset();
                if (!item.is_null()) {
                    policy.accumulator = format::parseFormat(readText(item));
                }
            } else if (name == "rounding") {
                policy.rounding = format::parseRounding(readText(item));
            } else if (name == "overflow") {
                policy.overflow.reset();
                if (!item.is_null()) {
                    policy.overflow = format::parseOverflow(readText(item));
                }
            } else if (name == "subnormals") {
                policy.subnormals = format::parseSubnormals(readText(item));
            } else if (name == "arithmetic") {
                policy.arithmetic = parseArithmetic(readText(item));
            } else if (name == "layers") {
                if (!item.is_object()) {
                    throw InputError("needs an object of layers, not " + describeJson(item));
                }
            } else if (!isRole(name)) {
                throw InputError("there is no such role or setting");
            }
        });
    }
    if (const auto layers = value.find("layers"); layers != value.end()) {
        for (const auto& [layer, roles] : layers->items()) {
            nn::RoleFormats formats;
            const std::string place = path + ".layers." + layer;
            roleFormatsFromJson(formats, roles, place);
            for (const auto& [role, unused] : roles.items()) {
                if (!isRole(role)) {
                    throw InputError(place + "." + role + ": there is no such role");
                }
            }
            policy.layers[layer] = formats;
        }
    }
    nn::validate(policy);
    return policy;
}

Json policyToObject(const nn::PrecisionPolicy& policy) {
    Json json = roleFormatsToJson(policy.formats);
    if (policy.accumulator) {
        json["accumulator"] = format::formatName(*policy.accumulator);
    }
    json["rounding"] = format::name(policy.rounding);
    if (policy.overflow) {
        json["overflow"] = format::name(*policy.overflow);
    }
    json["subnormals"] = format::name(policy.subnormals);
    json["arithmetic"] = arithmeticName(policy.arithmetic);
    if (!policy.layers.empty()) {
        Json layers = Json::object();
        for (const auto& [layer, formats] : policy.layers) {
            layers[layer] = roleFormatsToJson(formats);
        }
        json["layers"] = layers;
    }
    return json;
}

Json policyToJson(const nn::PrecisionPolicy& policy) {
    const std::string name = policy.name();
    return name == "custom" ? policyToObject(policy) : Json(name);
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
        json["format"] = format::formatName(deployment.format);
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
