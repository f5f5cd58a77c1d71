// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <ostream>
#include <span>

#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"

namespace roundoff::app {

/// Tells why runs diverged or stalled and what to try: two lines for each group of runs with the same trouble, none for
/// runs without one.
void showWhy(std::ostream& out, const experiment::Plan& plan,
             std::span<const std::shared_ptr<const experiment::RunResult>> results);

} // namespace roundoff::app
