// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/sweep_runner.h"
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

} // namespace

int reproducePaper(const TrainingOptions& options, const ReportWriter& writeReport) {
    if (!writeReport) {
        throw InputError("paper: this build draws no figures");
    }
    std::vector<store::PresetResults> experiments = planPaper(options);
    const experiment::Plan plan = joinPlans(experiments);
    const auto inputs = std::make_shared<store::FileInputs>(data::dataSearchPath());
    store::preflight(plan, *inputs);
    const fs::path folder = options.out;
    checkFolder(folder);

    const SweepOutcome outcome = runSweep(plan, inputs, threadsOrDefault(options.threads), options.quiet);
    divideResults(outcome, experiments);

    for (const store::PresetResults& e : experiments) {
        store::writeResults(e.results, *inputs, folder / e.preset.name);
    }
    store::writeFile(folder / "claims.csv", store::claimsTable(experiments));
    writeReport(experiments, *inputs, options.out, options.figures, options.sheet);
    if (!options.quiet) {
        std::cerr << "The report is " << (folder / "REPORT.html").string() << '\n';
    }
    return exitCode(outcome.runs, outcome.interrupted);
}

} // namespace roundoff::app
