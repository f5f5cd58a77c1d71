// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/experiment/run_result.h"

namespace roundoff::experiment {

/// The steps of a run in bounded memory: all of them until there are too many, and from then on means of 2, 4, 8, ...
/// neighbouring ones (see `merged`).
class StepLog {
public:
    static constexpr std::size_t kDefaultCapacity = 16384;

    /// @param capacity  the most points to keep, even and at least 2
    explicit StepLog(std::size_t capacity = kDefaultCapacity) : capacity_(capacity) {}

    void add(const MetricPoint& step);
    /// The points, oldest first; the last may stand for fewer steps than the others.
    [[nodiscard]] std::vector<MetricPoint> points() const;

private:
    void halve();

    std::size_t capacity_;
    std::uint32_t stride_ = 1; // steps to a point
    std::vector<MetricPoint> points_;
    std::optional<MetricPoint> open_; // of fewer than `stride_` steps
};

} // namespace roundoff::experiment
