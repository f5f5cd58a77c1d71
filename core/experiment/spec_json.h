// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

/// The most bytes that a specification may have.
inline constexpr std::size_t kMaxSpecificationBytes = std::size_t{4} << 20U;

/// Reads a specification. Fields left out have their defaults.
/// @param text  JSON
/// @param source  a file's name, for messages
/// @throws InputError with line and column, or with the path of a field that is unknown, ill-typed or out of range.
/// What it quotes of the text is short and on one line
[[nodiscard]] ExperimentSpec parseSpecification(std::string_view text, std::string_view source);

/// The same from JSON values.
[[nodiscard]] ExperimentSpec specificationFromJson(const Json& json);

/// Every field of a specification, in the order of the table; reads back to an equal one.
[[nodiscard]] Json toJson(const ExperimentSpec& spec);
[[nodiscard]] Json toJson(const RunSpec& run);

/// Sets a field, a part of the precision ("precision.gradients") or a group in a run's JSON. A group keeps what the
/// value does not name.
/// @throws InputError if the path leads into a value that has no members
void setAtPath(Json& run, const std::string& path, const Json& value);

/// Applies "path=value" to a specification's JSON; the value is JSON, or else text. A list where the field takes none
/// makes an axis.
/// @throws InputError
void applyOverride(ExperimentSpec& spec, std::string_view assignment);

} // namespace roundoff::experiment
