// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/store/measurements.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

// The rows of one run in the tables of what was measured. All throw sqlite::DatabaseError; readers, also for rows that
// cannot be.

/// Brings the rows from what they are to what they should be: after an epoch only what is new is written.
/// @param before  what the rows hold; null for anything, which is removed
void writeMeasurements(sqlite::Database& database, const std::string& run, const Measurements* before,
                       const Measurements& now);
[[nodiscard]] Measurements readMeasurements(sqlite::Database& database, const std::string& run,
                                            const MeasurementLimits& limits);

// Its parts: tables epochs and steps; telemetry and layers; exponents; first_nonfinite.
void writeEpochs(sqlite::Database& database, const std::string& run, const Measurements& before,
                 const Measurements& now);
void writeSteps(sqlite::Database& database, const std::string& run, const Measurements& before,
                const Measurements& now);
void writeTelemetry(sqlite::Database& database, const std::string& run, const Measurements& before,
                    const Measurements& now);
void writeExponents(sqlite::Database& database, const std::string& run, const Measurements& before,
                    const Measurements& now);
void writeFirstNonFinite(sqlite::Database& database, const std::string& run, const Measurements& before,
                         const Measurements& now);

[[nodiscard]] std::vector<experiment::EpochResult> readEpochs(sqlite::Database& database, const std::string& run,
                                                              const MeasurementLimits& limits);
[[nodiscard]] std::vector<experiment::MetricPoint> readSteps(sqlite::Database& database, const std::string& run,
                                                             const MeasurementLimits& limits);
[[nodiscard]] std::vector<nn::TelemetrySample> readTelemetry(sqlite::Database& database, const std::string& run,
                                                             const MeasurementLimits& limits);
[[nodiscard]] std::vector<nn::ExponentTelemetry> readExponents(sqlite::Database& database, const std::string& run,
                                                               const MeasurementLimits& limits);
[[nodiscard]] std::optional<nn::FirstNonFinite> readFirstNonFinite(sqlite::Database& database, const std::string& run,
                                                                   const MeasurementLimits& limits);

} // namespace roundoff::store
