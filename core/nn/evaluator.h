// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "core/nn/examples.h"
#include "core/nn/loss_function.h"
#include "core/nn/precision_policy.h"
#include "core/nn/shared_evaluation.h"
#include "core/nn/specs.h"
#include "core/nn/weights.h"

namespace roundoff::nn {

/// Inference with given weights: forward passes only, in a policy's formats for weights and activations.
class Evaluator {
public:
    /// @param features, classes  sizes of an input and of the output
    [[nodiscard]] static std::unique_ptr<Evaluator> make(const NetworkSpec& network, const PrecisionPolicy& policy,
                                                         Loss loss, std::size_t features, std::size_t classes,
                                                         std::uint64_t seed);

    Evaluator() = default;
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;
    virtual ~Evaluator() = default;

    /// @throws InputError if they are not this network's
    virtual void setWeights(const WeightSnapshot& weights) = 0;

    /// The batches of an evaluation over all examples.
    [[nodiscard]] static SharedEvaluation share(const Examples& examples);
    /// Works off batches until none is left or `goOn` says no.
    virtual void evaluate(const Examples& examples, SharedEvaluation& evaluation,
                          const std::function<bool()>& goOn) = 0;
};

} // namespace roundoff::nn
