// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/charts/chart_choice.h"
#include "ui/charts/metric_history.h"

namespace roundoff::ui {

/// All values behind a chart as tab-separated text, a row for each run and epoch or step, with a heading; dot decimals
/// in the shortest form that reads back the same bits.
[[nodiscard]] QString metricTable(const MetricHistory& history, const ChartChoice& choice);

} // namespace roundoff::ui
