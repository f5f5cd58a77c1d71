// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace roundoff::app {

struct RunOptions {
    std::string specification; ///< A file, or a preset's name.
    std::string out;
    unsigned threads = 0; ///< 0: as many as there are cores.
    std::vector<std::string> figures;
    std::vector<std::string> overrides; ///< "path=value"
    bool quiet = false;
};

/// Each command throws InputError for what its user got wrong, and otherwise returns the exit code.
[[nodiscard]] int runExperiment(const RunOptions& options, const FigureWriter& writeFigures);

[[nodiscard]] int listPresets(bool json, std::ostream& out);
[[nodiscard]] int listFormats(bool json, std::ostream& out);

struct ConvertOptions {
    std::string format;
    std::string rounding = "nearest-even";
    std::optional<std::string> overflow; ///< Without one, the format's default.
    std::string subnormals = "keep";
    std::uint64_t seed = 1; ///< For stochastic rounding.
};

/// Reads one number a line and writes its code and value in the format.
[[nodiscard]] int convertNumbers(const ConvertOptions& options, std::istream& in, std::ostream& out);

[[nodiscard]] int verifyNumerics(std::ostream& out);

} // namespace roundoff::app
