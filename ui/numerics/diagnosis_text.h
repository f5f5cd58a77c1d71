// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>

#include "core/experiment/run_result.h"
#include "core/experiment/run_spec.h"

namespace roundoff::ui {

/// A sentence of a diagnosis in the language of the window, its words for roles and operations too.
[[nodiscard]] QString diagnosisText(const experiment::Sentence& sentence);

/// What went wrong in a run in one sentence: that of its first diagnosis; without one, of an end that was not its own.
/// Empty for a run without trouble.
[[nodiscard]] QString whatWentWrong(const experiment::RunResult& result);

/// Where the first value that is not finite was; nothing without one, or if a diagnosis says the same.
[[nodiscard]] std::optional<QString> firstNonFiniteText(const experiment::RunSpec& run,
                                                        const experiment::RunResult& result);

} // namespace roundoff::ui
