// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/deployment_evaluator.h"

#include <utility>

#include "core/experiment/batches.h"
#include "core/format/binary_float.h"
#include "core/nn/evaluator.h"

namespace roundoff::experiment {
namespace {

template <typename Change>
void forEachAccumulator(nn::PrecisionPolicy& policy, Change change) {
    change(policy.accumulator);
    for (auto& [layer, difference] : policy.layers) {
        change(difference.accumulator);
    }
}

// The policy under which deployed weights are tested.
nn::PrecisionPolicy testPolicy(nn::PrecisionPolicy policy, const deploy::Deployment& deployment) {
    const bool roundsActivations = deployment.scope == deploy::Scope::WeightsAndActivations;
    // The weights are what the deployment made them; the network must not round them again. Gradients there are none,
    // so their formats must not stand in the way of the deployment's overflow.
    const bool wasDouble = policy.needsDouble();
    const format::BinaryFloat container = wasDouble ? format::kFp64 : format::kFp32;
    for (const nn::Role role : nn::kRoles) {
        if (role != nn::Role::Activations) {
            policy[role] = container;
        }
    }
    policy[nn::Role::MasterWeights].reset();
    for (auto& [layer, difference] : policy.layers) {
        const auto activations = difference.formats[static_cast<std::size_t>(nn::Role::Activations)];
        difference.formats = {};
        if (!roundsActivations) {
            difference.formats[static_cast<std::size_t>(nn::Role::Activations)] = activations;
        }
    }
    if (!roundsActivations) {
        return policy;
    }
    forEachAccumulator(policy, [&policy](std::optional<nn::Accumulator>& accumulator) {
        if (accumulator) { // As in training, whatever is said of the activations.
            accumulator->overflow = accumulator->overflow ? accumulator->overflow : policy.overflow;
        }
    });
    nn::RoleFormat activations(deployment.format);
    activations.rounding = deployment.rounding;
    activations.overflow = deployment.overflow;
    policy[nn::Role::Activations] = activations;
    policy.overflow.reset();
    if (format::scalarFormat(deployment.format) == nullptr) {
        policy.arithmetic = nn::Arithmetic::Fused; // Scales that are shared leave stepwise arithmetic nothing to round.
    }
    if (policy.needsDouble() != wasDouble) { // The new container cannot round to a narrow accumulator.
        forEachAccumulator(policy, [](std::optional<nn::Accumulator>& accumulator) { accumulator.reset(); });
    }
    return policy;
}

} // namespace

DeploymentEvaluator::DeploymentEvaluator(const RunSpec& run, std::shared_ptr<const data::Dataset> dataset)
    : run_(run), dataset_(std::move(dataset)), test_(makeExamples(*dataset_, dataset_->test, run.dataset.normalise)) {}

Evaluation DeploymentEvaluator::evaluate(const deploy::Deployment& deployment, const nn::WeightSnapshot& deployed,
                                         const std::function<bool()>& goOn) const {
    const auto evaluator = nn::Evaluator::make(run_.network, testPolicy(run_.precision, deployment), run_.training.loss,
                                               test_.features, static_cast<std::size_t>(dataset_->classes),
                                               run_.training.seed);
    evaluator->setWeights(deployed);
    return makeEvaluation(evaluator->evaluate(test_, goOn), test_.count());
}

} // namespace roundoff::experiment
