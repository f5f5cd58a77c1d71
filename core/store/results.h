// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/experiment/experiment_spec.h"
#include "core/experiment/inputs.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"
#include "core/store/provenance.h"

namespace roundoff::store {

/// An experiment with what came of it.
struct ExperimentResults {
    experiment::ExperimentSpec spec;
    experiment::Plan plan;
    std::vector<std::shared_ptr<const experiment::RunResult>>
        runs; ///< By run of the plan; null for one that never began.
    unsigned threads = 1;
};

/// What is known of the program, the machine and the data that results come from.
/// @param inputs  where the runs had their data from, for the digests; data that cannot be read now are left out
[[nodiscard]] Provenance provenanceOf(const ExperimentResults& results, experiment::Inputs& inputs);

/// Writes a run's folder: runs.csv, epochs.csv, steps.csv, deployments.csv, packed.csv, histograms.csv, summary.csv,
/// telemetry.csv, layers.csv, exponents.csv, diagnoses.csv, first_nonfinite.csv, weights/, packed/, specification.json
/// and provenance.json. Runs that never began have no line.
/// @param inputs  where the runs had their data from, for the digests
/// @throws InputError that names what cannot be written; all else is
void writeResults(const ExperimentResults& results, experiment::Inputs& inputs, const std::filesystem::path& folder);

} // namespace roundoff::store
