// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/thread_team.h"

#include <cassert>
#include <system_error>

#include <hwy/cache_control.h>

namespace roundoff::kernels {
namespace {

// How often to look before going to sleep: some ten microseconds, longer than what lies between most jobs of a step.
constexpr int kLooks = 2000;
// How often the leader looks before it lets others use its core: one of its own may be waiting for just that.
constexpr int kLooksBeforeYield = 20'000;

constexpr std::uint64_t kPartBits = 16;
constexpr std::uint64_t kPartMask = (std::uint64_t{1} << kPartBits) - 1;

constexpr std::size_t nextPart(std::uint64_t ticket) {
    return static_cast<std::size_t>(ticket & kPartMask);
}
constexpr std::size_t partsOf(std::uint64_t ticket) {
    return static_cast<std::size_t>((ticket >> kPartBits) & kPartMask);
}
constexpr bool isOpen(std::uint64_t ticket) {
    return nextPart(ticket) < partsOf(ticket);
}

} // namespace

ThreadTeam::ThreadTeam(unsigned threads) {
    const unsigned others = std::max(threads, 1U) - 1;
    others_.reserve(others);
    try {
        for (unsigned i = 0; i < others; ++i) {
            others_.emplace_back([this] { workUntilEnd(); });
        }
    } catch (const std::system_error&) {
        // Fewer threads than wanted are as right, and only slower.
    }
}

ThreadTeam::~ThreadTeam() {
    {
        const std::lock_guard lock(mutex_);
        ending_.store(true);
    }
    woken_.notify_all();
    for (std::thread& thread : others_) {
        thread.join();
    }
}

void ThreadTeam::run(Job job, std::size_t parts) {
    assert(parts <= kMostParts);
    job_ = job;
    done_.store(0, std::memory_order_relaxed);
    const std::uint64_t number = (ticket_.load(std::memory_order_relaxed) >> 32U) + 1;
    // Ordered with the look at who sleeps, as their going to sleep is with the look at the ticket: one sees the other.
    ticket_.store(number << 32U | std::uint64_t{parts} << kPartBits);
    if (sleeping_.load() > 0) {
        { const std::lock_guard lock(mutex_); }
        woken_.notify_all();
    }
    takeParts();
    int looks = 0;
    while (done_.load(std::memory_order_acquire) != parts) {
        if (++looks < kLooksBeforeYield) {
            hwy::Pause();
        } else {
            std::this_thread::yield();
        }
    }
}

// Takes parts of the job that is open until none is left. A job ends only when all parts taken are done, so what a
// valid ticket stands for cannot change under the thread that holds it.
void ThreadTeam::takeParts() {
    while (isOpen(ticket_.load(std::memory_order_relaxed))) {
        const std::uint64_t ticket = ticket_.fetch_add(1, std::memory_order_acq_rel);
        if (!isOpen(ticket)) {
            return;
        }
        job_.call(job_.f, nextPart(ticket));
        done_.fetch_add(1, std::memory_order_release);
    }
}

void ThreadTeam::workUntilEnd() {
    while (waitForParts()) {
        takeParts();
    }
}

// Returns false at the end.
bool ThreadTeam::waitForParts() {
    for (int looks = 0; looks < kLooks; ++looks) {
        if (isOpen(ticket_.load(std::memory_order_relaxed))) {
            return true;
        }
        if (ending_.load(std::memory_order_relaxed)) {
            return false;
        }
        hwy::Pause();
    }
    std::unique_lock lock(mutex_);
    ++sleeping_;
    woken_.wait(lock, [this] { return ending_.load() || isOpen(ticket_.load()); });
    --sleeping_;
    return !ending_.load();
}

} // namespace roundoff::kernels
