// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/experiment/experiment_spec.h"
#include "core/experiment/plan.h"
#include "core/store/experiment_file.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

// Tables roundoff, specification, provenance and plan: what belongs to the experiment as a whole. All throw
// sqlite::DatabaseError; readers, also for rows that cannot be.

/// Which specification.
enum class SpecificationKind : std::uint8_t { Saved, Draft, Ran };

/// Which program made the file, and when.
void writeOrigin(sqlite::Database& database);

/// Puts it in the place of the one that is there; nullopt removes that.
void writeSpecification(sqlite::Database& database, SpecificationKind kind,
                        const std::optional<experiment::ExperimentSpec>& specification);
/// @throws InputError also if it is no specification
[[nodiscard]] std::optional<experiment::ExperimentSpec> readSpecification(sqlite::Database& database,
                                                                          SpecificationKind kind);

/// All of them.
/// @throws InputError also if there is none that was saved
[[nodiscard]] StoredSpecifications readSpecifications(sqlite::Database& database);

/// A sweep is about to begin on this machine.
/// @param threads  runs at a time
/// @return its provenance's id
std::int64_t writeProvenance(sqlite::Database& database, unsigned threads);
/// How many runs at a time the last sweep had; 1 without one.
[[nodiscard]] unsigned readThreads(sqlite::Database& database);

void writePlan(sqlite::Database& database, const experiment::Plan& plan);

} // namespace roundoff::store
