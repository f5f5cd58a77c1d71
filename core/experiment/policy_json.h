// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

/// The largest chunk of an accumulator.
inline constexpr int kMaxChunk = 65536;

/// A policy as its name or short text (`parsePolicyText`), or as an object of roles. A role is a format's name, or an
/// object with format, rounding and overflow; the accumulator may have a chunk as well. Master weights and accumulator
/// may be null, which means none, but not in a layer. A layer that differs in nothing is left out.
/// @throws InputError with the path of what is wrong
[[nodiscard]] nn::PrecisionPolicy policyFromJson(const Json& value);

/// Its name if it has one, else the object of roles.
[[nodiscard]] Json policyToJson(const nn::PrecisionPolicy& policy);

/// Always the object of roles.
[[nodiscard]] Json policyToObject(const nn::PrecisionPolicy& policy);

} // namespace roundoff::experiment
