// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/cli/command_line.h"
#include "core/experiment/inputs.h"
#include "core/store/paper_results.h"
#include "core/store/results.h"

namespace roundoff::app {

/// Draws an experiment's figures without a display.
/// @param inputs   for the images of its data set
/// @param formats  any of svg, png, pdf
/// @throws InputError if a file cannot be written
void writeFigures(const store::ExperimentResults& results, experiment::Inputs& inputs, const std::string& folder,
                  const std::vector<std::string>& formats, const FigureSheet& sheet);

/// Writes REPORT.html into a folder, and its figures into figures/ beside it, without a display.
/// @param experiments  at least one
/// @throws InputError if a file cannot be written
void writeReport(const std::vector<store::PresetResults>& experiments, experiment::Inputs& inputs,
                 const std::string& folder, const std::vector<std::string>& formats, const FigureSheet& sheet);

} // namespace roundoff::app
