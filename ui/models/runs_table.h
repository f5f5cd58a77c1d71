// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/data_table.h"

namespace roundoff::ui {

class RunsModel;

/// The table of runs.
class RunsTable : public DataTable {
    Q_OBJECT

public:
    explicit RunsTable(RunsModel& model, QWidget* parent = nullptr);
};

} // namespace roundoff::ui
