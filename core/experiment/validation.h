// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

/// Layers for which a policy has formats, but which a network with so many layers has not.
[[nodiscard]] std::vector<std::string> missingLayers(const nn::PrecisionPolicy& policy, std::size_t layers);

/// Looks for what single fields cannot know: overrides of layers that the network has not, more memory than this
/// machine has.
/// @throws InputError naming the path
void validateRun(const RunSpec& run);

/// Things that work but are hardly meant, one sentence each: a threshold that varies while nothing is clipped, say.
struct Advice {
    std::string path;
    std::string text;

    bool operator==(const Advice&) const = default;
};
[[nodiscard]] std::vector<Advice> advise(const ExperimentSpec& spec);

/// Bytes of this machine's memory; 0 if it does not say.
[[nodiscard]] double physicalMemory();

} // namespace roundoff::experiment
