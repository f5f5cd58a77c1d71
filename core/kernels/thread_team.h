// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace roundoff::kernels {

/// Threads that share the work of one run. One of them leads: it is the caller, works itself, and waits for the others
/// at the end of each job. A job is cut into parts, and who is free takes the next one; nothing that is computed may
/// depend on who takes which, so a job divides rows, columns or elements, never a sum.
///
/// Made for jobs of some ten microseconds that follow one another: the others wait for the next job with their eyes
/// open for a short while before they go to sleep. All functions are for the leading thread.
class ThreadTeam {
public:
    /// @param threads  all of them, the leading one included; at least 1. Fewer if the system has no more
    explicit ThreadTeam(unsigned threads);
    ~ThreadTeam();
    ThreadTeam(const ThreadTeam&) = delete;
    ThreadTeam& operator=(const ThreadTeam&) = delete;

    [[nodiscard]] std::size_t size() const { return others_.size() + 1; }

    /// Calls f(part) once for every part in [0, parts), at the same time and in no order, and returns when all are
    /// done. At most kMostParts of them; `f` must not throw.
    template <typename F>
    void forEachPart(std::size_t parts, const F& f) {
        if (parts <= 1 || others_.empty()) {
            for (std::size_t part = 0; part < parts; ++part) {
                f(part);
            }
            return;
        }
        run({[](const void* job, std::size_t part) { (*static_cast<const F*>(job))(part); }, &f}, parts);
    }

    static constexpr std::size_t kMostParts = 0x7FFF;

private:
    struct Job {
        void (*call)(const void* f, std::size_t part) = nullptr;
        const void* f = nullptr;
    };

    void run(Job job, std::size_t parts);
    void takeParts();
    void workUntilEnd();
    [[nodiscard]] bool waitForParts();

    // Number of the job (upper 32 bits), its parts (16 bits), and the next one to take (16 bits): what a thread takes
    // and what it belongs to cannot come apart.
    std::atomic<std::uint64_t> ticket_{0};
    std::atomic<std::size_t> done_{0};
    Job job_; // Changed only while no part is open.

    std::mutex mutex_;
    std::condition_variable woken_;
    std::atomic<int> sleeping_{0};
    std::atomic<bool> ending_{false};
    std::vector<std::thread> others_;
};

/// f(first, last) for ranges that together are [0, count), by the threads of a team, or at once where it is null or
/// there is too little for two. Ranges begin at multiples of `grain`, the least that is worth another thread.
template <typename F>
void divide(ThreadTeam* team, std::size_t count, std::size_t grain, const F& f) {
    const std::size_t grains = (count + grain - 1) / grain;
    const std::size_t parts = team == nullptr ? 1 : std::min(grains, team->size());
    if (parts <= 1) {
        if (count > 0) {
            f(std::size_t{0}, count);
        }
        return;
    }
    team->forEachPart(parts, [&](std::size_t part) {
        const std::size_t first = grains * part / parts * grain;
        const std::size_t last = std::min(grains * (part + 1) / parts * grain, count);
        f(first, last);
    });
}

} // namespace roundoff::kernels
