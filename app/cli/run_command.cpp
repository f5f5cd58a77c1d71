// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/kept_experiment.h"
#include "app/cli/sweep_runner.h"
#include "app/cli/tell.h"
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

experiment::ExperimentSpec findSpecification(const std::string& name) {
    std::error_code error;
    if (fs::is_regular_file(name, error)) {
        if (fs::path(name).extension() == ".roundoff" || store::isExperimentFile(name)) {
            return store::ExperimentFile::open(name, store::ExperimentFile::Access::ReadOnly)->specifications().saved;
        }
        return experiment::parseSpecification(store::readFile(name, experiment::kMaxSpecificationBytes), name);
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

// What can be written is, and what cannot is told.
bool writeAll(const store::ExperimentResults& results, experiment::Inputs& inputs, const TrainingOptions& options,
              const FigureWriter& writeFigures) {
    const bool tables = attempt([&] { store::writeResults(results, inputs, options.out); });
    const bool figures = options.figures.empty() || attempt([&] {
                             writeFigures(results, inputs, (fs::path(options.out) / "figures").string(),
                                          options.figures, options.sheet);
                         });
    return tables && figures;
}

} // namespace

int runExperiment(const RunOptions& options, const FigureWriter& writeFigures) {
    const TrainingOptions& training = options.training;
    if (!training.figures.empty() && !writeFigures) {
        throw InputError("--figures: this build draws no figures");
    }
    auto guard = std::make_unique<InterruptGuard>();
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
    std::vector<KeptExperiment> kept;
    kept.push_back(keepExperiment(results, training.out, training.resume));
    sayUnless(training.quiet, whatWasFound(kept, training.out, training.resume));

    const std::shared_ptr<store::ExperimentFile> file = kept.front().file;
    SweepOutcome outcome = runSweep(
        {results.plan, inputs, results.threads, {std::move(kept.front().before), file}, {file}}, *guard,
        training.quiet);
    guard.reset(); // Who does not want to wait for the tables need not: the experiment file has it all.

    bool complete = attempt([&] { file->flush(); }, kIncomplete);
    results.runs = std::move(outcome.runs);
    if (outcome.interrupted && training.resume) {
        complete = attempt([&] { addHalfWay(results, *file); }) && complete;
    }
    complete = writeAll(results, *inputs, training, writeFigures) && complete;
    if (!training.quiet) {
        showWhy(std::cerr, results.plan, results.runs);
        std::cerr << "Results are in " << training.out << '\n';
    }
    sayUnless(training.quiet || !outcome.interrupted, howToGoOn(results.runs));
    const int code = exitCode(results.runs, outcome.interrupted);
    return code == kDone && !complete ? kRunFailed : code;
}

} // namespace roundoff::app
