// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/experiment/course.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// Runs of one group that went the same way for the same reason: one sentence for all of them.
struct GroupDiagnosis {
    std::string group;
    Course course = Course::Learned;
    std::size_t runs = 0;    ///< How many of the group this is true of.
    std::size_t planned = 0; ///< Runs of the group.
    Diagnosis diagnosis;     ///< What matters most in the first of these runs.
};

/// What matters most in each run that has a diagnosis, runs that differ in fold and seed only put together. In the
/// order of the plan.
/// @param results  by run of the plan; null for one that never began
[[nodiscard]] std::vector<GroupDiagnosis> groupDiagnoses(const Plan& plan,
                                                         std::span<const std::shared_ptr<const RunResult>> results);

/// "FP16 diverged in 3 of 5 runs"; "BF16 trained, but" of a run that learned
[[nodiscard]] std::string headline(const GroupDiagnosis& diagnosis);

} // namespace roundoff::experiment
