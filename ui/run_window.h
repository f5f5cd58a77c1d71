// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace roundoff::ui {

/// Opens the window and returns the program's exit code when it is closed. There has to be a display: without one Qt
/// ends the process.
/// @param file  a specification to open; empty to go on where the last window was closed
int runWindow(int argc, char** argv, const QString& file);

} // namespace roundoff::ui
