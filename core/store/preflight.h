// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/inputs.h"
#include "core/experiment/plan.h"

namespace roundoff::store {

/// Reads all that the runs of a plan need and checks that it fits, so that a mistake is told before the first run and
/// before anything is written.
/// @throws InputError
void preflight(const experiment::Plan& plan, experiment::Inputs& inputs);

} // namespace roundoff::store
