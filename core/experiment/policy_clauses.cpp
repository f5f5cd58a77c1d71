// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/policy_clauses.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/experiment/policy_cell_text.h"

namespace roundoff::experiment {
namespace {

using nn::LayerOverride;
using nn::PrecisionPolicy;
using nn::Role;

const std::string kNo = "no";
const std::string kAccumulator = "accumulator";

std::size_t at(Role role) {
    return static_cast<std::size_t>(role);
}

std::string nameOf(Role role) {
    return std::string(nn::roleName(role));
}

std::optional<Role> roleOf(const std::string& word) {
    for (const Role role : nn::kRoles) {
        if (sameWord(word, nn::roleName(role))) {
            return role;
        }
    }
    return std::nullopt;
}

bool isAccumulator(const std::string& word) {
    return sameWord(word, kAccumulator);
}

bool isLayer(const std::string& word) {
    constexpr std::string_view kLayer = "layer";
    const std::string lower = lowerCase(word);
    return lower.size() > kLayer.size() && lower.starts_with(kLayer) &&
           lower.find_first_not_of("0123456789", kLayer.size()) == std::string::npos;
}

bool startsCell(const std::string& word) {
    return roleOf(word).has_value() || isAccumulator(word);
}

/// Where a clause's cells go: the policy itself, or one of its layers.
struct Target {
    nn::RoleFormats& formats;
    std::optional<nn::Accumulator>& accumulator;
};

/// The words of a cell, up to the next role.
std::string takeCell(Words& words) {
    Words cell;
    while (!words.empty() && !startsCell(words.front())) {
        cell.push_back(takeFirst(words));
    }
    return joined(cell);
}

void applyCells(Target target, Words words) {
    while (!words.empty()) {
        const std::string name = takeFirst(words);
        const std::string cell = takeCell(words);
        if (const auto role = roleOf(name)) {
            target.formats[at(*role)] = parseRoleFormat(cell);
        } else if (isAccumulator(name)) {
            target.accumulator = parseAccumulator(cell);
        } else {
            throw InputError("'" + name + "' is no role: choose weights, masterWeights, activations, gradients, " +
                             "activationGradients, optimiserState or accumulator");
        }
    }
}

void applyLayer(LayerOverride& layer, Words words) {
    if (words.empty()) {
        throw InputError("a format's name is missing");
    }
    if (!startsCell(words.front())) {
        const nn::RoleFormat all = parseRoleFormat(takeCell(words));
        for (const Role role : nn::kRoles) {
            if (role != Role::MasterWeights) {
                layer.formats[at(role)] = all;
            }
        }
    }
    applyCells({layer.formats, layer.accumulator}, words);
}

void takeAway(PrecisionPolicy& policy, const std::string& name) {
    if (isAccumulator(name)) {
        policy.accumulator.reset();
    } else if (roleOf(name) == Role::MasterWeights) {
        policy[Role::MasterWeights].reset();
    } else {
        throw InputError("only masterWeights and the accumulator can be left out, not '" + name + "'");
    }
}

/// The format that all roles but the master weights have in a layer, if it is one.
std::optional<nn::RoleFormat> commonFormat(const LayerOverride& layer) {
    const auto& weights = layer.formats[at(Role::Weights)];
    const bool common = std::ranges::all_of(nn::kRoles, [&](Role role) {
        return role == Role::MasterWeights || (layer.formats[at(role)] && layer.formats[at(role)] == weights);
    });
    return common ? weights : std::nullopt;
}

std::string layerClause(const std::string& name, const LayerOverride& layer) {
    Words words{name};
    const auto common = commonFormat(layer);
    if (common) {
        words.push_back(roleFormatText(*common));
    }
    for (const Role role : nn::kRoles) {
        const auto& cell = layer.formats[at(role)];
        if (cell && (!common || role == Role::MasterWeights)) {
            words.push_back(nameOf(role) + " " + roleFormatText(*cell));
        }
    }
    if (layer.accumulator) {
        words.push_back(kAccumulator + " " + accumulatorText(*layer.accumulator));
    }
    return joined(words);
}

} // namespace

bool isClause(std::string_view text) {
    const Words words = wordsOf(text);
    return !words.empty() && (isLayer(words.front()) || startsCell(words.front()) || sameWord(words.front(), kNo));
}

bool hasClauses(const PrecisionPolicy& policy) {
    return std::ranges::all_of(policy.layers, [](const auto& layer) {
        return isLayer(layer.first) && layer.first == lowerCase(layer.first) && layer.second != LayerOverride();
    });
}

int differences(const PrecisionPolicy& policy, const PrecisionPolicy& from) {
    const auto roles = std::ranges::count_if(nn::kRoles, [&](Role role) { return policy[role] != from[role]; });
    return static_cast<int>(roles) + (policy.accumulator != from.accumulator ? 1 : 0);
}

Words baseClauses(const PrecisionPolicy& policy, const PrecisionPolicy& from) {
    Words clauses;
    for (const Role role : nn::kRoles) {
        if (policy[role] != from[role]) {
            clauses.push_back(policy[role] ? nameOf(role) + " " + roleFormatText(*policy[role])
                                           : kNo + " " + nameOf(role));
        }
    }
    if (policy.accumulator != from.accumulator) {
        clauses.push_back(policy.accumulator ? kAccumulator + " " + accumulatorText(*policy.accumulator)
                                             : kNo + " " + kAccumulator);
    }
    return clauses;
}

Words layerClauses(const PrecisionPolicy& policy) {
    std::vector<std::string> names;
    for (const auto& [name, layer] : policy.layers) {
        names.push_back(name);
    }
    // layer2 before layer10.
    std::ranges::sort(names, {}, [](const std::string& name) { return std::pair(name.size(), name); });
    Words clauses;
    for (const std::string& name : names) {
        clauses.push_back(layerClause(name, policy.layers.at(name)));
    }
    return clauses;
}

void applyClause(PrecisionPolicy& policy, std::string_view clause) {
    Words words = wordsOf(clause);
    if (words.empty()) {
        return;
    }
    if (sameWord(words.front(), kNo)) {
        words.erase(words.begin());
        takeAway(policy, joined(words));
    } else if (isLayer(words.front())) {
        const std::string name = lowerCase(takeFirst(words));
        applyLayer(policy.layers[name], words);
    } else {
        applyCells({policy.formats, policy.accumulator}, words);
    }
}

} // namespace roundoff::experiment
