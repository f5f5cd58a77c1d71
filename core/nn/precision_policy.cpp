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
using format::TensorFormat;

constexpr std::array<std::string_view, kRoleCount> kRoleNames{"weights",   "masterWeights",       "activations",
                                                              "gradients", "activationGradients", "optimiserState"};

PrecisionPolicy uniformPolicy(const Format& f) {
    PrecisionPolicy policy;
    for (const Role role : kRoles) {
        policy[role] = f;
    }
    policy[Role::MasterWeights].reset();
    return policy;
}

// FP32 masters and state around narrow weights, activations and gradients.
PrecisionPolicy mixedPolicy(const BinaryFloat& forward, const BinaryFloat& backward) {
    PrecisionPolicy policy = uniformPolicy(forward);
    policy[Role::Gradients] = backward;
    policy[Role::ActivationGradients] = backward;
    policy[Role::MasterWeights] = format::kFp32;
    policy[Role::OptimiserState] = format::kFp32;
    return policy;
}

PrecisionPolicy stochasticBf16Policy() {
    PrecisionPolicy policy = uniformPolicy(format::kBf16);
    policy[Role::Weights]->rounding = format::Rounding::Stochastic;
    policy[Role::OptimiserState]->rounding = format::Rounding::Stochastic;
    return policy;
}

// Gradients overflow to infinity, which dynamic loss scaling listens to; weights and activations stay in range.
PrecisionPolicy mixedFp8Policy() {
    PrecisionPolicy policy = mixedPolicy(format::kFp8E4M3, format::kFp8E5M2);
    policy[Role::Weights]->overflow = format::Overflow::Saturate;
    policy[Role::Activations]->overflow = format::Overflow::Saturate;
    return policy;
}

PrecisionPolicy sharedScalePolicy(const TensorFormat& f) {
    PrecisionPolicy policy;
    policy[Role::Weights] = f;
    policy[Role::Activations] = f;
    policy[Role::MasterWeights] = format::kFp32;
    if (std::holds_alternative<format::Block>(f)) {
        policy[Role::ActivationGradients] = f;
    }
    return policy;
}

struct NamedPolicy {
    std::string_view name;
    PrecisionPolicy policy;
};

// Those that are no format's name.
const std::vector<NamedPolicy>& recipes() {
    static const std::vector<NamedPolicy> kRecipes{{"AMP-FP16", mixedPolicy(format::kFp16, format::kFp16)},
                                                   {"AMP-BF16", mixedPolicy(format::kBf16, format::kBf16)},
                                                   {"AMP-FP8", mixedFp8Policy()},
                                                   {"BF16-SR", stochasticBf16Policy()}};
    return kRecipes;
}

// The policy of a format's name; nothing for integers without a scale.
std::optional<PrecisionPolicy> formatPolicy(const TensorFormat& f) {
    const Format* scalar = format::scalarFormat(f);
    if (scalar == nullptr) {
        return sharedScalePolicy(f);
    }
    return std::holds_alternative<format::Integer>(*scalar) ? std::nullopt : std::optional(uniformPolicy(*scalar));
}

void validateFormat(const std::string& path, const RoleFormat& role, const PrecisionPolicy& policy) {
    if (const auto* integer = format::scalarFormatOf<format::Integer>(role.format)) {
        const std::string name = format::formatName(*integer);
        throw InputError(path + ": " + name + " has no scale, and weights and activations are fractions: choose " +
                         name + "-SYM or " + name + "-AFFINE, which compute one");
    }
    const std::optional<format::Overflow> overflow = role.overflow ? role.overflow : policy.overflow;
    if (overflow && (role.overflow || format::scalarFormat(role.format) != nullptr)) {
        if (const auto problem = format::tensorOverflowProblem(role.format, *overflow)) {
            throw InputError((role.overflow ? path : std::string("precision")) + ".overflow: " + *problem);
        }
    }
    if (policy.arithmetic == Arithmetic::Stepwise && format::scalarFormat(role.format) == nullptr) {
        throw InputError(path + ": " + format::tensorFormatName(role.format) +
                         " computes its scales from whole tensors, so stepwise arithmetic has nothing to round its " +
                         "operations to: choose fused arithmetic");
    }
}

