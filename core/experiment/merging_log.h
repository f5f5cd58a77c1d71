// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace roundoff::experiment {

/// What happened in a run, in bounded memory: every point until there are too many, and from then on 2, 4, 8, ...
/// neighbouring ones as one.
/// @tparam Point  with a function `merged(earlier, later)` in its namespace
template <typename Point>
class MergingLog {
public:
    /// @param capacity  the most points to keep, even and at least 2
    explicit MergingLog(std::size_t capacity) : capacity_(capacity) {}

    void add(const Point& point) {
        open_ = open_ ? merged(*open_, point) : point;
        ++inOpen_;
        if (inOpen_ < stride_) {
            return;
        }
        if (points_.size() == capacity_) {
            halve();
            if (inOpen_ < stride_) {
                return;
            }
        }
        points_.push_back(*open_);
        open_.reset();
        inOpen_ = 0;
    }

    /// The points, oldest first; the last may stand for fewer than the others.
    [[nodiscard]] std::vector<Point> points() const {
        std::vector<Point> all = points_;
        if (open_) {
            all.push_back(*open_);
        }
        return all;
    }

private:
    void halve() {
        for (std::size_t i = 0; i < points_.size() / 2; ++i) {
            points_[i] = merged(points_[2 * i], points_[2 * i + 1]);
        }
        points_.resize(points_.size() / 2);
        stride_ *= 2;
    }

    std::size_t capacity_;
    std::size_t stride_ = 1; // added to a point
    std::vector<Point> points_;
    std::optional<Point> open_; // of fewer than `stride_`
    std::size_t inOpen_ = 0;
};

} // namespace roundoff::experiment
