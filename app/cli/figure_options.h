// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace CLI { // NOLINT(readability-identifier-naming): the library's own name
class App;
}

namespace roundoff::app {

/// Gives a command the options that say how large figures are: --figure-size, --figure-font, --figure-dpi.
void addFigureSheet(CLI::App& command, FigureSheet& sheet);

} // namespace roundoff::app
