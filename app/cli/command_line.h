// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/experiment/inputs.h"
#include "core/store/paper_results.h"
#include "core/store/results.h"

namespace roundoff::app {

/// What the program's exit code says.
enum ExitCode : int { kDone = 0, kRunFailed = 1, kBadInput = 2, kInterrupted = 130 };

/// How large figures are printed.
struct FigureSheet {
    double widthMm = 160.0;
    double heightMm = 100.0; ///< At least.
    double fontPt = 9.0;
    int dpi = 300; ///< Of PNG.
};

/// Draws an experiment's figures into a folder in the given formats (svg, png, pdf).
/// @throws InputError if they cannot be written
using FigureWriter = std::function<void(const store::ExperimentResults&, experiment::Inputs&, const std::string& folder,
                                        const std::vector<std::string>& formats, const FigureSheet& sheet)>;

/// Writes REPORT.html, and its figures in the given formats into figures/.
/// @throws InputError if they cannot be written
using ReportWriter = std::function<void(const std::vector<store::PresetResults>&, experiment::Inputs&,
                                        const std::string& folder, const std::vector<std::string>& formats,
                                        const FigureSheet& sheet)>;

/// Opens the window, with a file or without ("").
/// @return the exit code
using WindowOpener = std::function<int(const std::string& file)>;

/// What the command line needs of the parts that have a window toolkit; either may be empty.
struct Frontend {
    WindowOpener openWindow;
    FigureWriter writeFigures;
    ReportWriter writeReport;
};

/// Runs the program.
/// @param arguments  without the program's name
/// @return the exit code
int runCommandLine(const std::vector<std::string>& arguments, const Frontend& frontend);

} // namespace roundoff::app
