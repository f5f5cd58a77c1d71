// SPDX-License-Identifier: GPL-3.0-or-later
// A program to be killed: does to experiment files what Roundoff does, and says what it was told is written.
//   experiment_victim train FILE             creates the file or opens it, and trains what is missing; a line an epoch
//   experiment_victim hold FILE              has a file open, with a draft of the title "held"; a line once it has
//   experiment_victim save-as A B TARGET     saves A and B at TARGET by turns for ever; a line each time
#include <chrono>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

#include "core/base/error.h"
#include "tests/store/victim_experiment.h"

using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;

namespace {

/// Passes everything to a file, and says which epochs it was told are in it.
class TellingJournal final : public RunJournal {
public:
    explicit TellingJournal(std::shared_ptr<ExperimentFile> file) : file_(std::move(file)) {}

    void keepEpoch(const PlannedRun& run, std::shared_ptr<const RunCheckpoint> checkpoint) noexcept override {
        const std::size_t epochs = checkpoint->epochs.size();
        file_->keepEpoch(run, std::move(checkpoint));
        tell(run, "epoch " + std::to_string(epochs));
    }
    std::shared_ptr<const RunResult> keepResult(const PlannedRun& run,
                                                std::shared_ptr<const RunResult> result) noexcept override {
        auto kept = file_->keepResult(run, std::move(result));
        tell(run, "ended 0");
        return kept;
    }

private:
    void tell(const PlannedRun& run, const std::string& what) {
        const std::lock_guard lock(mutex_);
        if (file_->problem().empty()) {
            std::cout << run.id + " " + what + "\n" << std::flush;
        }
    }

    std::shared_ptr<ExperimentFile> file_;
    std::mutex mutex_;
};

void train(const std::filesystem::path& path) {
    const ExperimentSpec spec = roundoff::test::victimExperiment();
    const Plan plan = makePlan(spec);
    const bool there = std::filesystem::exists(path);
    const auto file = there ? ExperimentFile::open(path) : ExperimentFile::create(path, spec);
    std::cout << "created 0 0\n" << std::flush;
    file->beginSweep(spec, plan, 2);
    roundoff::test::trainInto(*file, std::make_shared<TellingJournal>(file), plan);
}

void hold(const std::filesystem::path& path) {
    const auto file = ExperimentFile::open(path);
    ExperimentSpec draft = file->specifications().saved;
    draft.title = "held";
    file->keepDraft(draft);
    std::cout << "held\n" << std::flush;
    std::this_thread::sleep_for(std::chrono::minutes(5));
}

void saveAs(const std::filesystem::path& a, const std::filesystem::path& b, const std::filesystem::path& target) {
    for (bool first = true;; first = !first) {
        const auto file = ExperimentFile::open(first ? a : b);
        file->saveAs(target);
        std::cout << (first ? "A\n" : "B\n") << std::flush;
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv, argv + argc);
    try {
        if (arguments.size() == 3 && arguments[1] == "train") {
            train(arguments[2]);
            return 0;
        }
        if (arguments.size() == 3 && arguments[1] == "hold") {
            hold(arguments[2]);
        }
        if (arguments.size() == 5 && arguments[1] == "save-as") {
            saveAs(arguments[2], arguments[3], arguments[4]);
        }
    } catch (const roundoff::InputError& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 2;
}
