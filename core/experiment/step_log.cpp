// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/step_log.h"

namespace roundoff::experiment {

void StepLog::add(const MetricPoint& step) {
    open_ = open_ ? merged(*open_, step) : step;
    if (open_->merged < stride_) {
        return;
    }
    if (points_.size() == capacity_) {
        halve();
        if (open_->merged < stride_) {
            return;
        }
    }
    points_.push_back(*open_);
    open_.reset();
}

std::vector<MetricPoint> StepLog::points() const {
    std::vector<MetricPoint> all = points_;
    if (open_) {
        all.push_back(*open_);
    }
    return all;
}

void StepLog::halve() {
    for (std::size_t i = 0; i < points_.size() / 2; ++i) {
        points_[i] = merged(points_[2 * i], points_[2 * i + 1]);
    }
    points_.resize(points_.size() / 2);
    stride_ *= 2;
}

} // namespace roundoff::experiment
