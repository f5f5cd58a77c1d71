// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/experiment/run_spec.h"

namespace roundoff::experiment {

/// Objects keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// One axis of an experiment: a field's path and the values it takes, as a specification writes them.
struct Axis {
    std::string path; ///< A field ("optimiser.learningRate"), or a group ("clipping").
    std::vector<Json> values;

    bool operator==(const Axis&) const = default;
};

struct Repeats {
    int folds = 0; ///< k-fold cross-validation over the training set; 0 trains on all of it, 1 is not allowed.
    int seeds = 1; ///< Runs with training.seed, training.seed + 1, ...

    bool operator==(const Repeats&) const = default;
};

/// A base run, the axes along which it varies and how often each is repeated.
struct ExperimentSpec {
    std::string title;
    RunSpec base;
    std::vector<Axis> vary;
    Repeats repeats;

    bool operator==(const ExperimentSpec&) const = default;
};

} // namespace roundoff::experiment
