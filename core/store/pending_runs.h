// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/experiment/plan.h"
#include "core/experiment/run_checkpoint.h"
#include "core/store/run_writer.h"

namespace roundoff::store {

/// What one run has left behind that is not yet written.
struct PendingRun {
    experiment::PlannedRun run;
    std::shared_ptr<const experiment::RunCheckpoint> checkpoint; ///< The newest; null if it is written.
    /// Those of earlier epochs whose weights are to be kept, by epoch.
    std::map<int, std::shared_ptr<const experiment::RunCheckpoint>> forWeights;
    std::shared_ptr<const EndedRun> ended; ///< Null while it goes on.
};

/// What waits to be written, so that nothing is lost while it cannot be: of each run the newest checkpoint only. Safe
/// for several threads; nobody waits in it for a disk.
class PendingRuns {
public:
    /// Epochs whose weights wait, over all runs; beyond that the earliest of the run are given up.
    static constexpr std::size_t kMostForWeights = 64;

    /// @param keepsWeights  of this epoch
    void add(const experiment::PlannedRun& run, std::shared_ptr<const experiment::RunCheckpoint> checkpoint,
             bool keepsWeights);
    void add(const experiment::PlannedRun& run, std::shared_ptr<const EndedRun> ended);

    [[nodiscard]] std::vector<PendingRun> all() const;
    /// Whether anything of a run waits.
    [[nodiscard]] bool has(const std::string& run) const;
    /// Forgets what has been written, unless something newer has taken its place.
    void remove(const PendingRun& written);

private:
    PendingRun& of(const experiment::PlannedRun& run);

    mutable std::mutex mutex_;
    std::map<std::string, PendingRun> runs_;
};

} // namespace roundoff::store
