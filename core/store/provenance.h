// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace roundoff::store {

/// Where results come from: program, compiler, processor, instruction set, threads, data.
struct Provenance {
    std::string version;
    std::string compiler;
    std::string system;
    std::string processor;
    std::string target;       ///< The kernels' instruction set.
    bool reproducible = true; ///< Whether the bits are those of every CPU with fused multiply-add.
    unsigned threads = 1;     ///< Runs at the same time.
    unsigned cores = 1;
    /// How many threads of all programs wanted a core on average over the last minute, this program's included: above
    /// the number of cores, times say little. None where the system does not tell.
    std::optional<double> load;
    std::string finished;                                               ///< UTC, ISO 8601.
    std::map<std::string, std::map<std::string, std::string>> datasets; ///< Digests by file, by data set.
};

/// What is known of this program and machine, now.
[[nodiscard]] Provenance currentProvenance(unsigned threads);

[[nodiscard]] nlohmann::ordered_json toJson(const Provenance& provenance);

/// The time now, UTC: "2024-05-31T12:00:00Z".
[[nodiscard]] std::string utcNow();

/// The program's version: "0.1.0".
[[nodiscard]] std::string programVersion();

} // namespace roundoff::store
