// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/policy_text.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "core/base/error.h"
#include "core/experiment/policy_clauses.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/strict_json.h"
#include "core/experiment/policy_words.h"
#include "core/format/names.h"

namespace roundoff::experiment {
namespace {

using nn::PrecisionPolicy;

constexpr std::string_view kStepwise = "stepwise";

/// A named policy that a text may start from.
struct Start {
    std::string name;
    PrecisionPolicy policy;
};

/// What a parser makes of a word; nothing if it throws because it does not know it.
template <typename Parse>
auto tryParse(Parse parse, const std::string& word) -> std::optional<decltype(parse(word))> {
    try {
        return parse(word);
    } catch (const InputError&) {
        return std::nullopt;
    }
}

void addStart(std::vector<Start>& starts, const std::string& name) {
    if (const auto policy = tryParse([](const auto& known) { return nn::namedPolicy(known); }, name)) {
        starts.push_back({name, *policy});
    }
}

const std::vector<Start>& offeredStarts() {
    static const std::vector<Start> kStarts = [] {
        std::vector<Start> starts;
        for (const std::string& name : nn::offeredPolicies()) {
            addStart(starts, name);
        }
        return starts;
    }();
    return kStarts;
}

/// The nearest of the policies that the policy's own formats name and of all that are offered.
Start nearestStart(const PrecisionPolicy& policy) {
    std::vector<Start> starts;
    for (const auto& role : policy.formats) {
        if (role) {
            addStart(starts, format::tensorFormatName(role->format));
        }
    }
    std::ranges::copy(offeredStarts(), std::back_inserter(starts));
    return *std::ranges::min_element(starts, {},
                                     [&policy](const Start& start) { return differences(policy, start.policy); });
}

/// What differs from all named policies in the same way.
Words modifiers(const PrecisionPolicy& policy) {
    const PrecisionPolicy plain;
    Words words;
    if (policy.rounding != plain.rounding) {
        words.emplace_back(format::name(policy.rounding));
    }
    if (policy.overflow) {
        words.emplace_back(format::name(*policy.overflow));
    }
    if (policy.subnormals != plain.subnormals) {
        words.emplace_back(format::name(policy.subnormals));
    }
    if (policy.arithmetic == nn::Arithmetic::Stepwise) {
        words.emplace_back(kStepwise);
    }
    return words;
}

void applyModifier(PrecisionPolicy& policy, const std::string& word) {
    const std::string text = lowerCase(word);
    if (const auto rounding = tryParse([](const auto& name) { return format::parseRounding(name); }, text)) {
        policy.rounding = *rounding;
    } else if (const auto overflow = tryParse([](const auto& name) { return format::parseOverflow(name); }, text)) {
        policy.overflow = *overflow;
    } else if (const auto subnormals = tryParse([](const auto& name) { return format::parseSubnormals(name); }, text)) {
        policy.subnormals = *subnormals;
    } else if (text == kStepwise) {
        policy.arithmetic = nn::Arithmetic::Stepwise;
    } else {
        throw InputError("'" + word + "' is neither a rounding (stochastic, toward-zero ...) nor an overflow " +
                         "(saturate, infinity, nan), nor flush or stepwise");
    }
}

/// The parts of a text: what stands between commas or semicolons and is not empty.
Words partsOf(std::string_view text) {
    Words parts;
    for (std::size_t first = 0; first <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(",;", first), text.size());
        if (const std::string part = joined(wordsOf(text.substr(first, end - first))); !part.empty()) {
            parts.push_back(part);
        }
        first = end + 1;
    }
    return parts;
}

PrecisionPolicy policyOfJson(std::string_view text) {
    Json json;
    try {
        json = parseStrictJson(text);
    } catch (const Json::exception&) {
        throw InputError("this is not JSON");
    }
    return policyFromJson(json);
}

} // namespace

std::string policyText(const PrecisionPolicy& policy) {
    if (std::string name = policy.name(); name != "custom") {
        return name;
    }
    if (!hasClauses(policy)) {
        return policyToJson(policy).dump();
    }
    const Start start = nearestStart(policy);
    Words head = modifiers(policy);
    head.insert(head.begin(), start.name);
    Words parts{joined(head)};
    std::ranges::copy(baseClauses(policy, start.policy), std::back_inserter(parts));
    std::ranges::copy(layerClauses(policy), std::back_inserter(parts));
    return joined(parts, ", ");
}

PrecisionPolicy parsePolicyText(std::string_view text) {
    if (text.starts_with('{')) {
        return policyOfJson(text);
    }
    Words parts = partsOf(text);
    if (parts.empty()) {
        throw InputError("a policy's name is missing: FP16, for example");
    }
    const std::string head = takeFirst(parts);
    if (isClause(head)) {
        throw InputError("'" + head + "' says how a policy differs: put that policy in front of it, as in FP16, " +
                         head);
    }
    Words words = wordsOf(head);
    PrecisionPolicy policy = nn::namedPolicy(upperCase(takeFirst(words)));
    for (const std::string& word : words) {
        applyModifier(policy, word);
    }
    for (const std::string& part : parts) {
        applyClause(policy, part);
    }
    nn::validate(policy);
    return policy;
}

std::optional<std::string> policyLabel(const PrecisionPolicy& policy) {
    std::string text = policyText(policy);
    return text.size() <= kLongestPolicyLabel && hasClauses(policy) ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace roundoff::experiment
