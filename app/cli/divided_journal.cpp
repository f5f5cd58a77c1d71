// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/divided_journal.h"

namespace roundoff::app {

void DividedJournal::add(const experiment::PlannedRun& run, experiment::PlannedRun own,
                         std::shared_ptr<RunJournal> journal) {
    owners_.insert_or_assign({run.label, run.id}, Owner{std::move(own), std::move(journal)});
}

const DividedJournal::Owner* DividedJournal::ownerOf(const experiment::PlannedRun& run) const {
    const auto found = owners_.find({run.label, run.id});
    return found != owners_.end() ? &found->second : nullptr;
}

void DividedJournal::keepEpoch(const experiment::PlannedRun& run,
                               std::shared_ptr<const experiment::RunCheckpoint> checkpoint) noexcept {
    if (const Owner* owner = ownerOf(run)) {
        owner->journal->keepEpoch(owner->run, std::move(checkpoint));
    }
}

std::shared_ptr<const experiment::RunResult>
DividedJournal::keepResult(const experiment::PlannedRun& run,
                           std::shared_ptr<const experiment::RunResult> result) noexcept {
    const Owner* owner = ownerOf(run);
    return owner != nullptr ? owner->journal->keepResult(owner->run, std::move(result)) : result;
}

} // namespace roundoff::app
