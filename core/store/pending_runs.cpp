// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pending_runs.h"

#include <utility>

namespace roundoff::store {

PendingRun& PendingRuns::of(const experiment::PlannedRun& run) {
    PendingRun& pending = runs_[run.id];
    pending.run = run;
    return pending;
}

void PendingRuns::add(const experiment::PlannedRun& run, std::shared_ptr<const experiment::RunCheckpoint> checkpoint,
                      bool keepsWeights) {
    const std::lock_guard lock(mutex_);
    PendingRun& pending = of(run);
    if (keepsWeights) {
        pending.forWeights[checkpoint->epochs.back().epoch] = checkpoint;
        std::size_t waiting = 0;
        for (const auto& [id, other] : runs_) {
            waiting += other.forWeights.size();
        }
        if (waiting > kMostForWeights && pending.forWeights.size() > 1) {
            pending.forWeights.erase(pending.forWeights.begin());
        }
    }
    pending.checkpoint = std::move(checkpoint);
    pending.ended = nullptr; // An earlier time that it was run.
}

void PendingRuns::add(const experiment::PlannedRun& run, std::shared_ptr<const EndedRun> ended) {
    const std::lock_guard lock(mutex_);
    PendingRun& pending = of(run);
    pending.ended = std::move(ended);
    if (pending.ended->result->status != experiment::RunStatus::Stopped) {
        pending.checkpoint = nullptr; // It will not go on.
    }
}

std::vector<PendingRun> PendingRuns::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<PendingRun> all;
    for (const auto& [id, pending] : runs_) {
        all.push_back(pending);
    }
    return all;
}

bool PendingRuns::has(const std::string& run) const {
    const std::lock_guard lock(mutex_);
    return runs_.contains(run);
}

void PendingRuns::remove(const PendingRun& written) {
    const std::lock_guard lock(mutex_);
    const auto found = runs_.find(written.run.id);
    if (found == runs_.end()) {
        return;
    }
    PendingRun& pending = found->second;
    if (pending.checkpoint == written.checkpoint) {
        pending.checkpoint = nullptr;
    }
    if (pending.ended == written.ended) {
        pending.ended = nullptr;
    }
    for (const auto& [epoch, checkpoint] : written.forWeights) {
        const auto waiting = pending.forWeights.find(epoch);
        if (waiting != pending.forWeights.end() && waiting->second == checkpoint) {
            pending.forWeights.erase(waiting);
        }
    }
    if (pending.checkpoint == nullptr && pending.ended == nullptr && pending.forWeights.empty()) {
        runs_.erase(found);
    }
}

} // namespace roundoff::store
