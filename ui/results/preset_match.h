// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QStringList>

#include "core/experiment/presets.h"

namespace roundoff::ui {

/// The preset that an experiment is, or was made from.
struct PresetMatch {
    experiment::Preset preset;
    QStringList changed; ///< What is set otherwise than in the preset, as the form calls it; empty if nothing is.
};

/// The preset with an equal specification, or else one of the same title.
[[nodiscard]] std::optional<PresetMatch> matchPreset(const std::vector<experiment::Preset>& presets,
                                                     const experiment::ExperimentSpec& spec);

} // namespace roundoff::ui
