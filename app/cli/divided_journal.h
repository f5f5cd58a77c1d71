// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/experiment/run_journal.h"

namespace roundoff::app {

/// Several experiments that are run as one sweep, each kept by its own journal.
class DividedJournal final : public experiment::RunJournal {
public:
    /// Tells whose a run of the sweep is; before the sweep begins.
    /// @param run  as the sweep knows it; no two of different journals have the same label
    /// @param own  as its experiment knows it
    void add(const experiment::PlannedRun& run, experiment::PlannedRun own, std::shared_ptr<RunJournal> journal);

    void keepEpoch(const experiment::PlannedRun& run,
                   std::shared_ptr<const experiment::RunCheckpoint> checkpoint) noexcept override;
    [[nodiscard]] std::shared_ptr<const experiment::RunResult>
    keepResult(const experiment::PlannedRun& run,
               std::shared_ptr<const experiment::RunResult> result) noexcept override;

private:
    struct Owner {
        experiment::PlannedRun run;
        std::shared_ptr<RunJournal> journal;
    };
    [[nodiscard]] const Owner* ownerOf(const experiment::PlannedRun& run) const;

    std::map<std::pair<std::string, std::string>, Owner> owners_; // By label and id.
};

} // namespace roundoff::app
