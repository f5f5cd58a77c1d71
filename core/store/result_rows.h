// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"
#include "core/store/sqlite/database.h"
#include "core/store/weight_histograms.h"

namespace roundoff::store {

// Tables deployments, diagnoses and histograms: what comes of a run when it ends. All throw sqlite::DatabaseError.

/// Puts them in the place of what is there of the run.
void writeDeployments(sqlite::Database& database, const std::string& run, const experiment::RunResult& result);
void writeDiagnoses(sqlite::Database& database, const std::string& run, const experiment::RunResult& result);
void writeHistograms(sqlite::Database& database, const std::string& run, const std::vector<WeightHistogram>& all);

/// Those of a run that is done, one for each that its specification names; of any other run maybe fewer.
/// @throws sqlite::DatabaseError also if they are not its specification's
[[nodiscard]] std::vector<experiment::DeploymentResult> readDeployments(sqlite::Database& database,
                                                                        const experiment::PlannedRun& run);

} // namespace roundoff::store
