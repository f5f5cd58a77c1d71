// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runs_table.h"

#include "ui/models/runs_model.h"

namespace roundoff::ui {

RunsTable::RunsTable(RunsModel& model, QWidget* parent) : DataTable(model, RunsModel::kSortRole, parent) {
    setObjectName(QStringLiteral("runsTable"));
    setAccessibleName(tr("Runs"));
}

} // namespace roundoff::ui
