// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "core/experiment/merging_log.h"
#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// The steps of a run.
class StepLog : public MergingLog<MetricPoint> {
public:
    static constexpr std::size_t kDefaultCapacity = 16384;

    /// Points to keep of each of so many runs: very many of them share the memory of a few hundred.
    [[nodiscard]] static std::size_t capacityFor(std::size_t runs) {
        constexpr std::size_t kMostPoints = 4'000'000; // 190 MB
        constexpr std::size_t kLeast = 256;
        return std::clamp(kMostPoints / std::max<std::size_t>(runs, 1), kLeast, kDefaultCapacity) / 2 * 2;
    }

    explicit StepLog(std::size_t capacity = kDefaultCapacity) : MergingLog(capacity) {}
};

} // namespace roundoff::experiment
