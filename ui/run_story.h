// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "core/experiment/sweep.h"

namespace roundoff::ui {

/// What a sweep tells: events, and steps between them.
using RunNews = std::variant<experiment::RunMetrics, experiment::SweepEvent>;

/// What is there of a run, told as a sweep would have told it, in pieces that are quickly taken in: the steps and looks
/// of an epoch before its end. Of a run that is going to go on from a checkpoint there is neither a beginning nor an
/// end.
class RunStory {
public:
    /// Nothing is told of a run of which there is nothing.
    /// @param run  its index in the plan
    RunStory(std::size_t run, experiment::RunBefore before);
    RunStory(const RunStory&) = delete; // It points into itself.
    RunStory& operator=(const RunStory&) = delete;

    [[nodiscard]] std::size_t run() const { return run_; }

    /// The next piece; nothing after the last one.
    [[nodiscard]] std::optional<RunNews> next();

private:
    struct Place {
        bool begun = false;
        std::size_t step = 0;
        std::size_t look = 0;
        std::size_t epoch = 0;
        bool ended = false;
    };

    [[nodiscard]] std::optional<RunNews> nextStepsUpTo(std::uint32_t epoch);
    [[nodiscard]] std::optional<RunNews> nextLookUpTo(std::uint32_t epoch);

    std::size_t run_;
    experiment::RunBefore before_;
    std::vector<experiment::MetricPoint> stepsOfCheckpoint_;
    std::vector<nn::TelemetrySample> looksOfCheckpoint_;
    // Those of the result, or of the checkpoint.
    const std::vector<experiment::EpochResult>* epochs_ = nullptr;
    const std::vector<experiment::MetricPoint>* steps_ = nullptr;
    const std::vector<nn::TelemetrySample>* looks_ = nullptr;
    Place place_;
};

} // namespace roundoff::ui
