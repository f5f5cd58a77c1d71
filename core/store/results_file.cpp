// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/results_file.h"

#include <system_error>

#include "core/base/error.h"
#include "core/store/experiment_file.h"
#include "core/store/put_aside.h"

namespace roundoff::store {
namespace {

// Whether nothing is lost with what is at the place: as when the same results are exported once more.
bool isPartOf(const std::filesystem::path& file, const ExperimentResults& results) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        return false;
    }
    try {
        const auto there = ExperimentFile::open(file);
        const StoredSpecifications stored = there->specifications();
        if (!there->whyReadOnly().empty() || stored.saved != results.spec || stored.draft ||
            stored.ran != results.spec) {
            return false;
        }
        const auto kept = there->results(results.plan);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const auto& now = results.runs[i];
            if (kept[i] != nullptr && (now == nullptr || now->epochs != kept[i]->epochs)) {
                return false;
            }
        }
        return true;
    } catch (const InputError&) {
        return false;
    }
}

} // namespace

void writeResultsFile(const ExperimentResults& results, const std::filesystem::path& file) {
    if (!isPartOf(file, results)) {
        static_cast<void>(putAside(file));
    }
    const auto written = ExperimentFile::create(file, results.spec);
    written->beginSweep(results.spec, results.plan, results.threads);
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        if (results.runs[i] != nullptr) {
            static_cast<void>(written->keepResult(results.plan.runs[i], results.runs[i]));
        }
    }
    written->flush();
}

} // namespace roundoff::store
