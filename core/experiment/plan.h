// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

/// One run of an experiment.
struct PlannedRun {
    std::string id;    ///< Derived from `spec` alone, by `runId`: equal runs of different experiments have equal ids.
    std::string label; ///< What sets it apart: "FP16, fold 2 of 5".
    std::string group; ///< The label without its repeats: runs of one group differ only in fold and seed. The precision
                       ///< if nothing varies.
    std::map<std::string, Json> axisValues; ///< Value by axis path.
    RunSpec spec;

    bool operator==(const PlannedRun&) const = default;
};

struct Plan {
    std::vector<PlannedRun> runs;

    bool operator==(const Plan&) const = default;
};

/// The product of axes and repeats: the first axis varies slowest, repeats vary fastest.
/// @throws InputError naming the path of what is wrong, or more runs than kMaxRuns
[[nodiscard]] Plan makePlan(const ExperimentSpec& spec);

inline constexpr std::size_t kMaxRuns = 10'000;

/// A value of an axis in a label: text without quotes, an object as its values ("norm 0.5").
[[nodiscard]] std::string axisValueText(const Json& value);

/// The order in which runs are executed: the first repeat of every group, then the second of every group, and so on, as
/// indices into the plan. What changes on the machine meanwhile then meets all groups alike, which comparisons of times
/// need, and an experiment that is stopped half-way has something of each group.
[[nodiscard]] std::vector<std::size_t> executionOrder(const Plan& plan);

/// The id of a run: 12 hexadecimal digits of the SHA-256 of its canonical JSON, less what changes no bit of its result:
/// how often it is looked into.
[[nodiscard]] std::string runId(const RunSpec& run);

} // namespace roundoff::experiment