void validateAccumulator(const std::string& path, const Accumulator& accumulator, const PrecisionPolicy& policy) {
    const std::string name = format::formatName(accumulator.format);
    const BinaryFloat container = policy.needsDouble() ? format::kFp64 : format::kFp32;
    if (accumulator.isNative()) {
        if (accumulator.format != container) {
            throw InputError(path + ": with these formats products are accumulated in " +
                             format::formatName(container) + ", not in " + name + ": choose that or leave it out");
        }
        if (accumulator.chunk != 0) {
            throw InputError(path + ".chunk: sums of " + name + " are one chain: chunks are for narrower accumulators");
        }
        return;
    }
    if (!format::fitsFloat(Format(accumulator.format))) {
        throw InputError(path + ": " + name + " is no accumulator: choose FP32, FP64 or a format of at most 11 " +
                         "significand bits and 8 exponent bits");
    }
    if (policy.needsDouble()) {
        throw InputError(path + ": products of formats that need FP64 cannot be rounded once to " + name +
                         ": choose formats of at most 11 significand bits, or FP32");
    }
    const std::optional<format::Overflow> overflow = accumulator.overflow ? accumulator.overflow : policy.overflow;
    if (overflow) {
        if (const auto problem = format::overflowProblem(Format(accumulator.format), *overflow)) {
            throw InputError((accumulator.overflow ? path : std::string("precision")) + ".overflow: " + *problem);
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
    for (const NamedPolicy& recipe : recipes()) {
        if (*this == recipe.policy) {
            return std::string(recipe.name);
        }
    }
    const auto& weights = (*this)[Role::Weights];
    const auto named = weights ? formatPolicy(weights->format) : std::nullopt;
    return named && *this == *named ? format::tensorFormatName(weights->format) : "custom";
}

RoleFormats PrecisionPolicy::formatsOf(const std::string& layer) const {
    RoleFormats result = formats;
    if (const auto found = layers.find(layer); found != layers.end()) {
        for (std::size_t i = 0; i < kRoleCount; ++i) {
            if (found->second.formats[i]) {
                result[i] = found->second.formats[i];
            }
        }
    }
    return result;
}

std::optional<Accumulator> PrecisionPolicy::accumulatorOf(const std::string& layer) const {
    const auto found = layers.find(layer);
    return found != layers.end() && found->second.accumulator ? found->second.accumulator : accumulator;
}

format::Overflow PrecisionPolicy::overflowOf(const RoleFormat& role) const {
    const Format* scalar = format::scalarFormat(role.format);
    if (scalar == nullptr) {
        return format::Overflow::Saturate;
    }
    return role.overflow.value_or(overflow.value_or(format::defaultOverflow(*scalar)));
}

bool PrecisionPolicy::needsDouble() const {
    const auto wide = [](const RoleFormats& roles) {
        return std::any_of(roles.begin(), roles.end(), [](const auto& role) {
            const Format* scalar = role ? format::scalarFormat(role->format) : nullptr;
            return scalar != nullptr && !format::fitsFloat(*scalar);
        });
    };
    const auto isDouble = [](const std::optional<Accumulator>& a) { return a && a->format == format::kFp64; };
    return wide(formats) || isDouble(accumulator) || std::any_of(layers.begin(), layers.end(), [&](const auto& layer) {
               return wide(layer.second.formats) || isDouble(layer.second.accumulator);
           });
}

PrecisionPolicy namedPolicy(std::string_view name) {
    for (const NamedPolicy& recipe : recipes()) {
        if (recipe.name == name) {
            return recipe.policy;
        }
    }
    try {
        if (const auto policy = formatPolicy(format::parseTensorFormat(name))) {
            return *policy;
        }
    } catch (const InputError&) { // Told below, with the recipes.
    }
    std::string known;
    for (const std::string& offered : offeredPolicies()) {
        known += " " + offered;
    }
    throw InputError("'" + std::string(name) + "' is no precision to train in: choose one of" + known +
                     ", any E<exponent bits>M<significand bits>, FIXED<bits>.<fraction bits>, DEC<digits>, " +
                     "INT<bits>-SYM or -AFFINE, or an object of roles");
}

std::vector<std::string> offeredPolicies() {
    std::vector<std::string> names = format::namedFormats();
    const auto afterHalf = std::find(names.begin(), names.end(), "FP16") + 1;
    std::vector<std::string> mixed;
    for (const NamedPolicy& recipe : recipes()) {
        mixed.emplace_back(recipe.name);
    }
    names.insert(afterHalf, mixed.begin(), mixed.end());
    for (const char* sharing : {"MXFP8-E4M3", "MXINT8", "MXFP4", "INT8-SYM-CHANNEL", "INT4-SYM-G64"}) {
        names.emplace_back(sharing);
    }
    return names;
}

void validate(const PrecisionPolicy& policy) {
    for (const Role role : kRoles) {
        if (policy[role]) {
            validateFormat("precision." + std::string(roleName(role)), *policy[role], policy);
        } else if (role != Role::MasterWeights) {
            throw InputError("precision." + std::string(roleName(role)) + ": a format is needed");
        }
    }
    if (policy.accumulator) {
        validateAccumulator("precision.accumulator", *policy.accumulator, policy);
    }
    for (const auto& [layer, difference] : policy.layers) {
        const std::string path = "precision.layers." + layer;
        for (const Role role : kRoles) {
            if (const auto& f = difference.formats[static_cast<std::size_t>(role)]) {
                validateFormat(path + "." + std::string(roleName(role)), *f, policy);
            }
        }
        if (difference.accumulator) {
            validateAccumulator(path + ".accumulator", *difference.accumulator, policy);
        }
    }
}

} // namespace roundoff::nn
