// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "core/data/dataset.h"
#include "core/deploy/deployment.h"
#include "core/experiment/run_result.h"
#include "core/experiment/run_spec.h"
#include "core/nn/evaluator.h"
#include "core/nn/examples.h"
#include "core/nn/weights.h"

namespace roundoff::experiment {

/// Tests what deployments make of a run's network, on the data set's test images. Each call stands for itself, so that
/// several threads may use one evaluator.
class DeploymentEvaluator {
public:
    DeploymentEvaluator(const RunSpec& run, std::shared_ptr<const data::Dataset> dataset);

    /// Loss and accuracy of weights that a deployment has made (see `deploy::apply`). Inputs and hidden values are
    /// rounded as the run's own policy says, or as the deployment does where its scope includes them.
    /// @param goOn  asked between batches, by all threads; after a "no" the value returned is of no use
    /// @param threads  at least 1; the result does not depend on how many there are
    [[nodiscard]] Evaluation evaluate(const deploy::Deployment& deployment, const nn::WeightSnapshot& deployed,
                                      const std::function<bool()>& goOn, unsigned threads = 1) const;

private:
    [[nodiscard]] std::unique_ptr<nn::Evaluator> makeEvaluator(const nn::PrecisionPolicy& policy, bool isUsual) const;

    RunSpec run_;
    std::shared_ptr<const data::Dataset> dataset_;
    nn::Examples test_;
    // Networks for deployments that round weights only, while nobody uses them: they are large, and all the same.
    mutable std::mutex mutex_;
    mutable std::vector<std::unique_ptr<nn::Evaluator>> idle_; // Guarded by mutex_.
};

} // namespace roundoff::experiment
