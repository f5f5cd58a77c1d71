// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/store/results.h"

namespace roundoff::app {

/// Draws an experiment's figures without a display.
/// @param formats  any of svg, png, pdf
/// @throws InputError if a file cannot be written
void writeFigures(const store::ExperimentResults& results, const std::string& folder,
                  const std::vector<std::string>& formats);

} // namespace roundoff::app
