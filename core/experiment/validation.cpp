// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/validation.h"

#include <cmath>

#include "core/base/error.h"
#include "core/experiment/estimate.h"
#include "core/experiment/fields.h"
#include "core/nn/network.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace roundoff::experiment {
namespace {

// MNIST's, which every data set of the catalogue shares.
constexpr std::size_t kInputs = 784;
constexpr std::size_t kClasses = 10;

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

void validateRun(const RunSpec& run) {
    nn::validate(run.precision);
    const std::size_t layers = run.network.hidden.size() + 1;
    for (const auto& [layer, formats] : run.precision.layers) {
        bool known = false;
        for (std::size_t i = 1; i <= layers; ++i) {
            known = known || layer == nn::layerName(i);
        }
        if (!known) {
            throw InputError("precision.layers." + layer + ": there is no such layer: this network has layer1 to " +
                             nn::layerName(layers));
        }
    }
    const double need = estimateBytes(run, kInputs, kClasses);
    const double have = physicalMemory();
    if (have > 0.0 && need > have) {
        throw InputError("network.hidden: training this network needs about " + gigabytes(need) +
                         " of memory, and this machine has " + gigabytes(have) + ": choose narrower or fewer layers");
    }
}

std::vector<Advice> advise(const ExperimentSpec& spec) {
    std::vector<Advice> advice;
    for (const Axis& axis : spec.vary) {
        if (isGroup(axis.path) || axis.path.starts_with("precision.")) {
            continue;
        }
        const Field& field = fieldAt(axis.path);
        if (!field.applies || field.applies(spec.base)) {
            continue;
        }
        bool kindVaries = false;
        for (const Axis& other : spec.vary) {
            kindVaries = kindVaries || other.path == field.group() || other.path == field.group() + ".kind";
        }
        if (!kindVaries) {
            advice.push_back({axis.path, field.label + " varies, but has no effect with the other settings"});
        }
    }
    return advice;
}

} // namespace roundoff::experiment
