// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/experiment/sweep.h"
#include "core/store/experiment_file.h"
#include "core/store/results.h"

namespace roundoff::app {

/// The experiment file in a folder of results, ready to be written, and what it holds of a plan.
struct KeptExperiment {
    std::shared_ptr<store::ExperimentFile> file;
    std::vector<experiment::RunBefore> before;  ///< By run of the plan.
    bool found = false;                         ///< Whether it was there already.
    std::optional<std::filesystem::path> aside; ///< What one that is not gone on from is called now.
};

/// Makes a new experiment file in a folder, or opens the one to go on from, and tells it what is going to be run.
/// @param results  specification, plan and threads
/// @param resume  whether to go on from what is there; if nothing is, a new one is made. Without, a file that is there
///                already is put aside
/// @throws InputError if the file cannot be made, or cannot be opened for writing; it is untouched then
[[nodiscard]] KeptExperiment keepExperiment(const store::ExperimentResults& results,
                                            const std::filesystem::path& folder, bool resume);

/// What follows if not all could be written into the file.
inline constexpr const char* kIncomplete = "; what it lacks is run again by the same command with --resume";

/// A line about what was found in a folder; empty if nothing was that anybody would want to know of.
[[nodiscard]] std::string whatWasFound(std::span<const KeptExperiment> kept, const std::filesystem::path& folder,
                                       bool resume);

/// Fills in runs that were half-way before the sweep and did not begin again in it.
/// @throws InputError if they cannot be read
void addHalfWay(store::ExperimentResults& results, const store::ExperimentFile& file);

/// A line that says how an interrupted sweep is finished.
[[nodiscard]] std::string howToGoOn(std::span<const std::shared_ptr<const experiment::RunResult>> runs);

} // namespace roundoff::app
