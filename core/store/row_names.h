// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "core/experiment/run_result.h"
#include "core/nn/precision_policy.h"
#include "core/nn/telemetry.h"
#include "core/nn/trainer_state.h"
#include "core/store/sqlite/database.h"

namespace roundoff::store {

// What values of the core are called in the rows of an experiment file, and back again. Readers throw
// sqlite::DatabaseError for a name that is none, of the kind Damaged.

/// The largest count that a column holds.
inline constexpr std::int64_t kMaxCount = std::numeric_limits<std::uint32_t>::max();

/// What is wrong with the rows of a run, as an exception.
[[noreturn]] void failRun(const sqlite::Database& database, const std::string& run, const std::string& what);

/// "layer3"
[[nodiscard]] std::string layerText(int layer);
/// @param layers  how many the run has
[[nodiscard]] int layerFromText(const sqlite::Database& database, std::string_view text, int layers);

[[nodiscard]] nn::Role roleFromText(const sqlite::Database& database, std::string_view text);
[[nodiscard]] nn::TensorOperation operationFromText(const sqlite::Database& database, std::string_view text);

/// weights, master_weights, first_moment, second_moment
[[nodiscard]] std::string_view partText(nn::StatePart part);
[[nodiscard]] nn::StatePart partFromText(const sqlite::Database& database, std::string_view text);

/// F64 or F32, as safetensors has it.
[[nodiscard]] std::string_view containerText(bool doubleContainer);
[[nodiscard]] bool isDoubleContainer(const sqlite::Database& database, std::string_view text);

/// How far a run has come, by its row.
enum class RowStatus : std::uint8_t { Running, Done, Diverged, Stopped, Failed };
/// running, done, diverged, stopped, failed
[[nodiscard]] std::string_view statusText(RowStatus status);
[[nodiscard]] RowStatus rowStatus(experiment::RunStatus status);
[[nodiscard]] RowStatus statusFromText(const sqlite::Database& database, std::string_view text);

} // namespace roundoff::store
