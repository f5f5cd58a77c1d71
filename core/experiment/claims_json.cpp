// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "core/base/error.h"
#include "core/experiment/claims.h"
#include "core/experiment/field_values.h"
#include "core/experiment/fields.h"

namespace roundoff::experiment {
namespace {

constexpr std::array<std::pair<std::string_view, CheckKind>, 10> kKinds{{
    {"equivalent", CheckKind::Equivalent},
    {"same-time", CheckKind::SameTime},
    {"not-below", CheckKind::NotBelow},
    {"less", CheckKind::Less},
    {"highest", CheckKind::Highest},
    {"lowest", CheckKind::Lowest},
    {"deployment-equivalent", CheckKind::DeploymentEquivalent},
    {"deployment-better", CheckKind::DeploymentBetter},
    {"deployment-steady", CheckKind::DeploymentSteady},
    {"within", CheckKind::Within},
}};

constexpr std::array<std::string_view, 9> kMetrics{
    "test_accuracy",   "validation_accuracy", "train_loss", "train_seconds", "eval_seconds",
    "distinct_values", "bits_per_weight",     "sqnr_db",    "max_abs_weight"};

// Reads one member, with its name in front of what is wrong with it.
template <typename Read>
auto readMember(const std::string& key, Read read) {
    try {
        return read();
    } catch (const InputError& error) {
        throw InputError(key + ": " + error.what());
    }
}

CheckKind readKind(const Json& value) {
    const std::string name = readText(value);
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& kind) { return kind.first == name; });
    if (found == kKinds.end()) {
        throw InputError("there is no check \"" + name + "\"");
    }
    return found->second;
}

std::string readMetric(const Json& value) {
    std::string name = readText(value);
    if (std::find(kMetrics.begin(), kMetrics.end(), name) == kMetrics.end()) {
        throw InputError("there is no metric \"" + name + "\"");
    }
    return name;
}

std::string readAxis(const Json& value) {
    std::string path = readText(value);
    if (!isGroup(path)) {
        static_cast<void>(fieldAt(path));
    }
    return path;
}

double readNumber(const Json& value) {
    constexpr double kLargest = std::numeric_limits<double>::max();
    return readReal(value, -kLargest, kLargest, false);
}

void setMember(Check& check, const std::string& key, const Json& value) {
    if (key == "kind") {
        check.kind = readKind(value);
    } else if (key == "metric") {
        check.metric = readMetric(value);
    } else if (key == "along") {
        check.along = readAxis(value);
    } else if (key == "value") {
        check.value = value;
    } else if (key == "than") {
        check.than = value;
    } else if (key == "among" && value.is_array()) {
        check.among.assign(value.begin(), value.end());
    } else if (key == "where" && value.is_object()) {
        for (const auto& [path, wanted] : value.items()) {
            check.where[readAxis(path)] = wanted;
        }
    } else if (key == "deployments") {
        check.deployments = deploymentsFromJson(value);
    } else if (key == "margin") {
        check.margin = readNumber(value);
    } else if (key == "low") {
        check.low = readNumber(value);
    } else if (key == "high") {
        check.high = readNumber(value);
    } else {
        throw InputError("there is no such field, or it has the wrong type");
    }
}

// What a kind of check cannot do without.
void requireParts(const Check& check) {
    const auto require = [](bool there, const char* what) {
        if (!there) {
            throw InputError(std::string("needs ") + what);
        }
    };
    constexpr std::ptrdiff_t kRunMetrics = 5; // The first ones; the others are of weights and deployments.
    const auto metric = std::find(kMetrics.begin(), kMetrics.end(), check.metric);
    require(check.kind == CheckKind::Within || check.metric.empty() || metric - kMetrics.begin() < kRunMetrics,
            "the metric of a run");
    switch (check.kind) {
    case CheckKind::Equivalent:
    case CheckKind::NotBelow:
        require(!check.metric.empty() && !check.along.empty() && check.value && check.margin > 0.0,
                "metric, along, value and a margin above 0");
        break;
    case CheckKind::SameTime:
        require(!check.metric.empty() && !check.along.empty() && check.value && check.margin > 1.0,
                "metric, along, value and a margin above 1, which is a factor");
        break;
    case CheckKind::Less:
        require(!check.metric.empty() && !check.along.empty() && check.value && check.than,
                "metric, along, value and than");
        break;
    case CheckKind::Highest:
    case CheckKind::Lowest:
        require(!check.metric.empty() && !check.along.empty() && check.value, "metric, along and value");
        break;
    case CheckKind::DeploymentEquivalent:
        require(!check.deployments.empty() && check.margin > 0.0, "deployments and a margin above 0");
        break;
    case CheckKind::DeploymentBetter: require(check.deployments.size() == 2, "two deployments"); break;
    case CheckKind::DeploymentSteady:
        require(!check.deployments.empty() && check.margin >= 0.0, "deployments and a margin of 0 or more");
        break;
    case CheckKind::Within:
        require(!check.metric.empty() && check.low <= check.high &&
                    (std::isfinite(check.low) || std::isfinite(check.high)),
                "metric, and low or high, or both");
        break;
    }
}

Check checkFromJson(const Json& json) {
    if (!json.is_object()) {
        throw InputError("needs an object, not " + describeJson(json));
    }
    Check check;
    if (!json.contains("kind")) {
        throw InputError("needs kind");
    }
    for (const auto& item : json.items()) {
        readMember(item.key(), [&] { setMember(check, item.key(), item.value()); });
    }
    requireParts(check);
    return check;
}

Claim claimFromJson(const Json& json) {
    if (!json.is_object() || !json.contains("figure") || !json.contains("said") || !json.contains("check") ||
        json.size() != (json.contains("aspect") ? 4 : 3)) {
        throw InputError("needs an object of figure, said and check, and perhaps aspect");
    }
    Claim claim;
    if (json.contains("aspect")) {
        claim.aspect = readMember("aspect", [&] { return readText(json["aspect"]); });
    }
    claim.figure = readMember("figure", [&] { return readText(json["figure"]); });
    claim.said = readMember("said", [&] { return readText(json["said"]); });
    claim.check = readMember("check", [&] { return checkFromJson(json["check"]); });
    return claim;
}

} // namespace

std::vector<Claim> claimsFromJson(const Json& json) {
    if (!json.is_array()) {
        throw InputError("claims: needs a list, not " + describeJson(json));
    }
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < json.size(); ++i) {
        claims.push_back(readMember("claims[" + std::to_string(i) + "]", [&] { return claimFromJson(json[i]); }));
    }
    return claims;
}

} // namespace roundoff::experiment
