// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/experiment/plan.h"
#include "core/experiment/sweep.h"
#include "core/store/experiment_file.h"
#include "tests/experiment/small_experiment.h"
#include "tests/experiment/synthetic_inputs.h"

namespace roundoff::test {

/// What experiment_victim trains until it is killed: eight runs of six short epochs.
inline experiment::ExperimentSpec victimExperiment(const std::string& title = "Victim") {
    experiment::ExperimentSpec spec = smallExperiment();
    spec.title = title;
    spec.base.network.hidden = {200};
    spec.base.training.epochs = 6;
    spec.vary = {{"optimiser.kind", {"sgd", "adam"}}, {"precision", {"FP32", "AMP-FP16"}}};
    spec.repeats = {2, 1};
    return spec;
}

/// Trains what is not yet in a file, two runs at a time.
/// @param journal  hears of it; the file, or what writes to the file
inline void trainInto(const store::ExperimentFile& file, const std::shared_ptr<experiment::RunJournal>& journal,
                      const experiment::Plan& plan) {
    experiment::Sweep sweep(plan, std::make_shared<SyntheticInputs>(), 2, {file.before(plan), journal});
    sweep.start();
    sweep.wait();
}

} // namespace roundoff::test
