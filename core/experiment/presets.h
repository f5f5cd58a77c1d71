// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/claims.h"
#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

/// A figure of the paper, and which of this program's figures shows the same.
struct PaperFigure {
    std::string number;                         ///< In the paper: "4".
    std::string kind;                           ///< Name of the figure: "accuracy", "training-time", ...
    std::string caption;                        ///< The paper's.
    std::map<std::string, std::string> options; ///< What the kind leaves open: a precision, a deployment.

    bool operator==(const PaperFigure&) const = default;
};

/// An experiment that ships with the program: a specification with an `about` object beside it.
struct Preset {
    std::string name;                 ///< The file's name without its ending: "bit-width".
    std::string summary;              ///< One sentence: what it asks.
    std::vector<PaperFigure> figures; ///< Those of the paper that it makes; empty for none.
    std::vector<std::string> choices; ///< What the paper leaves open, and what was chosen: a sentence each.
    std::vector<Claim> claims;        ///< What the paper says of them.
    ExperimentSpec spec;

    /// "4, 5"; empty for none.
    [[nodiscard]] std::string figureNumbers() const;
};

/// All presets of the first folder `<path>/presets` that there is, in the order of their names.
/// @throws InputError if one cannot be read
[[nodiscard]] std::vector<Preset> loadPresets(const std::vector<std::filesystem::path>& searchPath);

/// Those that make figures of the paper first, in the order of the figures, then the others as they are.
[[nodiscard]] std::vector<Preset> inPaperOrder(std::vector<Preset> presets);

[[nodiscard]] std::optional<Preset> findPreset(std::string_view name,
                                               const std::vector<std::filesystem::path>& searchPath);

} // namespace roundoff::experiment
