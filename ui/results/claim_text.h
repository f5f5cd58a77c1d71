// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "core/experiment/claims.h"
#include "core/experiment/sentence.h"

namespace roundoff::ui {

/// A sentence of the core in the language of the window, with its arguments in place.
/// @param context  that translators find its text in
[[nodiscard]] QString translated(const experiment::Sentence& sentence, const char* context = "Claim");

/// Several, a line each.
[[nodiscard]] QString translated(const std::vector<experiment::Sentence>& sentences);

/// Confirmed, Undecided, Contradicted, Not tested
[[nodiscard]] QString verdictText(experiment::Verdict verdict);

/// How many of each there are: "2 of 3 claims confirmed, 1 contradicted".
[[nodiscard]] QString verdictSummary(const std::vector<experiment::Verdict>& verdicts);

} // namespace roundoff::ui
