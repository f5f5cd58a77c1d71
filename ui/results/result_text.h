// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "ui/results/results_report.h"

namespace roundoff::ui {

/// What a metric of the summary is called: "Test accuracy" for test_accuracy.
[[nodiscard]] QString metricText(const std::string& metric);

[[nodiscard]] bool isAccuracy(const std::string& metric);
[[nodiscard]] bool isTime(const std::string& metric);

/// A value of a metric with its unit, in the numbers of the window's language: "97.31 %", "3.21 s".
[[nodiscard]] QString valueText(const std::string& metric, double value);

/// The same of a difference, with its sign; of accuracies in percentage points: "−0.12 pp".
[[nodiscard]] QString differenceText(const std::string& metric, double difference);

/// A p-value: "0.003", "< 0.001".
[[nodiscard]] QString pText(double p);

/// The same inside a sentence: "p = 0.003", "p < 0.001".
[[nodiscard]] QString pRelation(double p);

/// "native" or "emulated", as a time is.
[[nodiscard]] QString timeKindText(bool native);

/// How many runs there were at a time on how many cores: what else ran while a time was taken.
[[nodiscard]] QString timeConditions(unsigned threads, std::size_t runs, int cores);

/// How runs that have no part in the statistics ended: "1 diverged, 2 not finished"; empty for none.
[[nodiscard]] QString leftOutText(const RunCounts& runs);

} // namespace roundoff::ui
