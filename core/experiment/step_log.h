// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/merging_log.h"
#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// The steps of a run.
class StepLog : public MergingLog<MetricPoint> {
public:
    static constexpr std::size_t kDefaultCapacity = 16384;

    explicit StepLog(std::size_t capacity = kDefaultCapacity) : MergingLog(capacity) {}
};

} // namespace roundoff::experiment
