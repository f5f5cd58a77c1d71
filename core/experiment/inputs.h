// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "core/data/dataset.h"
#include "core/experiment/run_spec.h"
#include "core/nn/weights.h"

namespace roundoff::experiment {

/// Where runs get what lies in files. Safe to call from several threads.
class Inputs {
public:
    Inputs() = default;
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;
    virtual ~Inputs() = default;

    /// @throws InputError if it is missing or damaged
    [[nodiscard]] virtual std::shared_ptr<const data::Dataset> dataset(const DatasetSpec& spec) = 0;

    /// @throws InputError if it is missing or damaged
    [[nodiscard]] virtual std::shared_ptr<const nn::WeightSnapshot> weights(const std::string& path) = 0;
};

} // namespace roundoff::experiment
