// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/store/results.h"

namespace roundoff::app {

/// What the program's exit code says.
enum ExitCode : int { kDone = 0, kRunFailed = 1, kBadInput = 2, kInterrupted = 130 };

/// Draws a run's figures into a folder in the given formats (svg, png, pdf).
/// @throws InputError if they cannot be written
using FigureWriter = std::function<void(const store::ExperimentResults&, const std::string& folder,
                                        const std::vector<std::string>& formats)>;

/// Opens the window, with a file or without ("").
/// @return the exit code
using WindowOpener = std::function<int(const std::string& file)>;

/// What the command line needs of the parts that have a window toolkit; either may be empty.
struct Frontend {
    WindowOpener openWindow;
    FigureWriter writeFigures;
};

/// Runs the program.
/// @param arguments  without the program's name
/// @return the exit code
int runCommandLine(const std::vector<std::string>& arguments, const Frontend& frontend);

} // namespace roundoff::app
