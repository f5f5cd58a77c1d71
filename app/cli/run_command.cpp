// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/sweep_runner.h"
#include "app/cli/why_display.h"
#include "core/base/error.h"
#include "core/data/locations.h"
#include "core/experiment/presets.h"
#include "core/experiment/spec_json.h"
#include "core/store/file_inputs.h"
#include "core/store/files.h"
#include "core/store/preflight.h"

namespace roundoff::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxSpecificationBytes = 16'000'000;

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

} // namespace

int runExperiment(const RunOptions& options, const FigureWriter& writeFigures) {
    const TrainingOptions& training = options.training;
    if (!training.figures.empty() && !writeFigures) {
        throw InputError("--figures: this build draws no figures");
    }
    store::ExperimentResults results;
    results.spec = findSpecification(options.specification);
    for (const std::string& assignment : training.overrides) {
        experiment::applyOverride(results.spec, assignment);
    }
    results.plan = experiment::makePlan(results.spec);
    results.threads = threadsOrDefault(training.threads);
    const auto inputs = std::make_shared<store::FileInputs>(data::dataSearchPath());
    store::preflight(results.plan, *inputs);
    checkFolder(training.out);

    SweepOutcome outcome = runSweep(results.plan, inputs, results.threads, training.quiet);
    results.runs = std::move(outcome.runs);

    store::writeResults(results, *inputs, training.out);
    if (!training.figures.empty()) {
        writeFigures(results, *inputs, (fs::path(training.out) / "figures").string(), training.figures, training.sheet);
    }
    if (!training.quiet) {
        showWhy(std::cerr, results.plan, results.runs);
        std::cerr << "Results are in " << training.out << '\n';
    }
    return exitCode(results.runs, outcome.interrupted);
}

} // namespace roundoff::app
