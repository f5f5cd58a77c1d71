// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kept_experiment.h"

#include <algorithm>
#include <system_error>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/store/files.h"
#include "core/store/put_aside.h"

namespace roundoff::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFileName = "experiment.roundoff";

// What a person opens later is what was run last. Edits that the window has not saved yet stay.
void takeSpecification(store::ExperimentFile& file, const experiment::ExperimentSpec& specification) {
    const store::StoredSpecifications stored = file.specifications();
    if (stored.saved == specification) {
        return;
    }
    file.save(specification);
    if (stored.draft && stored.draft != specification) {
        file.keepDraft(stored.draft);
    }
}

KeptExperiment open(const store::ExperimentResults& results, const fs::path& path) {
    KeptExperiment kept;
    kept.file = store::ExperimentFile::open(path);
    if (kept.file->access() != store::ExperimentFile::Access::ReadWrite) {
        throw InputError(data::displayPath(path) + ": cannot be gone on with: " + kept.file->whyReadOnly());
    }
    kept.found = true;
    kept.before = kept.file->before(results.plan);
    takeSpecification(*kept.file, results.spec);
    return kept;
}

std::string countsText(std::span<const KeptExperiment> kept) {
    std::size_t all = 0;
    std::size_t done = 0;
    std::size_t begun = 0;
    for (const KeptExperiment& one : kept) {
        all += one.before.size();
        for (const experiment::RunBefore& run : one.before) {
            done += run.result != nullptr ? 1 : 0;
            begun += run.result == nullptr && run.checkpoint != nullptr ? 1 : 0;
        }
    }
    return std::to_string(done) + " of " + std::to_string(all) + " runs are there, " + std::to_string(begun) +
           " half-way";
}

} // namespace

KeptExperiment keepExperiment(const store::ExperimentResults& results, const fs::path& folder, bool resume) {
    store::makeFolder(folder);
    const fs::path path = folder / kFileName;
    std::error_code error;
    KeptExperiment kept;
    if (resume && fs::exists(fs::symlink_status(path, error))) {
        kept = open(results, path);
    } else {
        kept.aside = store::putAside(path);
        kept.file = store::ExperimentFile::create(path, results.spec);
        kept.before.resize(results.plan.runs.size());
    }
    kept.file->beginSweep(results.spec, results.plan, results.threads);
    return kept;
}

std::string whatWasFound(std::span<const KeptExperiment> kept, const fs::path& folder, bool resume) {
    const std::string name = data::displayPath(folder);
    if (std::any_of(kept.begin(), kept.end(), [](const KeptExperiment& one) { return one.found; })) {
        return "Going on with what is in " + name + ": " + countsText(kept);
    }
    const auto aside = std::find_if(kept.begin(), kept.end(), [](const KeptExperiment& one) { return one.aside; });
    if (aside != kept.end()) {
        return "The " + std::string(kFileName) + " that was in " + data::displayPath(aside->aside->parent_path()) +
               " is now called " + data::displayPath(aside->aside->filename()) +
               "; --resume would have gone on with it";
    }
    return resume ? "There is no " + std::string(kFileName) + " in " + name + " to go on with: beginning anew" : "";
}

void addHalfWay(store::ExperimentResults& results, const store::ExperimentFile& file) {
    const auto stored = file.results(results.plan);
    for (std::size_t run = 0; run < results.runs.size(); ++run) {
        if (results.runs[run] == nullptr) {
            results.runs[run] = stored[run];
        }
    }
}

std::string howToGoOn(std::span<const std::shared_ptr<const experiment::RunResult>> runs) {
    const auto ended = std::count_if(runs.begin(), runs.end(), [](const auto& run) {
        return run != nullptr && run->status != experiment::RunStatus::Stopped;
    });
    return "Interrupted after " + std::to_string(ended) + " of " + std::to_string(runs.size()) +
           " runs; the same command with --resume does the rest";
}

} // namespace roundoff::app
