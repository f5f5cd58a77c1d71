// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/store/results.h"

namespace roundoff::ui {

// The numbers behind an experiment's figures, as HTML; each is empty without data for it.

/// Mean test accuracy of each group and deployment with its interval, and the comparison with the baseline.
[[nodiscard]] QString accuracyTable(const store::ExperimentResults& results);
/// Seconds of training and evaluation of each group, native or emulated.
[[nodiscard]] QString timeTable(const store::ExperimentResults& results);
/// Size of the weights of the first finished run after each decimal rounding, packed, beside FP32.
[[nodiscard]] QString packedTable(const store::ExperimentResults& results);
/// Loss scales and skipped steps of each group that uses loss scaling.
[[nodiscard]] QString lossScaleTable(const store::ExperimentResults& results);

} // namespace roundoff::ui
