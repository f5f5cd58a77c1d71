// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/deployment_evaluator.h"

#include <future>
#include <utility>
#include <vector>

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

std::unique_ptr<nn::Evaluator> DeploymentEvaluator::makeEvaluator(const nn::PrecisionPolicy& policy,
                                                                  bool isUsual) const {
    if (isUsual) {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            std::unique_ptr<nn::Evaluator> evaluator = std::move(idle_.back());
            idle_.pop_back();
            return evaluator;
        }
    }
    return nn::Evaluator::make(run_.network, policy, run_.training.loss, test_.features,
                               static_cast<std::size_t>(dataset_->classes), run_.training.seed);
}

Evaluation DeploymentEvaluator::evaluate(const deploy::Deployment& deployment, const nn::WeightSnapshot& deployed,
                                         const std::function<bool()>& goOn, unsigned threads) const {
    const nn::PrecisionPolicy policy = testPolicy(run_.precision, deployment);
    const bool isUsual = deployment.scope == deploy::Scope::Weights; // They all have the same policy.
    nn::SharedEvaluation shared = nn::Evaluator::share(test_);
    const auto takePart = [&] {
        std::unique_ptr<nn::Evaluator> evaluator = makeEvaluator(policy, isUsual);
        evaluator->setWeights(deployed);
        evaluator->evaluate(test_, shared, goOn);
        if (isUsual) {
            const std::lock_guard lock(mutex_);
            idle_.push_back(std::move(evaluator));
        }
    };
    std::vector<std::future<void>> others; // Whatever happens here, they are waited for.
    for (unsigned other = 1; other < threads; ++other) {
        others.push_back(std::async(takePart));
    }
    takePart();
    for (std::future<void>& other : others) {
        other.get();
    }
    return makeEvaluation(shared.total(), test_.count());
}

} // namespace roundoff::experiment
