// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <memory>
#include <thread>
#include <variant>

#include "app/cli/commands.h"
#include "app/cli/progress_display.h"
#include "core/base/error.h"
#include "core/data/locations.h"
#include "core/experiment/presets.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/sweep.h"
#include "core/store/file_inputs.h"
#include "core/store/files.h"
#include "core/store/preflight.h"

namespace roundoff::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxSpecificationBytes = 16'000'000;
constexpr int kPollMilliseconds = 50;

std::atomic<bool> interrupted{false};

extern "C" void onInterrupt(int) {
    interrupted.store(true);
}

// Ctrl-C and a polite kill stop the runs; what is finished is written.
class InterruptGuard {
public:
    InterruptGuard()
        : previousInterrupt_(std::signal(SIGINT, onInterrupt)), previousTerminate_(std::signal(SIGTERM, onInterrupt)) {
        interrupted.store(false);
    }
    ~InterruptGuard() {
        std::signal(SIGINT, previousInterrupt_);
        std::signal(SIGTERM, previousTerminate_);
    }
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

private:
    using Handler = void (*)(int);
    Handler previousInterrupt_;
    Handler previousTerminate_;
};

experiment::ExperimentSpec findSpecification(const std::string& name) {
    std::error_code error;
    if (fs::is_regular_file(name, error)) {
        return experiment::parseSpecification(store::readFile(name, kMaxSpecificationBytes), name);
    }
    const auto searchPath = data::dataSearchPath();
    if (const auto preset = experiment::findPreset(name, searchPath)) {
        return preset->spec;
    }
    std::string known;
    for (const auto& preset : experiment::loadPresets(searchPath)) {
        known += " " + preset.name;
    }
    throw InputError(name + ": there is neither such a file nor such a preset; the presets are" + known);
}

// A folder that cannot be written to is told of before hours of training, not after.
void checkFolder(const fs::path& folder) {
    store::makeFolder(folder);
    const fs::path probe = folder / ".roundoff-probe";
    store::writeFile(probe, std::string_view());
    fs::remove(probe);
}

int exitCode(const store::ExperimentResults& results, bool wasInterrupted) {
    if (wasInterrupted) {
        return kInterrupted;
    }
    for (const auto& result : results.runs) {
        if (result == nullptr || result->status == experiment::RunStatus::Failed) {
            return kRunFailed;
        }
    }
    return kDone;
}

} // namespace

int runExperiment(const RunOptions& options, const FigureWriter& writeFigures) {
    if (!options.figures.empty() && !writeFigures) {
        throw InputError("--figures: this build draws no figures");
    }
    store::ExperimentResults results;
    results.spec = findSpecification(options.specification);
    for (const std::string& assignment : options.overrides) {
        experiment::applyOverride(results.spec, assignment);
    }
    results.plan = experiment::makePlan(results.spec);
    results.threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    results.runs.resize(results.plan.runs.size());
    const auto inputs = std::make_shared<store::FileInputs>(data::dataSearchPath());
    store::preflight(results.plan, *inputs);
    checkFolder(options.out);

    const InterruptGuard guard;
    bool stopping = false;
    {
        ProgressDisplay display(results.plan, options.quiet);
        experiment::Sweep sweep(results.plan, inputs, results.threads);
        sweep.start();
        for (bool last = false; !last;) {
            last = sweep.finished(); // Events posted before this are drained below.
            sweep.waitForEvent(last ? 0 : kPollMilliseconds);
            if (interrupted.load() && !stopping) {
                stopping = true;
                sweep.stop();
            }
            for (const auto& event : sweep.drainEvents()) {
                if (const auto* finished = std::get_if<experiment::RunFinished>(&event)) {
                    results.runs[finished->run] = finished->result;
                    display.runFinished(*finished);
                }
            }
            display.update(sweep.progress());
        }
    }

    store::writeResults(results, *inputs, options.out);
    if (!options.figures.empty()) {
        writeFigures(results, (fs::path(options.out) / "figures").string(), options.figures);
    }
    if (!options.quiet) {
        std::cerr << "Results are in " << options.out << '\n';
    }
    return exitCode(results, stopping);
}

} // namespace roundoff::app
