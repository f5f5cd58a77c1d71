// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace roundoff::kernels {

/// Instruction sets that the kernels are compiled for and this CPU has, best first: names as `useTarget` takes them
/// (avx512, avx2, sse4, neon, generic).
[[nodiscard]] std::vector<std::string> availableTargets();

/// The instruction set in use.
[[nodiscard]] std::string currentTarget();

/// Whether the instruction set in use has fused multiply-add. Without it, a run's bits differ from those of every CPU
/// that has it, and a result's provenance says so.
[[nodiscard]] bool targetHasFma();

/// Makes all kernels use one instruction set from now on, or the best one for "best". Not while kernels run.
/// @throws InputError that lists what there is
void useTarget(std::string_view name);

/// `useTarget` with the environment variable ROUNDOFF_TARGET, if it is set.
void useTargetFromEnvironment();

} // namespace roundoff::kernels
