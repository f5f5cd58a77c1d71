// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/policy_json.h"

#include <algorithm>
#include <functional>
#include <string>

#include "core/experiment/field_values.h"
#include "core/experiment/policy_text.h"
#include "core/format/names.h"

namespace roundoff::experiment {
namespace {

const std::string kAccumulator = "accumulator";

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

bool isRole(const std::string& key) {
    return std::any_of(nn::kRoles.begin(), nn::kRoles.end(),
                       [&key](nn::Role role) { return key == nn::roleName(role); });
}

// Reads `{"format": ..., "rounding": ..., ...}`, or a format's name alone. `more` takes keys that are not common to
// roles and accumulators, and says whether it knows them.
template <typename Cell>
void readCell(const Json& value, const std::string& path, Cell& cell,
              const std::function<void(const std::string&)>& setFormat,
              const std::function<bool(const std::string&, const Json&)>& more) {
    if (!value.is_object()) {
        readAt(path, [&] { setFormat(readText(value)); });
        return;
    }
    if (!value.contains("format")) {
        throw InputError(path + ": needs a format");
    }
    for (const auto& [key, part] : value.items()) {
        const Json& item = part;
        readAt(path + "." + key, [&, &name = key] {
            if (name == "format") {
                setFormat(readText(item));
            } else if (name == "rounding") {
                cell.rounding = format::parseRounding(readText(item));
            } else if (name == "overflow") {
                cell.overflow = format::parseOverflow(readText(item));
            } else if (!more(name, item)) {
                throw InputError("there is no such field");
            }
        });
    }
}

nn::RoleFormat roleFormatFromJson(const Json& value, const std::string& path) {
    nn::RoleFormat role;
    readCell(
        value, path, role, [&role](const std::string& name) { role.format = format::parseTensorFormat(name); },
        [](const std::string&, const Json&) { return false; });
    return role;
}

nn::Accumulator accumulatorFromJson(const Json& value, const std::string& path) {
    nn::Accumulator accumulator;
    readCell(
        value, path, accumulator,
        [&accumulator](const std::string& name) {
            const format::Format f = format::parseFormat(name);
            if (!std::holds_alternative<format::BinaryFloat>(f)) {
                throw InputError(format::formatName(f) + " is no binary float: products are summed in those only");
            }
            accumulator.format = std::get<format::BinaryFloat>(f);
        },
        [&accumulator](const std::string& name, const Json& item) {
            if (name != "chunk") {
                return false;
            }
            accumulator.chunk = readInteger<int>(item, 0, kMaxChunk);
            return true;
        });
    return accumulator;
}

// The roles and the accumulator of a policy or of one of its layers; other keys are left alone.
void readRoles(const Json& value, const std::string& path, nn::RoleFormats& formats,
               std::optional<nn::Accumulator>& accumulator) {
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
                f = roleFormatFromJson(*found, path + "." + name);
            }
        }
    }
    if (const auto found = value.find(kAccumulator); found != value.end()) {
        accumulator.reset();
        if (!found->is_null()) {
            accumulator = accumulatorFromJson(*found, path + "." + kAccumulator);
        }
    }
}

template <typename Cell>
Json cellToJson(const std::string& name, const Cell& cell, int chunk) {
    if (!cell.rounding && !cell.overflow && chunk == 0) {
        return name;
    }
    Json json = {{"format", name}};
    if (cell.rounding) {
        json["rounding"] = format::name(*cell.rounding);
    }
    if (cell.overflow) {
        json["overflow"] = format::name(*cell.overflow);
    }
    if (chunk != 0) {
        json["chunk"] = chunk;
    }
    return json;
}

Json rolesToJson(const nn::RoleFormats& formats, const std::optional<nn::Accumulator>& accumulator) {
    Json json = Json::object();
    for (const nn::Role role : nn::kRoles) {
        if (const auto& f = formats[static_cast<std::size_t>(role)]) {
            json[std::string(nn::roleName(role))] = cellToJson(format::tensorFormatName(f->format), *f, 0);
        }
    }
    if (accumulator) {
        json[kAccumulator] = cellToJson(format::formatName(accumulator->format), *accumulator, accumulator->chunk);
    }
    return json;
}

// A layer adds to what its policy has, or replaces it: null would be read as if it were not there.
void refuseNull(const Json& roles, const std::string& key, const std::string& path, const char* why) {
    if (const auto found = roles.find(key); found != roles.end() && found->is_null()) {
        throw InputError(path + "." + key + ": " + why);
    }
}

std::map<std::string, nn::LayerOverride> layersFromJson(const Json& value, const std::string& path) {
    if (!value.is_object()) {
        throw InputError(path + ": needs an object of layers, not " + describeJson(value));
    }
    std::map<std::string, nn::LayerOverride> layers;
    for (const auto& [layer, roles] : value.items()) {
        nn::LayerOverride difference;
        const std::string place = path + "." + layer;
        readRoles(roles, place, difference.formats, difference.accumulator);
        refuseNull(roles, std::string(nn::roleName(nn::Role::MasterWeights)), place,
                   "a layer cannot do without the master weights that the policy has: leave it out");
        refuseNull(roles, kAccumulator, place,
                   "a layer cannot do without the accumulator that the policy has: leave it out, or choose FP32");
        for (const auto& [key, unused] : roles.items()) {
            if (!isRole(key) && key != kAccumulator) {
                throw InputError(place + "." + key + ": there is no such role");
            }
        }
        if (difference != nn::LayerOverride()) { // A layer that differs in nothing makes no other policy.
            layers[layer] = difference;
        }
    }
    return layers;
}

} // namespace

nn::PrecisionPolicy policyFromJson(const Json& value) {
    if (value.is_string()) {
        return parsePolicyText(value.get_ref<const std::string&>());
    }
    if (!value.is_object()) {
        throw InputError("needs a policy's name or an object of roles, not " + describeJson(value));
    }
    const std::string path = "precision";
    nn::PrecisionPolicy policy;
    readRoles(value, path, policy.formats, policy.accumulator);
    for (const auto& [key, part] : value.items()) {
        const Json& item = part;
        if (key == "layers") {
            policy.layers = layersFromJson(item, path + "." + key);
            continue;
        }
        readAt(path + "." + key, [&, &name = key] {
            if (name == "rounding") {
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
            } else if (!isRole(name) && name != kAccumulator) {
                throw InputError("there is no such role or setting");
            }
        });
    }
    nn::validate(policy);
    return policy;
}

Json policyToObject(const nn::PrecisionPolicy& policy) {
    Json json = rolesToJson(policy.formats, policy.accumulator);
    json["rounding"] = format::name(policy.rounding);
    if (policy.overflow) {
        json["overflow"] = format::name(*policy.overflow);
    }
    json["subnormals"] = format::name(policy.subnormals);
    json["arithmetic"] = arithmeticName(policy.arithmetic);
    if (!policy.layers.empty()) {
        Json layers = Json::object();
        for (const auto& [layer, difference] : policy.layers) {
            layers[layer] = rolesToJson(difference.formats, difference.accumulator);
        }
        json["layers"] = layers;
    }
    return json;
}

Json policyToJson(const nn::PrecisionPolicy& policy) {
    const std::string name = policy.name();
    return name == "custom" ? policyToObject(policy) : Json(name);
}

} // namespace roundoff::experiment
