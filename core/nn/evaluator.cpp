// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/evaluator.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

#include "core/nn/evaluation.h"

namespace roundoff::nn {
namespace {

template <typename T>
class TypedEvaluator final : public Evaluator {
public:
    TypedEvaluator(const NetworkSpec& network, const PrecisionPolicy& policy, Loss loss, std::size_t features,
                   std::size_t classes, std::uint64_t seed)
        : context_{seed, 0, 0}, network_(makeNetwork<T>(network, policy, features, classes, kEvaluationBatch)),
          inputPrecision_(policy, 1),
          loss_(loss, std::make_shared<const LayerPrecision<T>>(policy, network.hidden.size() + 1)) {}

    void setWeights(const WeightSnapshot& weights) override { network_->assign(weights, context_); }

    void evaluate(const Examples& examples, SharedEvaluation& evaluation, const std::function<bool()>& goOn) override {
        const InputTable<T> table(examples.table, inputPrecision_);
        std::vector<std::uint32_t> batch;
        while (goOn()) {
            const std::optional<std::size_t> number = evaluation.take();
            if (!number) {
                return;
            }
            const std::size_t first = *number * kEvaluationBatch;
            batch.resize(std::min(kEvaluationBatch, examples.count() - first));
            std::iota(batch.begin(), batch.end(), static_cast<std::uint32_t>(first));
            evaluation.set(*number, evaluateBatch<T>(*network_, loss_, table, examples, batch, *number, context_));
        }
    }

private:
    StepContext context_;
    std::unique_ptr<Network<T>> network_;
    LayerPrecision<T> inputPrecision_;
    LossFunction<T> loss_;
};

} // namespace

SharedEvaluation Evaluator::share(const Examples& examples) {
    return SharedEvaluation((examples.count() + kEvaluationBatch - 1) / kEvaluationBatch);
}

std::unique_ptr<Evaluator> Evaluator::make(const NetworkSpec& network, const PrecisionPolicy& policy, Loss loss,
                                           std::size_t features, std::size_t classes, std::uint64_t seed) {
    validate(policy);
    if (policy.needsDouble()) {
        return std::make_unique<TypedEvaluator<double>>(network, policy, loss, features, classes, seed);
    }
    return std::make_unique<TypedEvaluator<float>>(network, policy, loss, features, classes, seed);
}

} // namespace roundoff::nn
