// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/precision_policy.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

namespace roundoff::nn {
namespace {

using format::BinaryFloat;
using format::Format;

constexpr std::array<std::string_view, kRoleCount> kRoleNames{"weights",   "masterWeights",       "activations",
                                                              "gradients", "activationGradients", "optimiserState"};
constexpr std::string_view kMixedPrefix = "AMP-";

PrecisionPolicy uniformPolicy(const BinaryFloat& f) {
    PrecisionPolicy policy;
    for (const Role role : kRoles) {
        policy[role] = f;
    }
    policy[Role::MasterWeights].reset();
    return policy;
}

PrecisionPolicy mixedPolicy(const BinaryFloat& narrow) {
    PrecisionPolicy policy = uniformPolicy(narrow);
    policy[Role::MasterWeights] = format::kFp32;
    policy[Role::OptimiserState] = format::kFp32;
    return policy;
}

void validateFormat(const std::string& path, const Format& f, const std::optional<format::Overflow>& overflow) {
    if (!std::holds_alternative<BinaryFloat>(f)) {
        throw InputError(path + ": " + format::formatName(f) +
                         " is no format to train in: choose a binary float, and use this one as a deployment");
    }
    if (overflow) {
        if (const auto problem = format::overflowProblem(f, *overflow)) {
            throw InputError("precision.overflow: " + *problem);
        }
    }
}

} // namespace

std::string_view roleName(Role role) {
    return kRoleNames.at(static_cast<std::size_t>(role));
}

PrecisionPolicy::PrecisionPolicy() {
    formats.fill(format::kFp32);
    (*this)[Role::MasterWeights].reset();
}

std::string PrecisionPolicy::name() const {
    const auto* weights = std::get_if<BinaryFloat>(&*(*this)[Role::Weights]);
    if (weights == nullptr) {
        return "custom";
    }
    if (*this == uniformPolicy(*weights)) {
        return format::formatName(*weights);
    }
    for (const char* mixed : {"AMP-FP16", "AMP-BF16"}) {
        if (*this == namedPolicy(mixed)) {
            return mixed;
        }
    }
    return "custom";
}

RoleFormats PrecisionPolicy::formatsOf(const std::string& layer) const {
    RoleFormats result = formats;
    if (const auto found = layers.find(layer); found != layers.end()) {
        for (std::size_t i = 0; i < kRoleCount; ++i) {
            if (found->second[i]) {
                result[i] = found->second[i];
            }
        }
    }
    return result;
}

bool PrecisionPolicy::needsDouble() const {
    const auto wide = [](const RoleFormats& roles) {
        return std::any_of(roles.begin(), roles.end(), [](const auto& f) { return f && !format::fitsFloat(*f); });
    };
    return wide(formats) || (accumulator && *accumulator == Format(format::kFp64)) ||
           std::any_of(layers.begin(), layers.end(), [&](const auto& layer) { return wide(layer.second); });
}

PrecisionPolicy namedPolicy(std::string_view name) {
    const bool mixed = name.starts_with(kMixedPrefix);
    const std::string_view formatPart = mixed ? name.substr(kMixedPrefix.size()) : name;
    std::optional<Format> f;
    try {
        f = format::parseFormat(formatPart);
    } catch (const InputError&) {
        f.reset();
    }
    const auto* binary = f ? std::get_if<BinaryFloat>(&*f) : nullptr;
    if (binary != nullptr && (!mixed || *binary == format::kFp16 || *binary == format::kBf16)) {
        return mixed ? mixedPolicy(*binary) : uniformPolicy(*binary);
    }
    std::string known;
    for (const std::string& offered : offeredPolicies()) {
        known += " " + offered;
    }
    throw InputError("'" + std::string(name) + "' is no precision to train in: choose one of" + known +
                     ", any E<exponent bits>M<significand bits>, or an object of roles");
}

std::vector<std::string> offeredPolicies() {
    std::vector<std::string> names = format::namedFormats();
    const auto afterHalf = std::find(names.begin(), names.end(), "FP16") + 1;
    const std::array<std::string, 2> mixed{"AMP-FP16", "AMP-BF16"};
    names.insert(afterHalf, mixed.begin(), mixed.end());
    return names;
}

void validate(const PrecisionPolicy& policy) {
    for (const Role role : kRoles) {
        if (policy[role]) {
            validateFormat("precision." + std::string(roleName(role)), *policy[role], policy.overflow);
        } else if (role != Role::MasterWeights) {
            throw InputError("precision." + std::string(roleName(role)) + ": a format is needed");
        }
    }
    for (const auto& [layer, roles] : policy.layers) {
        for (const Role role : kRoles) {
            if (const auto& f = roles[static_cast<std::size_t>(role)]) {
                validateFormat("precision.layers." + layer + "." + std::string(roleName(role)), *f, policy.overflow);
            }
        }
    }
    const Format container = policy.needsDouble() ? format::kFp64 : format::kFp32;
    if (policy.accumulator && *policy.accumulator != container) {
        throw InputError("precision.accumulator: with these formats products are accumulated in " +
                         format::formatName(container) + ", not in " + format::formatName(*policy.accumulator) +
                         ": choose that or leave it out");
    }
}

} // namespace roundoff::nn
