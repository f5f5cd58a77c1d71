// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/plan.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <span>
#include <utility>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/data/display_text.h"
#include "core/experiment/field_values.h"
#include "core/experiment/fields.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/policy_text.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/validation.h"

namespace roundoff::experiment {
namespace {

std::string axisName(const std::string& path) {
    if (path == "precision") {
        return "";
    }
    if (isGroup(path) || path.starts_with("precision.")) {
        return path;
    }
    std::string label = fieldAt(path).label;
    label.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(label.front())));
    return label;
}

// What a precision is called: its name as it was written, or its short text; a number tells those apart that are too
// long for a label.
std::string precisionText(const Json& value, std::size_t place) {
    const std::string number = "custom precision " + std::to_string(place + 1);
    try {
        const nn::PrecisionPolicy policy = policyFromJson(value);
        return value.is_string() && policy.name() != "custom" ? value.get<std::string>()
                                                              : policyLabel(policy).value_or(number);
    } catch (const InputError&) { // Told of when the run is made, under this label.
        return value.is_object() ? number : axisValueText(value);
    }
}

std::vector<std::string> valueTexts(const Axis& axis) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < axis.values.size(); ++i) {
        texts.push_back(axis.path == "precision" ? precisionText(axis.values[i], i) : axisValueText(axis.values[i]));
    }
    return texts;
}

struct Variant {
    std::string label;
    std::map<std::string, Json> axisValues;
    Json json;
};

std::size_t textBytes(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace).size();
}

// Each run has a copy of all that does not vary, so that a short file could make more than memory holds.
void checkSize(const ExperimentSpec& spec) {
    constexpr std::size_t kMaxBytes = 50'000'000;
    std::size_t bytes = textBytes(toJson(spec.base));
    std::size_t runs = static_cast<std::size_t>(spec.repeats.seeds) *
                       static_cast<std::size_t>(std::max(spec.repeats.folds, 1));
    for (const Axis& axis : spec.vary) {
        std::size_t longest = 0;
        for (const Json& value : axis.values) {
            longest = std::max(longest, textBytes(value));
        }
        bytes += longest;
        runs = std::min(runs, kMaxRuns) * axis.values.size();
    }
    if (bytes > kMaxBytes / std::clamp<std::size_t>(runs, 1, kMaxRuns)) {
        throw InputError("vary: the settings of all runs together take more than " + std::to_string(kMaxBytes) +
                         " bytes as text: choose fewer values, repeats or deployments");
    }
}

std::vector<Variant> expandAxes(const ExperimentSpec& spec) {
    Json base = toJson(spec.base);
    base.erase("fold");
    std::vector<Variant> variants{{"", {}, base}};
    for (const Axis& axis : spec.vary) {
        const std::vector<std::string> texts = valueTexts(axis);
        std::vector<Variant> next;
        for (const Variant& variant : variants) {
            for (std::size_t i = 0; i < axis.values.size(); ++i) {
                const Json& value = axis.values[i];
                Variant longer = variant;
                setAtPath(longer.json, axis.path, value);
                longer.axisValues[axis.path] = value;
                const std::string name = axisName(axis.path);
                longer.label += (longer.label.empty() ? "" : ", ") + name + (name.empty() ? "" : " ") + texts[i];
                next.push_back(std::move(longer));
            }
            if (next.size() > kMaxRuns) {
                throw InputError("vary: these axes make more than " + std::to_string(kMaxRuns) +
                                 " runs: choose fewer values");
            }
        }
        variants = std::move(next);
    }
    return variants;
}

// Fields of "training" that say what is kept of a run and change no bit of its result.
constexpr std::array kLookedOnly{"telemetryStride", "weightsStride"};

// What to do about two runs that differ in nothing but what is kept of them.
std::string hintOnSameRuns(const PlannedRun& one, const PlannedRun& other) {
    if (one.spec == other.spec) {
        return "";
    }
    const bool looks = one.spec.training.telemetryStride != other.spec.training.telemetryStride;
    return std::string(": training.") + kLookedOnly[looks ? 0 : 1] +
           " changes nothing of a result, so give it one value";
}

} // namespace

std::string axisValueText(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_structured()) {
        std::string text;
        for (const Json& item : value) {
            text += (text.empty() ? "" : value.is_array() ? ", " : " ") + axisValueText(item);
        }
        return text.empty() ? "none" : text;
    }
    return value.is_null() ? "none" : describeJson(value);
}

std::string runId(const RunSpec& run) {
    constexpr std::size_t kDigits = 12;
    Json json = toJson(run);
    for (const auto* looked : kLookedOnly) {
        json["training"].erase(looked);
    }
    const std::string text = json.dump();
    return Sha256::of(std::as_bytes(std::span(text))).substr(0, kDigits);
}

std::vector<std::size_t> executionOrder(const Plan& plan) {
    std::map<std::string, std::size_t> begun;                // runs by group
    std::vector<std::pair<std::size_t, std::size_t>> places; // repeat, run
    for (std::size_t run = 0; run < plan.runs.size(); ++run) {
        places.emplace_back(begun[plan.runs[run].group]++, run);
    }
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> order;
    order.reserve(places.size());
    for (const auto& [repeat, run] : places) {
        order.push_back(run);
    }
    return order;
}

Plan makePlan(const ExperimentSpec& spec) {
    Plan plan;
    std::map<std::string, std::size_t> runsById;
    const int folds = std::max(spec.repeats.folds, 1);
    checkSize(spec);
    const std::vector<Variant> variants = expandAxes(spec);
    if (variants.size() * static_cast<std::size_t>(folds) * static_cast<std::size_t>(spec.repeats.seeds) > kMaxRuns) {
        throw InputError("repeats: this experiment has more than " + std::to_string(kMaxRuns) +
                         " runs: choose fewer values, folds or seeds");
    }
    for (const Variant& variant : variants) {
        RunSpec run;
        try {
            run = specificationFromJson(variant.json).base;
        } catch (const InputError& error) {
            throw InputError(
                data::displayMessage((variant.label.empty() ? "" : "vary (" + variant.label + "): ") + error.what()));
        }
        validateRun(run);
        const std::string group = variant.label.empty() ? policyLabel(run.precision).value_or("custom") : variant.label;
        for (int seed = 0; seed < spec.repeats.seeds; ++seed) {
            for (int fold = 0; fold < folds; ++fold) {
                PlannedRun planned;
                planned.spec = run;
                planned.spec.training.seed += static_cast<std::uint64_t>(seed);
                planned.spec.fold = {fold, spec.repeats.folds};
                planned.group = group;
                planned.label = planned.group;
                if (spec.repeats.seeds > 1) {
                    planned.label += ", seed " + std::to_string(planned.spec.training.seed);
                }
                if (spec.repeats.folds > 1) {
                    planned.label += ", fold " + std::to_string(fold + 1) + " of " + std::to_string(spec.repeats.folds);
                }
                planned.axisValues = variant.axisValues;
                planned.id = runId(planned.spec);
                const auto [same, isNew] = runsById.emplace(planned.id, plan.runs.size());
                if (!isNew) {
                    throw InputError("vary: two runs are the same: " + data::displayMessage(planned.label) +
                                     hintOnSameRuns(plan.runs[same->second], planned));
                }
                plan.runs.push_back(std::move(planned));
            }
        }
    }
    return plan;
}

} // namespace roundoff::experiment
