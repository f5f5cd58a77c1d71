// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/experiment/spec_json.h"
#include "core/experiment/sweep.h"
#include "core/store/csv.h"
#include "core/store/experiment_file.h"
#include "tests/experiment/small_experiment.h"
#include "tests/experiment/synthetic_inputs.h"
#include "tests/store/raw_database.h"

namespace roundoff::test {

/// What SQLite itself says about a file: "ok", or what is wrong with it.
inline std::string integrityOf(const std::filesystem::path& file) {
    try {
        return rawSql(file, "PRAGMA integrity_check");
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

/// Everything that a file holds of a plan, as text: its specifications, and of every run how far it has come, in bits.
inline std::string stateOf(const store::ExperimentFile& file, const experiment::Plan& plan) {
    std::ostringstream text;
    const store::StoredSpecifications specifications = file.specifications();
    text << toJson(specifications.saved).dump() << '\n';
    text << (specifications.draft ? toJson(*specifications.draft).dump() : "no draft") << '\n';
    text << (specifications.ran ? toJson(*specifications.ran).dump() : "not run") << '\n';
    const auto before = file.before(plan);
    for (std::size_t i = 0; i < before.size(); ++i) {
        text << plan.runs[i].id << ' ';
        if (const auto& result = before[i].result) {
            text << "ended " << statusName(result->status) << ' ' << result->weightsDigest << ' '
                 << result->steps.size() << ' ' << result->weights.load()->tensors.size();
            for (const auto& epoch : result->epochs) {
                text << ' ' << store::exactText(epoch.training.loss) << ' ' << store::exactText(epoch.test.loss);
            }
        } else if (const auto& checkpoint = before[i].checkpoint) {
            text << "epochs " << checkpoint->epochs.size() << " steps " << checkpoint->steps << ' '
                 << checkpoint->trainer.tensors.size();
        } else {
            text << "nothing";
        }
        text << '\n';
    }
    return text.str();
}

/// The same of a file that nobody has open; also whether it can be opened at all.
/// @throws InputError if it cannot
inline std::string stateOf(const std::filesystem::path& file, const experiment::Plan& plan) {
    return stateOf(*store::ExperimentFile::open(file), plan);
}

/// What a run gave to its journal.
struct JournalEntry {
    std::size_t run = 0;
    std::shared_ptr<const experiment::RunCheckpoint> checkpoint;
    std::shared_ptr<const experiment::RunResult> result; ///< Of a run that has ended; the checkpoint is null then.
};

/// Keeps all that the runs of a plan would have a file keep, in order.
class RecordingJournal final : public experiment::RunJournal {
public:
    explicit RecordingJournal(experiment::Plan plan) : plan_(std::move(plan)) {}

    void keepEpoch(const experiment::PlannedRun& run,
                   std::shared_ptr<const experiment::RunCheckpoint> checkpoint) noexcept override {
        const std::lock_guard lock(mutex_);
        entries_.push_back({indexOf(run), std::move(checkpoint), nullptr});
    }
    std::shared_ptr<const experiment::RunResult>
    keepResult(const experiment::PlannedRun& run,
               std::shared_ptr<const experiment::RunResult> result) noexcept override {
        const std::lock_guard lock(mutex_);
        entries_.push_back({indexOf(run), nullptr, result});
        return result;
    }

    [[nodiscard]] const std::vector<JournalEntry>& entries() const { return entries_; }

private:
    [[nodiscard]] std::size_t indexOf(const experiment::PlannedRun& run) const {
        for (std::size_t i = 0; i < plan_.runs.size(); ++i) {
            if (plan_.runs[i].id == run.id) {
                return i;
            }
        }
        return plan_.runs.size();
    }

    experiment::Plan plan_;
    std::mutex mutex_;
    std::vector<JournalEntry> entries_;
};

/// All that a file is given while a plan runs on one thread.
inline std::vector<JournalEntry> journalOf(const experiment::Plan& plan) {
    const auto journal = std::make_shared<RecordingJournal>(plan);
    experiment::Sweep sweep(plan, std::make_shared<SyntheticInputs>(), 1, {{}, journal});
    sweep.start();
    sweep.wait();
    return journal->entries();
}

} // namespace roundoff::test
