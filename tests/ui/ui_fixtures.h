// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/data/dataset.h"
#include "core/experiment/experiment_spec.h"
#include "core/experiment/inputs.h"

namespace roundoff::ui {

/// Data sets made in memory: 28 x 28 noise in which each class has a bright row of its own. A folder named "missing" is
/// one.
class MadeUpInputs final : public experiment::Inputs {
public:
    [[nodiscard]] std::shared_ptr<const data::Dataset> dataset(const experiment::DatasetSpec& spec) override;
    [[nodiscard]] std::shared_ptr<const nn::WeightSnapshot> weights(const std::string& path) override;
};

/// Two precisions, one hidden layer of 16, one epoch of 500 images: done in a moment.
[[nodiscard]] experiment::ExperimentSpec tinyExperiment();

/// Nothing that ends while a test looks at it: thousands of epochs.
[[nodiscard]] experiment::ExperimentSpec endlessExperiment();

} // namespace roundoff::ui
