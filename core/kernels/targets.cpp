// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/targets.h"

#include <array>
#include <cstdlib>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/targets.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

std::int64_t thisTarget() {
    return HWY_TARGET;
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/base/error.h"

namespace roundoff::kernels {
namespace {

HWY_EXPORT(thisTarget);

struct NamedTarget {
    std::string_view name;
    std::int64_t target;
    bool fma;
};

constexpr std::array<NamedTarget, 6> kTargets{{{"avx512", HWY_AVX3, true},
                                               {"avx2", HWY_AVX2, true},
                                               {"sse4", HWY_SSE4, false},
                                               {"neon", HWY_NEON, true},
                                               {"generic", HWY_EMU128, false},
                                               {"generic", HWY_SCALAR, false}}};

// SupportedTargets leaves out the compile-time baseline where a better one is supported, but every target of this build
// that the CPU can run is available.
bool isAvailable(const NamedTarget& target) {
    const std::int64_t compiled = HWY_TARGETS;
    const std::int64_t baseline = HWY_STATIC_TARGET;
    return (target.target & compiled & (hwy::SupportedTargets() | baseline)) != 0;
}

const NamedTarget& current() {
    const std::int64_t target = HWY_DYNAMIC_DISPATCH(thisTarget)();
    for (const auto& named : kTargets) {
        if (named.target == target) {
            return named;
        }
    }
    return kTargets.back();
}

void restrictTo(std::int64_t targets) {
    hwy::SetSupportedTargetsForTest(targets); // 0 means: what the CPU has.
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

} // namespace

std::vector<std::string> availableTargets() {
    const std::int64_t before = HWY_DYNAMIC_DISPATCH(thisTarget)();
    restrictTo(0);
    std::vector<std::string> names;
    for (const auto& target : kTargets) {
        if (isAvailable(target)) {
            names.emplace_back(target.name);
        }
    }
    restrictTo(before);
    return names;
}

std::string currentTarget() {
    return std::string(current().name);
}

bool targetHasFma() {
    return current().fma;
}

void useTarget(std::string_view name) {
    if (name == "best") {
        restrictTo(0);
        return;
    }
    std::string known;
    for (const std::string& available : availableTargets()) {
        known += " " + available;
    }
    restrictTo(0);
    for (const auto& target : kTargets) {
        if (target.name == name && isAvailable(target)) {
            restrictTo(target.target);
            return;
        }
    }
    throw InputError("ROUNDOFF_TARGET: '" + std::string(name) + "' is not to be had on this CPU: choose one of best" +
                     known);
}

void useTargetFromEnvironment() {
    if (const char* name = std::getenv("ROUNDOFF_TARGET"); name != nullptr && *name != '\0') {
        useTarget(name);
    }
}

} // namespace roundoff::kernels
#endif
