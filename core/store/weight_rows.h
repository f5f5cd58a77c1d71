// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/experiment/run_spec.h"
#include "core/nn/kept_weights.h"
#include "core/nn/weights.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

// Table weights: those of a run after some of its epochs. All throw sqlite::DatabaseError; readers, also for rows that
// are not the tensors of the run's network.

/// Puts them in the place of what is there of that epoch.
void writeWeights(sqlite::Database& database, const std::string& run, int epoch, const nn::WeightSnapshot& weights);
/// Removes those of an epoch and of all after it.
void removeWeights(sqlite::Database& database, const std::string& run, int fromEpoch);

/// Epochs in order.
[[nodiscard]] std::vector<int> readWeightEpochs(sqlite::Database& database, const std::string& run);
/// The shapes alone, which takes no time; none if there are no weights of that epoch.
[[nodiscard]] std::vector<nn::KeptWeights::Shape> readWeightShapes(sqlite::Database& database, const std::string& run,
                                                                   int epoch, const experiment::RunSpec& spec);
/// No tensors if there are no weights of that epoch.
[[nodiscard]] nn::WeightSnapshot readWeights(sqlite::Database& database, const std::string& run, int epoch,
                                             const experiment::RunSpec& spec);

/// @throws sqlite::DatabaseError if these are not the tensors of the run's network
void requireNetwork(const sqlite::Database& database, const std::string& run, const nn::WeightSnapshot& weights,
                    const experiment::RunSpec& spec);

} // namespace roundoff::store
