// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/validation.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/experiment/estimate.h"
#include "core/experiment/fields.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/usual_sizes.h"
#include "core/nn/network.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace roundoff::experiment {
namespace {

// Whether a policy is mixed precision in all but the name, which alone brings dynamic scaling.
bool wantsLossScaling(const nn::PrecisionPolicy& policy) {
    constexpr int kExponentBitsOfFp16 = 5;
    const auto& gradients = policy[nn::Role::ActivationGradients];
    const auto* narrow = format::scalarFormatOf<format::BinaryFloat>(gradients->format);
    return policy[nn::Role::MasterWeights] && policy.name() == "custom" && narrow != nullptr &&
           narrow->exponentBits <= kExponentBitsOfFp16;
}

bool varies(const ExperimentSpec& spec, const std::string& path) {
    return std::any_of(spec.vary.begin(), spec.vary.end(), [&path](const Axis& axis) { return axis.path == path; });
}

// The precisions of an experiment's runs, less those that are none, of which the plan tells.
std::vector<nn::PrecisionPolicy> precisionsOf(const ExperimentSpec& spec) {
    constexpr std::size_t kEnough = 1000;
    Json base = Json::object();
    base["precision"] = policyToJson(spec.base.precision);
    std::vector<Json> runs(1, base);
    for (const Axis& axis : spec.vary) {
        if (axis.path != "precision" && !axis.path.starts_with("precision.")) {
            continue;
        }
        std::vector<Json> next;
        for (const Json& run : runs) {
            for (std::size_t i = 0; i < axis.values.size() && next.size() < kEnough; ++i) {
                try {
                    Json changed = run;
                    setAtPath(changed, axis.path, axis.values[i]);
                    next.push_back(std::move(changed));
                } catch (const InputError&) {
                    continue;
                }
            }
        }
        runs = std::move(next);
    }
    std::vector<nn::PrecisionPolicy> policies;
    for (const Json& run : runs) {
        try {
            policies.push_back(policyFromJson(run["precision"]));
        } catch (const InputError&) {
            continue;
        }
    }
    return policies;
}

// Whether loss scaling follows the policies, and one of them goes without that wants it.
bool lacksLossScaling(const ExperimentSpec& spec) {
    if (spec.base.lossScaling.kind != nn::LossScalingKind::Automatic || varies(spec, "lossScaling") ||
        varies(spec, "lossScaling.kind")) {
        return false;
    }
    const std::vector<nn::PrecisionPolicy> precisions = precisionsOf(spec);
    return std::any_of(precisions.begin(), precisions.end(), wantsLossScaling);
}

std::string gigabytes(double bytes) {
    const double value = bytes / 1e9;
    return std::to_string(static_cast<long long>(std::ceil(value))) + " GB";
}

} // namespace

double physicalMemory() {
#ifdef _WIN32
    MEMORYSTATUSEX status{};
    status.dwLength = sizeof(status);
    return GlobalMemoryStatusEx(&status) != 0 ? static_cast<double>(status.ullTotalPhys) : 0.0;
#else
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageSize = sysconf(_SC_PAGE_SIZE);
    return pages > 0 && pageSize > 0 ? static_cast<double>(pages) * static_cast<double>(pageSize) : 0.0;
#endif
}

std::vector<std::string> missingLayers(const nn::PrecisionPolicy& policy, std::size_t layers) {
    std::vector<std::string> missing;
    for (const auto& [layer, difference] : policy.layers) {
        bool known = false;
        for (std::size_t number = 1; number <= layers; ++number) {
            known = known || layer == nn::layerName(number);
        }
        if (!known) {
            missing.push_back(layer);
        }
    }
    return missing;
}

void validateRun(const RunSpec& run) {
    nn::validate(run.precision);
    const std::size_t layers = run.network.hidden.size() + 1;
    if (const std::vector<std::string> missing = missingLayers(run.precision, layers); !missing.empty()) {
        throw InputError("precision.layers." + missing.front() +
                         ": there is no such layer: this network has layer1 to " + nn::layerName(layers));
    }
    const double need = estimateBytes(run, kUsualInputs, kUsualClasses);
    const double have = physicalMemory();
    if (have > 0.0 && need > have) {
        throw InputError("network.hidden: training this network needs about " + gigabytes(need) +
                         " of memory, and this machine has " + gigabytes(have) + ": choose narrower or fewer layers");
    }
}

std::vector<Advice> advise(const ExperimentSpec& spec) {
    std::vector<Advice> advice;
    if (lacksLossScaling(spec)) {
        advice.push_back({"lossScaling.kind", "Gradients of few exponent bits beside master weights usually need loss "
                                              "scaling: the AMP policies bring it, others do not"});
    }
    for (const Axis& axis : spec.vary) {
        if (isGroup(axis.path) || axis.path.starts_with("precision.")) {
            continue;
        }
        const Field& field = fieldAt(axis.path);
        if (!field.applies || field.applies(spec.base)) {
            continue;
        }
        if (!varies(spec, field.group()) && !varies(spec, field.group() + ".kind")) {
            advice.push_back({axis.path, field.label + " varies, but has no effect with the other settings"});
        }
    }
    return advice;
}

} // namespace roundoff::experiment
