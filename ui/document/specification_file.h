// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/experiment/experiment_spec.h"

namespace roundoff::ui {

/// What a person finds at the first start: MNIST at FP64, FP32 and FP16, ready to run.
[[nodiscard]] experiment::ExperimentSpec defaultExperiment();

/// Reads a specification file.
/// @throws InputError that names the file and what is wrong in it
[[nodiscard]] experiment::ExperimentSpec readSpecificationFile(const QString& path);

/// Writes one, or leaves what was there.
/// @throws InputError that names the file and the system's reason
void writeSpecificationFile(const QString& path, const experiment::ExperimentSpec& specification);

} // namespace roundoff::ui
