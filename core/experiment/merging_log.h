// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
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

    /// All that goes on in another log.
    struct State {
        std::size_t stride = 1; ///< Points that are added to one that is kept: a power of two.
        std::vector<Point> points;
        std::optional<Point> open; ///< The last one, while it stands for fewer than `stride`.
        std::size_t inOpen = 0;    ///< How many it stands for.

        bool operator==(const State&) const = default;
    };
    [[nodiscard]] State state() const { return {stride_, points_, open_, inOpen_}; }
    /// Goes on from another log, which may have had another capacity.
    void restore(State state) {
        stride_ = state.stride;
        points_ = std::move(state.points);
        open_ = std::move(state.open);
        inOpen_ = state.inOpen;
        while (points_.size() > capacity_) {
            if (points_.size() % 2 == 1) {
                open_ = open_ ? merged(points_.back(), *open_) : points_.back();
                inOpen_ += stride_;
                points_.pop_back();
            }
            halve();
        }
    }

    /// The points, oldest first; the last may stand for fewer than the others.
    [[nodiscard]] std::vector<Point> points() const {
        std::vector<Point> all = points_;
        if (open_) {
            all.push_back(*open_);
        }
        return all;
    }

    /// Those of them that stand for as many as the others.
    [[nodiscard]] const std::vector<Point>& whole() const { return points_; }
    /// How many points each of them stands for; when it changes, all of them are others.
    [[nodiscard]] std::size_t stride() const { return stride_; }

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
