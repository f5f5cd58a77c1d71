// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment_spec.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_journal.h"
#include "core/experiment/sweep.h"

namespace roundoff::store {

/// The specifications that a file holds.
struct StoredSpecifications {
    experiment::ExperimentSpec saved;                ///< As it was saved last.
    std::optional<experiment::ExperimentSpec> draft; ///< As it is being edited, where that differs.
    std::optional<experiment::ExperimentSpec> ran;   ///< What was run last, where anything was.
    unsigned threads = 1;                            ///< Runs at a time of what was run last.
};

/// How much of a run a file holds.
struct KeptRun {
    bool ended = false; ///< Done or diverged: it need not be run again.
    int epochs = 0;     ///< Of the checkpoint of one that has not ended; 0 for none.

    bool operator==(const KeptRun&) const = default;
};

/// One experiment on disk: an SQLite database (DESIGN section 6; schema in ARCHITECTURE.md) that is written while its
/// runs train. Runs are kept by their id, which is derived from all that determines them: what has been run once is
/// there for every later specification that contains it.
///
/// Safe for several threads. Writing functions that a person asked for throw InputError: what went wrong, where, what
/// to do. What is written on the way (`RunJournal`) does not: it is kept in memory, tried again with whatever comes
/// next, and told by `problem()`.
class ExperimentFile final : public experiment::RunJournal {
public:
    static constexpr int kVersion = 1; ///< Of the schema.

    enum class Access : std::uint8_t { ReadWrite, ReadOnly };

    /// Makes a new file; one that is there already is replaced, once the new one is complete.
    /// @throws InputError
    [[nodiscard]] static std::shared_ptr<ExperimentFile> create(const std::filesystem::path& path,
                                                                const experiment::ExperimentSpec& specification);

    /// Opens one: checks that it is sound, and brings an older version up to date. Where it may not be written, or
    /// another program has it open, it is opened for reading: `whyReadOnly` says why.
    /// @throws InputError if there is none, it is damaged, no experiment file, or of a later version; it is untouched
    /// then
    [[nodiscard]] static std::shared_ptr<ExperimentFile> open(const std::filesystem::path& path,
                                                              Access access = Access::ReadWrite);

    ~ExperimentFile() override;

    [[nodiscard]] std::filesystem::path path() const;
    [[nodiscard]] Access access() const;
    [[nodiscard]] std::string whyReadOnly() const; ///< One sentence; empty for a file that can be written.

    [[nodiscard]] StoredSpecifications specifications() const;
    /// What a person saves; there is no draft any more.
    void save(const experiment::ExperimentSpec& specification);
    /// What would otherwise be lost if the program ended now; nullopt for nothing.
    void keepDraft(const std::optional<experiment::ExperimentSpec>& draft);

    /// Tells that a plan is going to be run, by this program on this machine.
    /// @param threads  runs at a time
    void beginSweep(const experiment::ExperimentSpec& specification, const experiment::Plan& plan, unsigned threads);

    /// What there is of the runs of a plan: results of those that are done or diverged; the last checkpoint of those
    /// that were stopped; nothing of those that failed, which are worth another try. Results of stopped runs without a
    /// checkpoint are nothing either.
    [[nodiscard]] std::vector<experiment::RunBefore> before(const experiment::Plan& plan) const;

    /// The same in short, by run of the plan: quick, whatever the runs have left behind.
    [[nodiscard]] std::vector<KeptRun> kept(const experiment::Plan& plan) const;

    /// What came of each run of a plan, to be shown; null where nothing did. Runs that were stopped or are being run
    /// have the status Stopped and the epochs of their last checkpoint.
    [[nodiscard]] std::vector<std::shared_ptr<const experiment::RunResult>> results(const experiment::Plan& plan) const;

    /// Epochs of a run whose weights are kept, and those weights.
    [[nodiscard]] std::vector<int> weightEpochs(const std::string& run) const;
    [[nodiscard]] nn::WeightSnapshot weights(const std::string& run, int epoch) const;

    void keepEpoch(const experiment::PlannedRun& run,
                   std::shared_ptr<const experiment::RunCheckpoint> checkpoint) noexcept override;
    [[nodiscard]] std::shared_ptr<const experiment::RunResult>
    keepResult(const experiment::PlannedRun& run,
               std::shared_ptr<const experiment::RunResult> result) noexcept override;

    /// Why what was to be written on the way is not written yet, and what to do; empty if all is.
    [[nodiscard]] std::string problem() const;
    /// Writes what is waiting.
    /// @throws InputError if it still cannot be
    void flush();

    enum class Moved : std::uint8_t { Whole, WithoutRuns };

    /// Moves to another place: a copy of all that is in it, and what is written from now on. The old file stays as it
    /// is. At the new place there is either what was there before or the whole copy, whenever the program ends.
    /// @return WithoutRuns if somebody has overwritten the file that held them: the specifications go along, and what
    /// waits to be written
    /// @throws InputError; it lives on where it was then
    Moved saveAs(const std::filesystem::path& path);

    /// What somebody else did to the file since it was opened.
    enum class Outside : std::uint8_t { Nothing, Changed, Gone };
    [[nodiscard]] Outside outside() const;

private:
    class Implementation;
    explicit ExperimentFile(std::unique_ptr<Implementation> implementation);

    std::unique_ptr<Implementation> implementation_;
};

/// Whether a file begins as an experiment file does.
[[nodiscard]] bool isExperimentFile(const std::filesystem::path& path);

} // namespace roundoff::store
