// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/deploy/deployment.h"
#include "core/experiment/experiment_spec.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"
#include "core/experiment/sentence.h"

namespace roundoff::experiment {

/// What is asked of the results to test a claim.
enum class CheckKind : std::uint8_t {
    Equivalent,           ///< A metric of every group lies within a margin of the baseline group's.
    SameTime,             ///< A time of every group lies within a factor of the baseline group's.
    NotBelow,             ///< A metric of no group lies below the baseline group's by a margin or more.
    Less,                 ///< A metric of one group lies below the baseline group's.
    Highest,              ///< One group has the highest mean of a metric.
    Lowest,               ///< One group has the lowest.
    DeploymentEquivalent, ///< Accuracy after deployments lies within a margin of that of the trained weights.
    DeploymentBetter,     ///< Accuracy after the first deployment is above that after the second.
    DeploymentSteady,     ///< No run's accuracy changes by more than a margin through the deployments.
    Within                ///< A number lies between two bounds.
};

/// How a claim is tested. Which fields a kind uses is said with them.
struct Check {
    CheckKind kind = CheckKind::Equivalent;
    /// test_accuracy, validation_accuracy, train_loss, train_seconds or eval_seconds; for Within also
    /// distinct_values, bits_per_weight, sqnr_db (of a deployment) and max_abs_weight.
    std::string metric;
    std::string along;         ///< Path of the axis along which groups are compared (not: Deployment*, Within).
    std::optional<Json> value; ///< Value on that axis: the baseline's; of Less, Highest and Lowest the group's own.
    std::optional<Json> than;  ///< Less: the baseline's value.
    std::map<std::string, Json> where; ///< Only groups with these values on other axes.
    std::vector<Json> among;           ///< Only these values along the axis; empty for all.
    std::vector<deploy::Deployment> deployments;
    double margin = 0.0; ///< Equivalent, Deployment*: of the metric. SameTime: a factor above 1.
    double low = -std::numeric_limits<double>::infinity(); ///< Within; one of the two may be left out.
    double high = std::numeric_limits<double>::infinity();

    bool operator==(const Check&) const = default;
};

/// A sentence of the paper, and how this program tests it.
struct Claim {
    std::string figure; ///< "4"
    std::string said;   ///< The paper's words.
    std::string aspect; ///< Which part of them is tested, where they say several things; mostly empty.
    Check check;

    bool operator==(const Claim&) const = default;
};

/// Reads the `claims` of a preset.
/// @throws InputError with the path of what is wrong
[[nodiscard]] std::vector<Claim> claimsFromJson(const Json& json);

enum class Verdict : std::uint8_t {
    Confirmed,    ///< The results show what the claim says, at the 5 % level.
    Undecided,    ///< They show neither it nor its contrary.
    Contradicted, ///< They show the contrary, at the 5 % level.
    NotTested     ///< They say nothing of it: runs are missing, or times are emulated.
};

/// confirmed, undecided, contradicted, not tested
[[nodiscard]] std::string_view verdictName(Verdict verdict);

struct Finding {
    Verdict verdict = Verdict::NotTested;
    std::vector<Sentence> measured; ///< What was measured here, with its uncertainty.
};

/// What must be measured for the claim to be confirmed, in a sentence.
[[nodiscard]] Sentence criterion(const Check& check);

/// Tests a claim on the runs that are done. Groups are compared pairwise over the repeats they share; where several
/// comparisons could contradict a claim, the level is divided by their number (Bonferroni). A claim about runs of which
/// some are missing or diverged is never confirmed.
/// @param results  by run of the plan; null where there is none
[[nodiscard]] Finding checkClaim(const Claim& claim, const Plan& plan,
                                 std::span<const std::shared_ptr<const RunResult>> results);

} // namespace roundoff::experiment
