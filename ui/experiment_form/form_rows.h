// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ui/experiment_form/chips_row.h"
#include "ui/experiment_form/text_row.h"

namespace roundoff::ui {

class ExperimentDocument;

/// The deployments that every run evaluates.
[[nodiscard]] ChipsRow* makeDeploymentsRow(ExperimentDocument& document, QWidget* parent);

/// An axis over a group of fields, or over a role of the precision.
[[nodiscard]] ChipsRow* makeAxisRow(const std::string& path, ExperimentDocument& document, QWidget* parent);

[[nodiscard]] TextRow* makeTitleRow(ExperimentDocument& document, QWidget* parent);
[[nodiscard]] TextRow* makeFoldsRow(ExperimentDocument& document, QWidget* parent);
[[nodiscard]] TextRow* makeSeedsRow(ExperimentDocument& document, QWidget* parent);

} // namespace roundoff::ui
