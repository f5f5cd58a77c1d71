// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace roundoff::store {

/// The statements that make the tables and views of an experiment file of `ExperimentFile::kVersion`. What each of them
/// holds stands in ARCHITECTURE.md.
extern const char* const kExperimentSchemaSql;

} // namespace roundoff::store
