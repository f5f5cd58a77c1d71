// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/experiment/plan.h"
#include "core/store/experiment_file.h"

namespace roundoff::test {

/// What came of reading all that a window or a sweep would read of a file.
struct Everything {
    std::vector<std::string> errors; ///< What each InputError says, in order.
    int results = 0;                 ///< Runs whose result could be read, weights and all.
    int checkpoints = 0;
    int weights = 0; ///< Epochs whose weights could be read.
};

/// Reads on after an error: each reader gets its chance to do worse than that.
/// @param plan  what is looked for; what the file itself says was run, if it is null
inline Everything readEverything(const std::filesystem::path& path, store::ExperimentFile::Access access,
                                 const experiment::Plan* plan = nullptr) {
    Everything found;
    const auto attempt = [&](auto read) {
        try {
            read();
        } catch (const InputError& error) {
            found.errors.emplace_back(error.what());
        }
    };
    attempt([&] {
        const auto file = store::ExperimentFile::open(path, access);
        const store::StoredSpecifications specifications = file->specifications();
        const experiment::Plan all = plan != nullptr
                                         ? *plan
                                         : experiment::makePlan(specifications.ran.value_or(specifications.saved));
        for (const experiment::PlannedRun& run : all.runs) {
            attempt([&] {
                for (const int epoch : file->weightEpochs(run.id)) {
                    attempt([&] { found.weights += file->weights(run.id, epoch).tensors.empty() ? 0 : 1; });
                }
            });
            const experiment::Plan alone{{run}};
            attempt([&] { static_cast<void>(file->kept(alone)); });
            attempt([&] { found.checkpoints += file->before(alone).at(0).checkpoint != nullptr ? 1 : 0; });
            attempt([&] {
                const auto result = file->results(alone).at(0);
                found.results += result != nullptr && result->weights.load() != nullptr ? 1 : 0;
            });
        }
    });
    return found;
}

} // namespace roundoff::test
