// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <vector>

namespace roundoff::runtime {

/// A fixed single-producer single-consumer ring that never makes its producer wait: when it is full, points are merged
/// into one that goes out as soon as there is room.
/// @tparam Point  trivially copyable, with a free function `Point merged(const Point&, const Point&)` found by its
/// namespace
/// @tparam kCapacity  a power of two
template <typename Point, std::size_t kCapacity>
class MetricRing {
    static_assert(std::is_trivially_copyable_v<Point>);
    static_assert((kCapacity & (kCapacity - 1)) == 0);

public:
    /// Producer only.
    void push(const Point& point) {
        if (waiting_) {
            waiting_ = merged(*waiting_, point);
            if (tryPush(*waiting_)) {
                waiting_.reset();
            }
        } else if (!tryPush(point)) {
            waiting_ = point;
        }
    }

    /// Consumer only: appends everything that is there, oldest first.
    void drain(std::vector<Point>& out) {
        const std::size_t end = written_.load(std::memory_order_acquire);
        std::size_t position = read_.load(std::memory_order_relaxed);
        for (; position != end; ++position) {
            out.push_back(slots_[position % kCapacity]);
        }
        read_.store(position, std::memory_order_release);
    }

    /// Consumer, once it knows that the producer has ended: the same, and the merged point that may still wait.
    void drainRest(std::vector<Point>& out) {
        drain(out);
        if (waiting_) {
            out.push_back(*waiting_);
            waiting_.reset();
        }
    }

private:
    bool tryPush(const Point& point) {
        const std::size_t position = written_.load(std::memory_order_relaxed);
        if (position - read_.load(std::memory_order_acquire) == kCapacity) {
            return false;
        }
        slots_[position % kCapacity] = point;
        written_.store(position + 1, std::memory_order_release);
        return true;
    }

    // Apart from each other, so that the two threads do not write to one cache line.
    alignas(64) std::atomic<std::size_t> written_{0};
    alignas(64) std::atomic<std::size_t> read_{0};
    alignas(64) std::optional<Point> waiting_; // The producer's, until it has ended.
    std::array<Point, kCapacity> slots_{};
};

} // namespace roundoff::runtime
