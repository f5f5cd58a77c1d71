// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

/// An experiment that ships with the program: a specification with an `about` object beside it.
struct Preset {
    std::string name;    ///< The file's name without its ending: "bit-width".
    std::string summary; ///< One sentence: what it asks.
    std::string figures; ///< Which figures of the paper it makes: "4, 5"; empty for none.
    ExperimentSpec spec;
};

/// All presets of the first folder `<path>/presets` that there is, in the order of their names.
/// @throws InputError if one cannot be read
[[nodiscard]] std::vector<Preset> loadPresets(const std::vector<std::filesystem::path>& searchPath);

[[nodiscard]] std::optional<Preset> findPreset(std::string_view name,
                                               const std::vector<std::filesystem::path>& searchPath);

} // namespace roundoff::experiment
