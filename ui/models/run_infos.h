// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "core/experiment/plan.h"
#include "ui/charts/run_info.h"
#include "ui/charts/series_style.h"

namespace roundoff::ui {

/// The name under which a precision has its colour.
[[nodiscard]] QString precisionName(const nn::PrecisionPolicy& policy);

/// What charts and tables know of the runs of a plan, in its order.
[[nodiscard]] QList<RunInfo> runInfos(const experiment::Plan& plan);

/// The style of each run's group, by run.
[[nodiscard]] QList<SeriesStyle> runStyles(const QList<RunInfo>& runs, bool dark);

} // namespace roundoff::ui
