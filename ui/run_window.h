// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace roundoff::ui {

/// Opens the windows and returns the program's exit code when the last is closed. Where a person has the program open
/// already, it hands the file over to that and returns at once. There has to be a display: without one Qt ends the
/// process.
/// @param file  an experiment or a specification to open; empty to go on where the last session ended
int runWindow(int argc, char** argv, const QString& file);

} // namespace roundoff::ui
