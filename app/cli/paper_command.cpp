// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/divided_journal.h"
#include "app/cli/kept_experiment.h"
#include "app/cli/sweep_runner.h"
#include "app/cli/tell.h"
#include "core/base/error.h"
#include "core/data/locations.h"
#include "core/experiment/presets.h"
#include "core/experiment/spec_json.h"
#include "core/store/file_inputs.h"
#include "core/store/files.h"
#include "core/store/paper_results.h"
#include "core/store/preflight.h"

namespace roundoff::app {
namespace {

namespace fs = std::filesystem;

std::vector<store::PresetResults> planPaper(const TrainingOptions& options) {
    std::vector<store::PresetResults> experiments;
    for (experiment::Preset& preset : store::paperPresets(experiment::loadPresets(data::dataSearchPath()))) {
        for (const std::string& assignment : options.overrides) {
            experiment::applyOverride(preset.spec, assignment);
        }
        store::ExperimentResults results;
        results.spec = preset.spec;
        results.plan = experiment::makePlan(preset.spec);
        results.threads = threadsOrDefault(options.threads);
        experiments.push_back({std::move(preset), std::move(results), options.overrides});
    }
    if (experiments.empty()) {
        throw InputError("paper: the experiments that come with the program are missing: install it again");
    }
    return experiments;
}

// All experiments as one plan, so that there is one progress bar and no core waits between two of them.
experiment::Plan joinPlans(const std::vector<store::PresetResults>& experiments) {
    experiment::Plan all;
    for (const store::PresetResults& e : experiments) {
        for (experiment::PlannedRun run : e.results.plan.runs) {
            run.label = e.preset.name + ": " + run.label;
            run.group = e.preset.name + ": " + run.group; // Groups of one name are different ones in two experiments.
            all.runs.push_back(std::move(run));
        }
    }
    return all;
}

void divideResults(const SweepOutcome& outcome, std::vector<store::PresetResults>& experiments) {
    auto next = outcome.runs.begin();
    for (store::PresetResults& e : experiments) {
        const auto end = next + static_cast<std::ptrdiff_t>(e.results.plan.runs.size());
        e.results.runs.assign(next, end);
        next = end;
    }
}

// The files of all experiments, by experiment.
std::vector<KeptExperiment> keepAll(const std::vector<store::PresetResults>& experiments, const fs::path& folder,
                                    bool resume) {
    std::vector<KeptExperiment> kept;
    kept.reserve(experiments.size());
    for (const store::PresetResults& e : experiments) {
        kept.push_back(keepExperiment(e.results, folder / e.preset.name, resume));
    }
    return kept;
}

// The joined plan with its journals and what there is of it.
SweepJob makeJob(experiment::Plan plan, const std::vector<store::PresetResults>& experiments,
                 const std::vector<KeptExperiment>& kept) {
    SweepJob job;
    const auto journal = std::make_shared<DividedJournal>();
    std::size_t next = 0;
    for (std::size_t e = 0; e < experiments.size(); ++e) {
        for (const experiment::PlannedRun& own : experiments[e].results.plan.runs) {
            journal->add(plan.runs[next++], own, kept[e].file);
        }
        job.start.before.insert(job.start.before.end(), kept[e].before.begin(), kept[e].before.end());
        job.files.push_back(kept[e].file);
    }
    job.plan = std::move(plan);
    job.start.journal = journal;
    return job;
}

// What can be written is, and what cannot is told.
bool writeAll(std::vector<store::PresetResults>& experiments, const std::vector<KeptExperiment>& kept,
              experiment::Inputs& inputs, const TrainingOptions& options, const ReportWriter& writeReport) {
    const fs::path folder = options.out;
    bool complete = true;
    for (std::size_t e = 0; e < experiments.size(); ++e) {
        store::ExperimentResults& results = experiments[e].results;
        complete = attempt([&] { kept[e].file->flush(); }, kIncomplete) && complete;
        if (kept[e].found) {
            complete = attempt([&] { addHalfWay(results, *kept[e].file); }) && complete;
        }
        complete = attempt([&] { store::writeResults(results, inputs, folder / experiments[e].preset.name); }) &&
                   complete;
    }
    complete = attempt([&] { store::writeFile(folder / "claims.csv", store::claimsTable(experiments)); }) && complete;
    return attempt([&] { writeReport(experiments, inputs, options.out, options.figures, options.sheet); }) && complete;
}

} // namespace

int reproducePaper(const TrainingOptions& options, const ReportWriter& writeReport) {
    if (!writeReport) {
        throw InputError("paper: this build draws no figures");
    }
    auto guard = std::make_unique<InterruptGuard>();
    std::vector<store::PresetResults> experiments = planPaper(options);
    experiment::Plan plan = joinPlans(experiments);
    const auto inputs = std::make_shared<store::FileInputs>(data::dataSearchPath());
    store::preflight(plan, *inputs);
    const fs::path folder = options.out;
    checkFolder(folder);
    std::vector<KeptExperiment> kept = keepAll(experiments, folder, options.resume);
    sayUnless(options.quiet, whatWasFound(kept, folder, options.resume));

    SweepJob job = makeJob(std::move(plan), experiments, kept);
    job.inputs = inputs;
    job.threads = threadsOrDefault(options.threads);
    for (KeptExperiment& one : kept) {
        one.before.clear(); // The sweep lets go of a checkpoint when its run has ended.
    }
    const SweepOutcome outcome = runSweep(std::move(job), *guard, options.quiet);
    guard.reset();
    divideResults(outcome, experiments);

    const bool complete = writeAll(experiments, kept, *inputs, options, writeReport);
    sayUnless(options.quiet, "The report is " + (folder / "REPORT.html").string());
    sayUnless(options.quiet || !outcome.interrupted, howToGoOn(outcome.runs));
    const int code = exitCode(outcome.runs, outcome.interrupted);
    return code == kDone && !complete ? kRunFailed : code;
}

} // namespace roundoff::app
