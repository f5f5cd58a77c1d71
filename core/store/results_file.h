// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/store/results.h"

namespace roundoff::store {

/// Writes an experiment file of an experiment with what came of it. One that is at its place already is put aside,
/// unless it holds nothing but what is written. Runs that were stopped are begun anew by whoever goes on with it.
/// @throws InputError if it cannot be written
void writeResultsFile(const ExperimentResults& results, const std::filesystem::path& file);

} // namespace roundoff::store
