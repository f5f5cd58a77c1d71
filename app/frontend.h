// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace roundoff::app {

/// The window and the figures, as far as this build has them.
/// @param argc, argv  `main`'s, which the window toolkit keeps
[[nodiscard]] Frontend makeFrontend(int argc, char** argv);

} // namespace roundoff::app
