// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/run_result.h"
#include "core/experiment/run_spec.h"

namespace roundoff::experiment {

/// Why a run diverged or stalled, from what was seen inside it, and what to try: the troubles there are, what matters
/// most first. Of a run that learns only what is strong enough to be worth knowing all the same, which is mostly
/// nothing; `courseOf` tells the two apart.
/// @param result  all but its diagnoses
[[nodiscard]] std::vector<Diagnosis> diagnose(const RunSpec& run, const RunResult& result);

/// epsilon-underflow, loss-scale-collapse, ...
[[nodiscard]] std::string_view troubleName(Trouble trouble);

/// Which step, layer, role and operation had the first infinity or NaN of a run, and whether rounding made it.
[[nodiscard]] Sentence firstNonFiniteSentence(const RunSpec& run, const nn::FirstNonFinite& first);

/// A role in the middle of a sentence: "activation gradients".
[[nodiscard]] std::string_view roleWords(nn::Role role);

/// Every text that `diagnose` and `firstNonFiniteSentence` make sentences of, for translators.
[[nodiscard]] const std::vector<std::string>& diagnosisSentences();

/// Every argument of these sentences that is a word and no number or name: roles, operations, what is not finite. For
/// translators.
[[nodiscard]] const std::vector<std::string>& diagnosisWords();

} // namespace roundoff::experiment
