// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "core/experiment/experiment_spec.h"
#include "ui/results/results_report.h"

namespace roundoff::ui {

/// What one comparison shows. Equivalence is tested at the 5 % level; differences at 5 % over the number of comparisons
/// (Bonferroni), because any one of several could be a chance find.
struct ComparisonOutcome {
    bool equivalent = false;
    bool different = false;
    bool tested = false; ///< Whether there were repeats enough to say anything.
};

[[nodiscard]] ComparisonOutcome judge(const experiment::Comparison& comparison, std::size_t comparisons);

/// What the results say of one metric, as a statistician would put it: which groups are equivalent to their baseline
/// within the margin, which differ, and of which nothing was shown; with the tests' names, p-values and repeats.
/// @param lines    of one metric
/// @param repeats  the experiment's: how the repeats are called, and whether they share training data
[[nodiscard]] QString statement(const std::vector<SummaryLine>& lines, const experiment::Repeats& repeats);

} // namespace roundoff::ui
