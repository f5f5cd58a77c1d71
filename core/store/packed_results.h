// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/deploy/deployment.h"
#include "core/store/results.h"

namespace roundoff::store {

/// The packed weights of one deployment of one run, as they were written.
struct PackedDeployment {
    std::string run;
    deploy::Deployment deployment;
    int bitsPerWeight = 0;
    std::size_t weights = 0;
    std::size_t payloadBytes = 0; ///< Of the codes.
    std::size_t fileBytes = 0;    ///< Of the whole file, metadata included.
    std::string file;             ///< Within the folder: packed/<run>-DEC3-toward-zero.safetensors
};

/// Writes the weights of all deployments to decimals, but not of activations, of runs that are done into `packed/` of a
/// run's folder. Weights that cannot be packed (NaN, say) are left out.
/// @throws InputError if a file cannot be written
[[nodiscard]] std::vector<PackedDeployment> writePackedDeployments(const ExperimentResults& results,
                                                                   const std::filesystem::path& folder);

/// packed.csv
[[nodiscard]] std::string packedTable(std::span<const PackedDeployment> packed);

} // namespace roundoff::store
