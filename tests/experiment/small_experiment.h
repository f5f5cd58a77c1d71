// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

namespace roundoff::test {

/// Two epochs of a network with 8 hidden neurons: some milliseconds on `SyntheticInputs`.
inline experiment::ExperimentSpec smallExperiment() {
    experiment::ExperimentSpec spec;
    spec.title = "Small";
    spec.base.network.hidden = {8};
    spec.base.training.epochs = 2;
    spec.base.training.batchSize = 10;
    spec.base.optimiser.learningRate = 0.05;
    return spec;
}

} // namespace roundoff::test
