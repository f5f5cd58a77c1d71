// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run_story.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace roundoff::ui {
namespace {

// The last point or look of a checkpoint stands for fewer steps than the others.
template <typename State>
auto pointsOf(const State& log) {
    auto all = log.points;
    if (log.open) {
        all.push_back(*log.open);
    }
    return all;
}

} // namespace

RunStory::RunStory(std::size_t run, experiment::RunBefore before) : run_(run), before_(std::move(before)) {
    if (before_.result != nullptr) {
        epochs_ = &before_.result->epochs;
        steps_ = &before_.result->steps;
        looks_ = &before_.result->telemetry;
    } else if (before_.checkpoint != nullptr) {
        stepsOfCheckpoint_ = pointsOf(before_.checkpoint->stepLog);
        looksOfCheckpoint_ = pointsOf(before_.checkpoint->telemetry.log);
        epochs_ = &before_.checkpoint->epochs;
        steps_ = &stepsOfCheckpoint_;
        looks_ = &looksOfCheckpoint_;
    }
}

std::optional<RunNews> RunStory::next() {
    if (epochs_ == nullptr) {
        return std::nullopt;
    }
    if (!std::exchange(place_.begun, true) && before_.result != nullptr) {
        return experiment::SweepEvent(experiment::RunStarted{run_});
    }
    const bool last = place_.epoch == epochs_->size();
    const auto upTo = last ? std::numeric_limits<std::uint32_t>::max()
                           : static_cast<std::uint32_t>((*epochs_)[place_.epoch].epoch);
    if (auto steps = nextStepsUpTo(upTo)) {
        return steps;
    }
    if (auto look = nextLookUpTo(upTo)) {
        return look;
    }
    if (!last) {
        return experiment::SweepEvent(experiment::EpochFinished{run_, (*epochs_)[place_.epoch++]});
    }
    if (!std::exchange(place_.ended, true) && before_.result != nullptr) {
        return experiment::SweepEvent(experiment::RunFinished{run_, before_.result});
    }
    return std::nullopt;
}

std::optional<RunNews> RunStory::nextStepsUpTo(std::uint32_t epoch) {
    constexpr std::ptrdiff_t kMostAtOnce = 4096;
    const auto first = steps_->begin() + static_cast<std::ptrdiff_t>(place_.step);
    const auto most = first + std::min<std::ptrdiff_t>(kMostAtOnce, std::distance(first, steps_->end()));
    const auto end = std::find_if(first, most, [epoch](const auto& point) { return point.epoch > epoch; });
    if (first == end) {
        return std::nullopt;
    }
    place_.step += static_cast<std::size_t>(std::distance(first, end));
    return experiment::RunMetrics{run_, {first, end}};
}

std::optional<RunNews> RunStory::nextLookUpTo(std::uint32_t epoch) {
    if (place_.look == looks_->size() || (*looks_)[place_.look].epoch > epoch) {
        return std::nullopt;
    }
    return experiment::SweepEvent(experiment::TelemetryTaken{run_, (*looks_)[place_.look++]});
}

} // namespace roundoff::ui
