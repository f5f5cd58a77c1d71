// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace roundoff::app {

/// What every command that trains understands.
struct TrainingOptions {
    std::string out;
    unsigned threads = 0;             ///< 0: as many as there are cores.
    std::vector<std::string> figures; ///< Files of figures to write: svg, png, pdf.
    FigureSheet sheet;
    std::vector<std::string> overrides; ///< "path=value"; of `paper` for every experiment.
    bool quiet = false;
    bool resume = false; ///< Go on with the experiment file in `out`, if there is one.
};

struct RunOptions {
    std::string specification; ///< A file (a specification or an experiment), or a preset's name.
    TrainingOptions training;
};

/// Each command throws InputError for what its user got wrong, and otherwise returns the exit code.
[[nodiscard]] int runExperiment(const RunOptions& options, const FigureWriter& writeFigures);

/// Runs every experiment of the paper and writes each one's results, their figures and REPORT.html.
[[nodiscard]] int reproducePaper(const TrainingOptions& options, const ReportWriter& writeReport);

[[nodiscard]] int listPresets(bool json, std::ostream& out);
[[nodiscard]] int listFormats(bool json, std::ostream& out);

struct ConvertOptions {
    std::string format;
    std::string rounding = "nearest-even";
    std::optional<std::string> overflow; ///< Without one, the format's default.
    std::string subnormals = "keep";
    std::uint64_t seed = 1; ///< For stochastic rounding.
    bool scales = false;    ///< Whether shared scales are written, too.
};

/// Reads one number a line and writes its code and value in the format. Formats whose values share scales take all
/// lines as one tensor of one row.
/// @param scales  where the scales go if they are asked for: see `convertTogether`
[[nodiscard]] int convertNumbers(const ConvertOptions& options, std::istream& in, std::ostream& out,
                                 std::ostream& scales);

struct PackOptions {
    std::string weights; ///< A safetensors file.
    std::string format;
    std::string rounding = "nearest-even";
    std::optional<int> bits; ///< Of a code; without, as few as will do.
    std::uint64_t seed = 1;  ///< For stochastic rounding.
    std::string out;
};

/// Rounds weights, packs them into a file and prints how many bytes that took.
[[nodiscard]] int packWeights(const PackOptions& options, std::ostream& out);

struct UnpackOptions {
    std::string file; ///< Of packed weights.
    std::string out;
};

/// Writes packed weights as a plain safetensors file.
[[nodiscard]] int unpackWeights(const UnpackOptions& options, std::ostream& out);

[[nodiscard]] int verifyNumerics(std::ostream& out);

} // namespace roundoff::app
