// SPDX-License-Identifier: GPL-3.0-or-later
// Experiment files: all that opening one reads. Reading alone leaves the file as it is, and nothing beside it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include "core/experiment/plan.h"
#include "core/store/experiment_file.h"
#include "core/store/files.h"
#include "tests/fuzz/reading.h"

namespace experiment = roundoff::experiment;
namespace fs = std::filesystem;
namespace fuzz = roundoff::fuzz;
namespace store = roundoff::store;

namespace {

constexpr std::size_t kFewRuns = 32;
constexpr std::size_t kMostBytes = std::size_t{1} << 22U;

// SQLite reads files, so this is one: in memory, where the system has such a place.
class Scratch {
public:
    Scratch() {
        std::error_code error;
        const fs::path memory = "/dev/shm";
        std::string folder = ((fs::is_directory(memory, error) ? memory : fs::temp_directory_path()) / "fuzz-XXXXXX")
                                 .string();
        fuzz::require(mkdtemp(folder.data()) != nullptr, "a folder for the file can be made");
        folder_ = folder;
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] fs::path file() const { return folder_ / "fuzz.roundoff"; }

    void empty() const {
        for (const auto& entry : fs::directory_iterator(folder_)) {
            fs::remove_all(entry.path());
        }
    }

    [[nodiscard]] bool holdsOnly(std::string_view bytes) const {
        return std::distance(fs::directory_iterator(folder_), fs::directory_iterator()) == 1 &&
               store::readFile(file(), kMostBytes) == bytes;
    }

private:
    fs::path folder_;
};

std::size_t runsOf(const experiment::ExperimentSpec& spec) {
    auto runs = static_cast<std::size_t>(spec.repeats.seeds) *
                static_cast<std::size_t>(std::max(spec.repeats.folds, 1));
    for (const experiment::Axis& axis : spec.vary) {
        runs = std::min(kFewRuns + 1, runs) * axis.values.size();
    }
    return runs;
}

void readRuns(const store::ExperimentFile& file, const experiment::ExperimentSpec& spec) {
    if (runsOf(spec) > kFewRuns) {
        return;
    }
    const experiment::Plan plan = experiment::makePlan(spec);
    fuzz::expectValueOrInputError([&] { static_cast<void>(file.before(plan)); });
    fuzz::expectValueOrInputError([&] { static_cast<void>(file.kept(plan)); });
    fuzz::expectValueOrInputError([&] { static_cast<void>(file.results(plan)); });
    for (const experiment::PlannedRun& run : plan.runs) {
        fuzz::expectValueOrInputError([&] {
            for (const int epoch : file.weightEpochs(run.id)) {
                static_cast<void>(file.weights(run.id, epoch));
            }
        });
    }
}

void readAll(const fs::path& path, store::ExperimentFile::Access access) {
    const auto file = store::ExperimentFile::open(path, access);
    const store::StoredSpecifications specifications = file->specifications();
    readRuns(*file, specifications.saved);
    if (specifications.draft) {
        readRuns(*file, *specifications.draft);
    }
    if (specifications.ran) {
        readRuns(*file, *specifications.ran);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Scratch scratch;
    const std::string_view bytes = fuzz::textOf(data, size);
    scratch.empty();
    store::writeFile(scratch.file(), bytes);
    fuzz::expectValueOrInputError([] { readAll(scratch.file(), store::ExperimentFile::Access::ReadOnly); });
    fuzz::require(scratch.holdsOnly(bytes), "reading leaves the file as it is, and nothing beside it");
    fuzz::expectValueOrInputError([] { readAll(scratch.file(), store::ExperimentFile::Access::ReadWrite); });
    return 0;
}
